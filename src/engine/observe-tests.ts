import { resolve } from 'node:path'
import { runTests, type TestResult } from '../go/toolchain/go-test.ts'
import {
  commandFailure,
  type Laboratory,
  type Observation,
  type Observer,
  requestOf,
  treePaths,
  withOverlay,
} from './observe.ts'
import type { Job } from './verify-jobs.ts'

/**
 * Makes an observer that runs the tests of the targets; only for jobs whose programs run on this machine. Each failed
 * test is an observation of its own. `directoryOf` takes an import path.
 */
export function makeTestObserver(directoryOf: (importPath: string) => string | undefined): Observer {
  return (laboratory, jobs, texts, targetsOf) =>
    withOverlay(laboratory, texts, async overlay => {
      const observations: Observation[] = []
      for (const job of jobs) {
        const targets = targetsOf(job)
        const request = requestOf(laboratory, job, overlay, targets)
        const { results, failure } = await runTests(laboratory.toolchain, request)
        if (failure)
          observations.push(...targets.map(each => commandFailure(laboratory, job, each, failure, overlay)))
        observations.push(
          ...results.flatMap(result => {
            const directory = directoryOf(result.package)
            if (directory === undefined || isExplained(result, results)) return []
            const absolute = resolve(laboratory.root, directory)
            const output = treePaths(laboratory, job, absolute, result.output, overlay)
            return [observationOf(job, directory, { ...result, output })]
          }),
        )
      }
      return observations
    })
}

/** Reports whether programs of the job's build run on this machine. */
export function isRunnable({ toolchain }: Laboratory, { build }: Job): boolean {
  return `${build.goos}/${build.goarch}` === toolchain.host
}

/** A package that fails, or a test with subtests, says nothing beyond what its failed tests say. */
function isExplained({ package: path, test, status }: TestResult, all: readonly TestResult[]): boolean {
  if (status !== 'failed') return test !== undefined
  const prefix = test === undefined ? '' : `${test}/`
  return all.some(
    other =>
      other.package === path &&
      other.status === 'failed' &&
      other.test !== undefined &&
      other.test !== test &&
      other.test.startsWith(prefix),
  )
}

function observationOf(job: Job, directory: string, result: TestResult): Observation {
  const unit = result.test === undefined ? result.package : `${result.package} ${result.test}`
  const status = { passed: 'compiled', failed: 'failed', none: 'empty' } as const
  return {
    job,
    unit,
    directory,
    files: new Set(job.paths.filter(path => path.slice(0, Math.max(0, path.lastIndexOf('/'))) === directory)),
    status: status[result.status],
    output: result.output === '' ? '' : `${unit}:\n${result.output}`,
  }
}

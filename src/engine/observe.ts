import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { compile } from '../go/toolchain/compile.ts'
import type { Toolchain } from '../go/toolchain/toolchain.ts'
import { insideRoot, type Overlay, toTreePaths, writeOverlay } from './go-overlay.ts'
import type { Job } from './verify-jobs.ts'

/** How one compilation of one job went; paths are slash-separated and relative to the root. */
export interface Observation {
  readonly job: Job
  /** Import path with the test variant; `''` when the go command as a whole failed. */
  readonly unit: string
  readonly directory: string
  readonly files: ReadonlySet<string>
  readonly status: 'compiled' | 'failed' | 'blocked' | 'empty' | 'timeout'
  readonly output: string
}

export interface Laboratory {
  /** Absolute, without symbolic links. */
  readonly root: string
  readonly toolchain: Toolchain
  /** A directory of our own. */
  readonly scratch: string
  /** Milliseconds for one go command. */
  readonly timeout: number
}

/** Compiles the targets of jobs with `texts` in place of what is on disk. */
export async function observe(
  laboratory: Laboratory,
  jobs: readonly Job[],
  texts: ReadonlyMap<string, string>,
  targetsOf: (job: Job) => readonly string[],
): Promise<readonly Observation[]> {
  const { root, toolchain, scratch, timeout } = laboratory
  const directory = join(scratch, 'overlay')
  const overlay = writeOverlay(root, texts, directory)
  const observations: Observation[] = []
  for (const job of jobs) {
    const targets = targetsOf(job)
    const { context, build } = job
    const request = {
      context,
      build,
      overlay: overlay.path,
      targets: targets.map(each => resolve(root, each)),
      timeout,
    }
    const { units, failure } = await compile(toolchain, request)
    if (failure)
      observations.push(...targets.map(target => failed(laboratory, job, target, failure, overlay)))
    for (const unit of units) {
      const inside = insideRoot(root, unit.directory)
      observations.push({
        job,
        unit: unit.id,
        directory: inside ?? unit.directory,
        files: new Set(unit.files.flatMap(file => insideRoot(root, file) ?? [])),
        status: unit.status,
        output: treePaths(laboratory, job, unit.directory, unit.output, overlay),
      })
    }
  }
  rmSync(directory, { recursive: true })
  return observations
}

function failed(
  laboratory: Laboratory,
  job: Job,
  directory: string,
  failure: { readonly words: string; readonly isTimeout: boolean },
  overlay: Overlay,
): Observation {
  return {
    job,
    unit: '',
    directory,
    files: new Set(),
    status: failure.isTimeout ? 'timeout' : 'failed',
    output: treePaths(laboratory, job, resolve(laboratory.root, directory), failure.words, overlay),
  }
}

function treePaths(
  { root }: Laboratory,
  job: Job,
  packageDirectory: string,
  output: string,
  overlay: Overlay,
): string {
  if (output === '') return ''
  return toTreePaths(
    output,
    { root, directory: job.context.directory, packageDirectory },
    overlay,
    existsSync,
  )
}

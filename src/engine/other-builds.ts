import { defaultBuild, describeBuild } from '../go/toolchain/builds.ts'
import type { Toolchain } from '../go/toolchain/toolchain.ts'
import type { Observation } from './observe.ts'
import type { Patch } from './types.ts'
import { type Job, planJobs } from './verify-jobs.ts'

/**
 * Reports whether a file may compile in other builds than those of the jobs: a build of tags and platforms that nobody
 * uses together, chosen because it takes many files, can be at odds with itself. What fails in the machine's own
 * build, or for want of a dependency, fails everywhere.
 */
export function deservesOtherBuild(
  path: string,
  jobs: readonly Job[],
  observations: readonly Observation[],
  toolchain: Toolchain,
): boolean {
  const usual = describeBuild(toolchain, defaultBuild(toolchain))
  const taking = jobs.filter(job => job.paths.includes(path))
  return (
    taking.length > 0 &&
    taking.every(job => {
      const seen = observations.filter(each => each.job === job && each.files.has(path))
      return job.platform !== usual && seen.length > 0 && seen.every(({ status }) => status === 'failed')
    })
  )
}

/** Jobs that take these files in other builds than those tried; each file's own best, whatever takes other files. */
export async function otherJobs(
  root: string,
  patches: readonly Patch[],
  toolchain: Toolchain,
  tried: readonly Job[],
): Promise<readonly Job[]> {
  const merged = new Map<string, Job>()
  for (const patch of patches) {
    const { jobs } = await planJobs(root, [patch], toolchain, tried)
    for (const job of jobs) {
      const key = `${job.context.directory}\0${job.platform}`
      const { paths = [], directories = [] } = merged.get(key) ?? {}
      merged.set(key, {
        ...job,
        paths: [...new Set([...paths, ...job.paths])],
        directories: [...new Set([...directories, ...job.directories])],
      })
    }
  }
  return [...merged.values()]
}

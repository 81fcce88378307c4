import { directoryOf } from './go-overlay.ts'
import type { Observation } from './observe.ts'
import type { Trials } from './trials.ts'
import type { Verdict } from './types.ts'
import type { Job } from './verify-jobs.ts'

/** What is known about the tree with all accepted fixes in it. */
export interface Evidence {
  readonly observations: readonly Observation[]
  readonly uncovered: ReadonlyMap<string, string>
  readonly apart: ReadonlyMap<string, readonly string[]>
  readonly jobs: readonly Job[]
  readonly abandoned: Trials['abandoned']
  /** By directory: what tests could not say. */
  readonly doubts: ReadonlyMap<string, readonly string[]>
}

/**
 * The verdict on a fix that breaks nothing and edits these files. Each of them has to be compiled at least once: one
 * that never was may be the one that is wrong.
 */
export function verdictOn(
  paths: readonly string[],
  evidence: Evidence,
  cautions: readonly string[],
): Verdict {
  if (paths.length === 0) return { status: 'unverified', reason: 'it leaves every file as it was' }
  const found = paths.map(path => ({ path, ...evidenceFor(path, evidence) }))
  const unproven = found.filter(({ platforms }) => platforms.length === 0)
  if (unproven.length > 0)
    return {
      status: 'unverified',
      reason: unproven.map(({ path, doubts }) => `${path}: ${doubts.join('; ')}`).join('\n'),
    }
  const untested = paths.flatMap(path => evidence.doubts.get(directoryOf(path)) ?? [])
  return {
    status: 'verified',
    platforms: [...new Set(found.flatMap(({ platforms }) => platforms))],
    unverifiedOn: [...new Set([...found.flatMap(({ doubts }) => doubts), ...untested])],
    cautions,
  }
}

function evidenceFor(
  path: string,
  { observations, uncovered, apart, jobs, abandoned }: Evidence,
): { readonly platforms: readonly string[]; readonly doubts: readonly string[] } {
  const platforms: string[] = []
  const doubts: string[] = []
  for (const job of jobs.filter(each => each.paths.includes(path))) {
    const reason = abandoned.get(job)
    if (reason !== undefined) {
      doubts.push(`${job.platform}: ${reason}`)
      continue
    }
    const mine = observations.filter(each => each.job === job)
    const taking = mine.filter(({ files, unit }) => files.has(path) || unit === '')
    if (taking.some(({ status }) => status === 'compiled')) platforms.push(job.platform)
    else doubts.push(`${job.platform}: ${doubtAbout(taking)}`)
  }
  const none = uncovered.get(path)
  if (platforms.length === 0 && doubts.length === 0) doubts.push(none ?? 'no build takes the file')
  doubts.push(...new Set(apart.get(path)))
  return { platforms, doubts }
}

function doubtAbout(observations: readonly Observation[]): string {
  const bad = observations.find(({ output }) => output !== '')
  if (!bad) return 'the go command leaves the file out'
  const words = bad.output
    .split('\n')
    .filter(line => !line.startsWith('# '))
    .join('\n')
  return `does not compile without the change either: ${words}`
}

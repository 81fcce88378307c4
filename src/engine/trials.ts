import { suspects } from './blame.ts'
import type { Laboratory, Observation, Observer } from './observe.ts'
import type { Trial } from './settle.ts'
import type { FoundFix, Patch } from './types.ts'
import type { Job } from './verify-jobs.ts'

/** Something that compiles, or passes, without the fixes and does not with them. */
export interface Breakage {
  readonly directory: string
  readonly platform: string
  /** `blocked`: because of what it imports. */
  readonly status: 'failed' | 'blocked'
  readonly output: string
}

export interface TrialRun {
  readonly patches: readonly Patch[]
  readonly observations: readonly Observation[]
  readonly breakages: readonly Breakage[]
}

export interface Trials {
  /** Compiles the tree with some fixes in it; `within` keeps it to the edited packages of these directories. */
  run(fixes: readonly FoundFix[], within?: ReadonlySet<string>): Promise<TrialRun>
  /** Jobs that took too long and were left out from then on. */
  readonly abandoned: ReadonlyMap<Job, string>
}

export interface TrialOptions {
  readonly observe: Observer
  readonly jobs: readonly Job[]
  /** What the fixes are edits of, as far as it differs from the disk. */
  readonly base: ReadonlyMap<string, string>
  readonly patch: (fixes: readonly FoundFix[]) => readonly Patch[]
  /** Directories, beside those of the job, of packages that the fixes may break. */
  readonly importersOf: (job: Job) => readonly string[]
}

/** Compares how some of the fixes fare to how the tree fares without any; the latter is asked only on failures. */
export function makeTrials(laboratory: Laboratory, options: TrialOptions): Trials {
  const { base, patch, importersOf, observe } = options
  const abandoned = new Map<Job, string>()
  const baselines = new Map<Job, readonly Observation[]>()
  return { run, abandoned }

  async function run(fixes: readonly FoundFix[], within?: ReadonlySet<string>): Promise<TrialRun> {
    const patches = patch(fixes)
    const texts = new Map([...base, ...patches.map(({ path, after }) => [path, after] as const)])
    const jobs = options.jobs.filter(job => !abandoned.has(job) && targetsOf(job).length > 0)
    const observations = forgetTimeouts(await observe(laboratory, jobs, texts, targetsOf))

    const breakages: Breakage[] = []
    for (const job of jobs) {
      const mine = observations.filter(observation => observation.job === job)
      breakages.push(...(await breakagesOf(job, mine, targetsOf(job))))
    }
    return { patches, observations: forgetTimeouts(observations), breakages }

    function targetsOf(job: Job): readonly string[] {
      if (within) return job.directories.filter(directory => within.has(directory))
      return [...new Set([...job.directories, ...importersOf(job)])]
    }
  }

  async function breakagesOf(
    job: Job,
    observations: readonly Observation[],
    targets: readonly string[],
  ): Promise<readonly Breakage[]> {
    const bad = observations.filter(isBad)
    const taken = new Set(observations.flatMap(({ files }) => [...files]))
    // When the go command as a whole failed there are no lists of files.
    const missing = observations.some(({ unit }) => unit === '')
      ? []
      : job.paths.filter(
          path =>
            targets.includes(job.directories.find(each => isIn(path, each)) ?? path) && !taken.has(path),
        )
    if (bad.length === 0 && missing.length === 0) return []

    const before = await baselineOf(job)
    if (abandoned.has(job)) return []
    const wasBad = new Set(before.filter(isBad).map(unitKey))
    const wasTaken = new Set(before.flatMap(({ files }) => [...files]))
    const { platform } = job
    const broken = bad
      .filter(observation => !wasBad.has(unitKey(observation)))
      .map(({ directory, status, output }) => ({
        directory,
        platform,
        status: status === 'blocked' ? ('blocked' as const) : ('failed' as const),
        output,
      }))
    const dropped = missing
      .filter(path => wasTaken.has(path))
      .map(path => ({
        directory: path.slice(0, Math.max(0, path.lastIndexOf('/'))),
        platform,
        status: 'failed' as const,
        output: `${path}:1: takes part in this build before and no longer after`,
      }))
    return [...broken, ...dropped]
  }

  async function baselineOf(job: Job): Promise<readonly Observation[]> {
    const known = baselines.get(job)
    if (known) return known
    const targets = [...new Set([...job.directories, ...importersOf(job)])]
    const observations = forgetTimeouts(await observe(laboratory, [job], base, () => targets))
    baselines.set(job, observations)
    return observations
  }

  function forgetTimeouts(observations: readonly Observation[]): readonly Observation[] {
    for (const { job, status } of observations) {
      if (status === 'timeout') abandoned.set(job, `took longer than ${laboratory.timeout / 1000} s`)
    }
    return observations.filter(({ job }) => !abandoned.has(job))
  }
}

function isBad({ status }: Observation): boolean {
  return status === 'failed' || status === 'blocked'
}

function unitKey({ unit, directory }: Observation): string {
  return unit === '' ? directory : unit
}

function isIn(path: string, directory: string): boolean {
  return path.slice(0, Math.max(0, path.lastIndexOf('/'))) === directory
}

/** A trial's result for bisection, from the breakages that count. */
export function trialOf(breakages: readonly Breakage[], patches: readonly Patch[]): Trial {
  if (breakages.length === 0) return { passed: true }
  const output = wordsOf(breakages)
  return { passed: false, output, suspects: suspects(output, patches) }
}

/** Every line once: a package and its test variants say the same; the first platform that says it is named. */
function wordsOf(breakages: readonly Breakage[]): string {
  const said = new Set<string>()
  const lines: string[] = []
  for (const { platform, output } of breakages) {
    const news = output
      .split('\n')
      .filter(line => !line.startsWith('# ') && line.trim() !== '' && !said.has(line))
    if (news.length === 0) continue
    for (const line of news) said.add(line)
    const heading = `on ${platform}:`
    if (lines.findLast(line => line.startsWith('on ')) !== heading) lines.push(heading)
    lines.push(...news)
  }
  return lines.join('\n')
}

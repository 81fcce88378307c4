import type { Laboratory, Observation } from './observe.ts'
import { isRunnable, makeTestObserver } from './observe-tests.ts'
import type { Settled } from './settle.ts'
import { type SettledFixes, settleFixes } from './settle-fixes.ts'
import { makeTrials, type TrialOptions } from './trials.ts'

/** What tests say of fixes that compile. */
export interface TestedFixes extends Settled {
  /** By edited directory: tests that could not say anything about it, and why. */
  readonly doubts: ReadonlyMap<string, readonly string[]>
  readonly notes: readonly string[]
}

/** Runs the tests of the edited packages and of all that import them; finds the fixes that make some fail. */
export async function settleTests(
  laboratory: Laboratory,
  { accepted, run }: SettledFixes,
  options: TrialOptions,
): Promise<TestedFixes> {
  const jobs = options.jobs.filter(job => isRunnable(laboratory, job))
  const directories = packageDirectories(run.observations)
  const trials = makeTrials(laboratory, {
    ...options,
    jobs,
    observe: makeTestObserver(path => directories.get(path)),
  })
  const tested = await settleFixes(accepted, trials)

  const doubts = new Map<string, string[]>()
  const doubt = (directory: string, words: string) =>
    doubts.set(directory, [...(doubts.get(directory) ?? []), words])
  for (const job of options.jobs)
    if (!jobs.includes(job))
      for (const directory of job.directories) doubt(directory, `${job.platform}: its tests cannot run here`)
  for (const [job, reason] of trials.abandoned)
    for (const directory of job.directories) doubt(directory, `tests on ${job.platform}: ${reason}`)
  for (const { unit, status, directory, job } of tested.run.observations)
    if (status === 'failed') doubt(directory, `${job.platform}: ${unit} fails without the change either`)
  return { ...tested, doubts, notes: [summary(tested.run.observations)] }
}

function summary(observations: readonly Observation[]): string {
  const packages = (status: Observation['status']) =>
    observations.filter(observation => observation.status === status && !observation.unit.includes(' '))
      .length
  const platforms = [...new Set(observations.map(({ job }) => job.platform))].join(', ')
  if (observations.length === 0) return 'no tests could be run here for the changed packages'
  const failing = new Set(
    observations.filter(({ status }) => status === 'failed').map(({ directory }) => directory),
  )
  const others = failing.size > 0 ? `, ${failing.size} fail without the changes too` : ''
  return `tests on ${platforms}: ${packages('compiled')} packages pass with the changes, ${packages('empty')} have none${others}`
}

function packageDirectories(observations: readonly Observation[]): ReadonlyMap<string, string> {
  return new Map(
    observations
      .filter(({ unit }) => unit !== '' && !unit.includes(' ') && !unit.endsWith('.test'))
      .map(({ unit, directory }) => [unit, directory]),
  )
}

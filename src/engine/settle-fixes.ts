import { directoryOf } from './go-overlay.ts'
import { type Settled, settle, type Trial } from './settle.ts'
import { type TrialRun, type Trials, trialOf } from './trials.ts'
import type { FoundFix } from './types.ts'

/** What became of the fixes, and the last run, in which exactly the accepted ones were compiled together. */
export interface SettledFixes extends Settled {
  readonly run: TrialRun
}

/**
 * Sorts fixes into those that compile together and those that break something. The packages that fail are
 * searched side by side, a set of each in one go command; what does not explain itself within a package,
 * for example because an importer fails, is then searched over all fixes.
 */
export async function settleFixes(fixes: readonly FoundFix[], { run }: Trials): Promise<SettledFixes> {
  const first = await run(fixes)
  if (first.breakages.length === 0) return { accepted: fixes, broken: new Map(), run: first }

  const local = await settlePackages(fixes, first, run)
  const search = settle(local.accepted)
  let last = first
  let step = search.next()
  while (!step.done) {
    last = await run(step.value)
    step = search.next(trialOf(last.breakages, last.patches))
  }
  const { accepted, broken } = step.value
  const isLast = last.breakages.length === 0
  return {
    accepted,
    broken: new Map([...local.broken, ...broken]),
    run: isLast ? last : await run(accepted),
  }
}

/** Fixes of packages that fixes over several files tie together. */
interface Group {
  readonly fixes: readonly FoundFix[]
  readonly directories: ReadonlySet<string>
}

interface Search {
  readonly group: Group
  readonly steps: Generator<readonly FoundFix[], Settled, Trial>
  /** What the search has to know next; when it is done, what it accepted. */
  trying: readonly FoundFix[]
  settled?: Settled
}

async function settlePackages(
  fixes: readonly FoundFix[],
  first: TrialRun,
  run: Trials['run'],
): Promise<Settled> {
  const failing = new Set(first.breakages.map(({ directory }) => directory))
  const groups = groupByPackages(fixes)
  const searches = groups
    .filter(group => [...group.directories].some(each => failing.has(each)))
    .map(startSearch)
  const others = groups
    .filter(group => !searches.some(search => search.group === group))
    .flatMap(({ fixes }) => fixes)

  let result = first
  for (;;) {
    const open = searches.filter(search => !search.settled)
    // Nothing moves: what is left is blocked by packages that are not searched.
    if (open.filter(search => advance(search, result)).length === 0) break
    const directories = new Set(
      searches.filter(search => !search.settled).flatMap(({ group }) => [...group.directories]),
    )
    if (directories.size === 0) break
    result = await run([...others, ...searches.flatMap(({ trying }) => trying)], directories)
  }
  return {
    accepted: [...others, ...searches.flatMap(({ group, settled }) => settled?.accepted ?? group.fixes)],
    broken: new Map(searches.flatMap(({ settled }) => [...(settled?.broken ?? [])])),
  }
}

function startSearch(group: Group): Search {
  const steps = settleGroup(group.fixes)
  const { value } = steps.next()
  return { group, steps, trying: value as readonly FoundFix[] }
}

/** Gives up at once what fails without any fix of the group: then the cause is elsewhere. */
function* settleGroup(fixes: readonly FoundFix[]): Generator<readonly FoundFix[], Settled, Trial> {
  const whole = yield fixes
  if (whole.passed) return { accepted: fixes, broken: new Map() }
  const none = yield []
  if (!none.passed) return { accepted: fixes, broken: new Map() }
  return yield* settle(fixes, whole)
}

/** Tells a search how its set fared; false when that cannot be said because what it imports does not compile. */
function advance(search: Search, { breakages, patches }: TrialRun): boolean {
  const own = breakages.filter(({ directory }) => search.group.directories.has(directory))
  const failed = own.filter(({ status }) => status === 'failed')
  if (failed.length === 0 && own.length > 0) return false
  const step = search.steps.next(trialOf(failed, patches))
  if (step.done) search.settled = step.value
  search.trying = step.done ? step.value.accepted : step.value
  return true
}

function groupByPackages(fixes: readonly FoundFix[]): readonly Group[] {
  let groups: Group[] = []
  for (const fix of fixes) {
    const directories = new Set(fix.fix.edits.map(edit => directoryOf(edit.path)))
    const tied = groups.filter(group => [...directories].some(each => group.directories.has(each)))
    const merged = {
      fixes: [...tied.flatMap(group => group.fixes), fix],
      directories: new Set([...tied.flatMap(group => [...group.directories]), ...directories]),
    }
    groups = [...groups.filter(group => !tied.includes(group)), merged]
  }
  return groups
}

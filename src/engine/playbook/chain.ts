import type { PlannedStep, UpgradeModule } from './plan-upgrade.ts'
import { regressions, type TestReport, type TestRun } from './test-run.ts'
import { changedSince, restoreSnapshot, type Snapshot, takeSnapshot } from './work-tree.ts'

/** A place for a person to look at. The line counts from 1. */
export interface ListedSite {
  readonly path: string
  readonly line: number
  readonly message: string
}

/** How a step ended. Only `failed` and `stopped` end the chain. */
export type StepOutcome =
  | { readonly status: 'checked'; readonly sites: readonly ListedSite[] }
  | {
      readonly status: 'changed'
      readonly files: readonly string[]
      readonly commit?: string
      readonly sites: readonly ListedSite[]
    }
  | { readonly status: 'unchanged'; readonly sites: readonly ListedSite[] }
  | { readonly status: 'skipped'; readonly reason: string }
  | { readonly status: 'failed'; readonly output: string }
  | { readonly status: 'stopped'; readonly reason: string }

export interface StepResult {
  readonly id: string
  readonly outcome: StepOutcome
}

/** What an interrupted chain needs to go on; plain data, kept in a file. */
export interface ChainState {
  readonly goal: string
  /** The modules as they were before the first step. */
  readonly modules: readonly UpgradeModule[]
  /** Results of the steps that are over, in order. */
  readonly results: readonly StepResult[]
  /** How the packages of each module fared before the first step, by directory of the module. */
  readonly baselines: Readonly<Record<string, readonly (readonly [string, 'passed' | 'failed' | 'built'])[]>>
  /** The step that is under way, and the state of the tree before it. */
  readonly pending?: { readonly id: string; readonly snapshot: Snapshot }
}

/** What a chain needs of the world around it. */
export interface ChainTools {
  /** Absolute path; the root of a git work tree or a directory in one. */
  readonly root: string
  /** Asks whether to take a step. */
  readonly approve: (step: PlannedStep, number: number) => Promise<'take' | 'skip' | 'stop'>
  /** Does what a step says, and says nothing of what it changed. */
  readonly perform: (step: PlannedStep) => Promise<Performed>
  readonly test: (directory: string) => Promise<TestReport>
  /** Commits the named files; without it nothing is committed. */
  readonly commit: ((step: PlannedStep, files: readonly string[]) => Promise<string>) | undefined
  readonly save: (state: ChainState) => Promise<void>
  readonly report: (step: PlannedStep, number: number, outcome: StepOutcome) => void
}

/** What came of doing a step, before its effect on the tree is looked at. */
export type Performed =
  | { readonly status: 'done'; readonly sites: readonly ListedSite[] }
  | { readonly status: 'skipped'; readonly reason: string }
  | { readonly status: 'failed'; readonly output: string }

/**
 * Takes the steps that `state` does not have results for, and stops at the first that fails: the tree is then
 * as the last good step left it. Each step that changes files is tested before the next.
 */
export async function runChain(
  steps: readonly PlannedStep[],
  state: ChainState,
  tools: ChainTools,
): Promise<ChainState> {
  let now = state
  for (const [index, step] of steps.entries()) {
    if (now.results.some(({ id }) => id === step.id)) continue
    const decision = await tools.approve(step, index + 1)
    const { outcome, baselines } =
      decision === 'take' ? await take(step, now, tools) : { ...now, outcome: refused(decision) }

    tools.report(step, index + 1, outcome)
    const { pending: _, ...rest } = now
    const isOver = outcome.status !== 'failed' && outcome.status !== 'stopped'
    now = { ...rest, baselines, results: isOver ? [...now.results, { id: step.id, outcome }] : now.results }
    await tools.save(now)
    if (!isOver) return { ...now, results: [...now.results, { id: step.id, outcome }] }
  }
  return now
}

function refused(decision: 'skip' | 'stop'): StepOutcome {
  return decision === 'skip'
    ? { status: 'skipped', reason: 'not wanted' }
    : { status: 'stopped', reason: 'run again to go on from here' }
}

interface Taken {
  readonly outcome: StepOutcome
  readonly baselines: ChainState['baselines']
}

async function take(step: PlannedStep, state: ChainState, tools: ChainTools): Promise<Taken> {
  if (step.step.kind === 'check') {
    const performed = await tools.perform(step)
    const outcome: StepOutcome = performed.status === 'done' ? { ...performed, status: 'checked' } : performed
    return { outcome, baselines: state.baselines }
  }
  const { directory } = step.module
  const known = state.baselines[directory]
  const baseline: TestRun = known ? new Map(known) : (await tools.test(directory)).packages
  const baselines = { ...state.baselines, [directory]: [...baseline] }

  const snapshot = await takeSnapshot(tools.root)
  await tools.save({ ...state, baselines, pending: { id: step.id, snapshot } })
  const outcome = await change(step, snapshot, baseline, tools)
  if (outcome.status === 'failed') await restoreSnapshot(tools.root, snapshot)
  return { outcome, baselines }
}

async function change(
  step: PlannedStep,
  snapshot: Snapshot,
  baseline: TestRun,
  tools: ChainTools,
): Promise<StepOutcome> {
  const performed = await tools.perform(step)
  if (performed.status !== 'done') return performed
  const files = await changedSince(tools.root, snapshot)
  if (files.length === 0) return { status: 'unchanged', sites: performed.sites }

  const problem = await newFailures(step, baseline, tools)
  if (problem) return { status: 'failed', output: problem }
  if (!tools.commit) return { status: 'changed', files, sites: performed.sites }
  return { status: 'changed', files, sites: performed.sites, commit: await tools.commit(step, files) }
}

/** What no longer builds or passes; tests that fail are run once more, as some fail now and then. */
async function newFailures(
  { module }: PlannedStep,
  baseline: TestRun,
  tools: ChainTools,
): Promise<string | undefined> {
  const first = await tools.test(module.directory)
  if (regressions(baseline, first.packages).length === 0) return undefined
  const second = await tools.test(module.directory)
  const broken = regressions(baseline, second.packages).filter(name =>
    regressions(baseline, first.packages).includes(name),
  )
  if (broken.length === 0) return undefined
  return `no longer passes: ${broken.join(', ') || 'the module'}\n${second.output}`
}

import type { Performed, StepOutcome } from './outcome.ts'
import type { PlannedStep } from './plan-upgrade.ts'
import type { ChainState } from './state.ts'
import { type Baselines, newFailures, type TestReport, testedText } from './test-run.ts'
import { changedSince, restoreSnapshot, type Snapshot, takeSnapshot } from './work-tree.ts'

/** What a chain needs of the world around it. */
export interface ChainTools {
  /** Absolute path; the root of a git work tree or a directory in one. */
  readonly root: string
  /** Says what a step will do, and whether to do it. */
  readonly approve: (step: PlannedStep, number: number) => Promise<Decision>
  /** Does what a step says, and says nothing of what it changed. */
  readonly perform: (step: PlannedStep) => Promise<Performed>
  /** Shows what a step has changed, and says whether that is to stay. */
  readonly review: (step: PlannedStep, before: Snapshot, files: readonly string[]) => Promise<Decision>
  /** Builds and tests the module in a directory. */
  readonly test: (directory: string) => Promise<TestReport>
  /** Commits the named files; without it nothing is committed. */
  readonly commit: ((step: PlannedStep, files: readonly string[]) => Promise<string>) | undefined
  readonly save: (state: ChainState) => Promise<void>
  readonly report: (step: PlannedStep, number: number, outcome: StepOutcome) => void
}

/** `skip`: leave it out and go on; `stop`: end the chain before it. */
export type Decision = 'take' | 'skip' | 'stop'

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
  readonly baselines: Baselines
}

async function take(step: PlannedStep, state: ChainState, tools: ChainTools): Promise<Taken> {
  const { kind } = step.step
  if (kind === 'gate') return { outcome: { status: 'confirmed' }, baselines: state.baselines }
  if (kind === 'check') {
    const performed = await tools.perform(step)
    const outcome: StepOutcome = performed.status === 'done' ? { ...performed, status: 'checked' } : performed
    return { outcome, baselines: state.baselines }
  }
  const baselines = { ...state.baselines }
  for (const directory of step.tested) baselines[directory] ??= [...(await tools.test(directory)).packages]

  const before = await takeSnapshot(tools.root)
  await tools.save({ ...state, baselines, pending: { id: step.id, before } })
  return { outcome: await change(step, before, baselines, tools), baselines }
}

async function change(
  step: PlannedStep,
  before: Snapshot,
  baselines: Baselines,
  tools: ChainTools,
): Promise<StepOutcome> {
  const { root } = tools
  const performed = await tools.perform(step)
  const files = await changedSince(root, before)
  if (performed.status !== 'done') {
    await restoreSnapshot(root, before, files)
    return performed
  }
  const { sites, notes = [] } = performed
  if (files.length === 0) return { status: 'unchanged', sites, notes }

  const decision = await tools.review(step, before, files)
  if (decision !== 'take') {
    await restoreSnapshot(root, before, files)
    return refused(decision)
  }
  const problem = await newFailures(step.tested, baselines, tools.test)
  if (problem) {
    await restoreSnapshot(root, before, files)
    return { status: 'failed', output: problem }
  }
  const commit = tools.commit && (await tools.commit(step, files))
  const tested = testedText(step.tested, baselines)
  return { status: 'changed', files, tested, sites, notes, ...(commit && { commit }) }
}

import type { Journal } from '../../engine/journal.ts'
import type { PlannedStep } from '../../engine/playbook/plan-upgrade.ts'
import { type ChainState, statePath } from '../../engine/playbook/state.ts'
import { testedText } from '../../engine/playbook/test-run.ts'
import {
  changedSince,
  keepSnapshot,
  lastCommit,
  madeByGo,
  restoreSnapshot,
  takeSnapshot,
  untrackedFiles,
} from '../../engine/playbook/work-tree.ts'
import { UsageError } from '../../errors.ts'
import { commitTitle } from './commit-step.ts'

/** Throws UsageError for uncommitted changes below the root, and for files that a step could not take back. */
export async function requireCleanStart(root: string): Promise<void> {
  const { head } = await takeSnapshot(root)
  const untracked = await untrackedFiles(root)
  const [changed] = await changedSince(root, { commit: head, untracked, head })
  if (changed !== undefined)
    throw new UsageError(
      `there are uncommitted changes (${changed}): commit or stash them first, so that each step's changes stay apart`,
    )
  const [made] = madeByGo(untracked)
  if (made !== undefined)
    throw new UsageError(
      `git does not track ${made}, which the go command changes: add it or ignore it first`,
    )
}

/**
 * Goes on with a chain that was begun. A step that had made its commit is over; one that had not begins again, on
 * the files as it had found them, and what it had done is kept among git's stashes.
 * Throws UsageError when another chain was begun, or somebody has committed in the middle of a step.
 */
export async function takeUp(
  begun: ChainState,
  fresh: ChainState,
  steps: readonly PlannedStep[],
  journal: Journal,
): Promise<ChainState> {
  const { root } = journal
  const drop = `delete ${statePath(journal)} to drop it`
  if (begun.goal !== fresh.goal || begun.place !== fresh.place)
    throw new UsageError(
      `an upgrade to ${begun.goal} was begun in ${begun.place || 'the root of the repository'}: go on with it, or ${drop}`,
    )
  const { pending, ...state } = begun
  if (!pending) return state
  const { id, before } = pending

  const last = await lastCommit(root)
  if (last.id !== before.head) {
    const step = steps.find(other => other.id === id)
    if (!step || last.parent !== before.head || last.title !== commitTitle(step))
      throw new UsageError(`somebody has committed while the step ${id} was under way: ${drop} and run again`)
    const files = await changedSince(root, { ...before, commit: before.head })
    const tested = testedText(step.tested, state.baselines)
    const outcome = { status: 'changed', files, tested, commit: last.id, sites: [], notes: [] } as const
    return { ...state, results: [...state.results, { id, outcome }] }
  }
  const changed = await changedSince(root, before)
  if (changed.length > 0) {
    await keepSnapshot(root, await takeSnapshot(root), `gomend: found when ${id} was taken up again`)
    await restoreSnapshot(root, before, madeByGo(changed))
    process.stderr.write(
      `gomend: the step ${id} was interrupted and begins again; the files as they were found are in git stash\n`,
    )
  }
  const [left] = (await untrackedFiles(root)).filter(path => !before.untracked.includes(path))
  if (left !== undefined)
    throw new UsageError(
      `${left} is new since the step ${id} began: delete it, or add it to git, and run again`,
    )
  return state
}

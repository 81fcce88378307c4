import { UsageError } from '../errors.ts'
import { errorCode } from './durable.ts'
import { type Journal, reopenLastApply } from './journal.ts'
import type { Recovery } from './recover.ts'
import { type Restoration, rollBack } from './restore.ts'

/**
 * Takes back the newest apply that has not been taken back yet; `undefined` when there is none. Files that are no
 * longer as gomend wrote them are left alone and named. One that `recovery` has just rolled back counts as the newest:
 * an undo that was interrupted and is asked for again takes back no second apply.
 */
export async function undoLastApply(
  journal: Journal,
  recovery: Recovery | undefined,
): Promise<Restoration | undefined> {
  if (recovery?.rolledBack) return recovery.rolledBack
  const record = await reopenLastApply(journal)
  if (record === undefined) return undefined
  try {
    return await rollBack(journal, record)
  } catch (error) {
    if (!(error instanceof Error) || errorCode(error) === '') throw error
    throw new UsageError(`cannot undo: ${error.message}; run gomend undo again when the cause is gone`, {
      cause: error,
    })
  }
}

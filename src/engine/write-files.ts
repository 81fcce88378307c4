import { UsageError } from '../errors.ts'
import { errorCode } from './durable.ts'
import {
  type ApplyRecord,
  beginApply,
  discardPending,
  fingerprintOf,
  type Journal,
  keepForUndo,
  syncRecorded,
} from './journal.ts'
import { rollBack } from './restore.ts'
import { fingerprintOnDisk, stage, swapIn, unstage } from './staging.ts'

export interface NewText {
  /** Relative to the base of the journal, without symbolic links. */
  readonly path: string
  readonly before: string
  readonly after: string
}

export type Written =
  /** These files were no longer as expected, and so none has been written. */
  { readonly changed: readonly string[] } | { readonly changed?: never; readonly losses: readonly Loss[] }

/** What a file could not keep, such as its owner; `message` is the rest of a sentence about it. */
export interface Loss {
  readonly path: string
  readonly message: string
}

/**
 * Writes all files or none. A crash at any instant leaves a record by which the next run finishes or rolls back;
 * an error of the system, for example a full disk, is rolled back at once and thrown as a UsageError.
 */
export async function writeFiles(journal: Journal, texts: readonly NewText[]): Promise<Written> {
  const record = await begin(journal, texts)
  try {
    const losses: Loss[] = []
    for (const [index, file] of record.files.entries())
      for (const message of await stage(journal, file, texts[index]?.after ?? ''))
        losses.push({ path: file.path, message })

    const changed = await changedFiles(journal, record)
    if (changed.length > 0) {
      await unstage(journal, record.files)
      await discardPending(journal)
      return { changed }
    }
    for (const file of record.files)
      if (!(await swapIn(journal, file, fingerprintOf(file.before))))
        return { changed: (await rollBack(journal, record)).left.map(({ path }) => path) }

    await syncRecorded(journal, record)
    await keepForUndo(journal)
    return { losses }
  } catch (error) {
    throw await afterRollBack(journal, record, error)
  }
}

async function begin(journal: Journal, texts: readonly NewText[]): Promise<ApplyRecord> {
  try {
    return await beginApply(
      journal,
      texts.map(({ path, before, after }) => ({ path, before, after: fingerprintOf(after) })),
    )
  } catch (error) {
    // Should this fail too, the next run finds a record of nothing and discards it.
    await discardPending(journal).catch(() => {})
    throw nothingChanged(error)
  }
}

async function changedFiles(journal: Journal, { files }: ApplyRecord): Promise<readonly string[]> {
  const changed: string[] = []
  for (const file of files)
    if ((await fingerprintOnDisk(journal, file)) !== fingerprintOf(file.before)) changed.push(file.path)
  return changed
}

async function afterRollBack(journal: Journal, record: ApplyRecord, error: unknown): Promise<unknown> {
  try {
    await rollBack(journal, record)
  } catch (cause) {
    const message = `cannot write: ${messageOf(error)}; taking back what had been written failed as well: ${messageOf(cause)}; when the cause is gone, gomend undo begins with that`
    return new UsageError(message, { cause })
  }
  return nothingChanged(error)
}

function nothingChanged(error: unknown): unknown {
  if (errorCode(error) === '') return error
  return new UsageError(`cannot write: ${messageOf(error)}; no file has been changed`, { cause: error })
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createDurably, removeObserved, syncDirectory } from './durable.ts'
import {
  type ApplyRecord,
  discardPending,
  fingerprintOf,
  type Journal,
  type RecordedFile,
  syncRecorded,
} from './journal.ts'
import { fingerprintOnDisk, stage, swapIn, unstage } from './staging.ts'

/** Which files are as they were before an apply; paths are relative to the base of the journal. */
export interface Restoration {
  readonly restored: readonly string[]
  /** Files that are no longer as gomend wrote them; their text from before is put at the absolute path `keptAt`. */
  readonly left: readonly { readonly path: string; readonly keptAt: string }[]
}

/**
 * Takes back the pending apply, however far it came: files that are as gomend wrote them get their old text, all
 * others are left alone. Can be interrupted and repeated; when it throws, the apply is still pending.
 */
export async function rollBack(journal: Journal, record: ApplyRecord): Promise<Restoration> {
  await unstage(journal, record.files)
  const written: RecordedFile[] = []
  const left: RecordedFile[] = []
  for (const file of record.files) {
    const now = await fingerprintOnDisk(journal, file)
    if (now === file.after) written.push(file)
    else if (now !== fingerprintOf(file.before)) left.push(file)
  }

  // All texts are on the disk before the first file changes, so that a full disk changes none. What a file cannot
  // keep it has lost already when gomend wrote it.
  for (const file of written) await stage(journal, file, file.before)
  for (const file of written) if (!(await swapIn(journal, file, file.after))) left.push(file)
  await unstage(journal, left)
  await syncRecorded(journal, record)

  const kept = []
  for (const file of left) kept.push({ path: file.path, keptAt: await keepText(journal, record, file) })
  await discardPending(journal)
  return { restored: record.files.filter(file => !left.includes(file)).map(({ path }) => path), left: kept }
}

// kept/<id>/<path> in the journal: the only copy of a text that could not be put back.
async function keepText(journal: Journal, record: ApplyRecord, file: RecordedFile): Promise<string> {
  const path = join(journal.directory, 'kept', record.id, file.path)
  await mkdir(dirname(path), { recursive: true })
  await removeObserved(path, journal.observe)
  await createDurably(path, file.before, journal.observe)
  await syncDirectory(dirname(path), journal.observe)
  return path
}

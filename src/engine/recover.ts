import { type ApplyRecord, type Journal, keepForUndo, pendingApply, syncRecorded } from './journal.ts'
import { type Restoration, rollBack } from './restore.ts'
import { fingerprintOnDisk, unstage } from './staging.ts'

/** What became of an apply or undo that was interrupted. */
export interface Recovery {
  /** A sentence for the user. */
  readonly message: string
  /** There when it was rolled back; an apply that had written every file is finished instead. */
  readonly rolledBack?: Restoration
}

/** Finishes or rolls back what a crash has interrupted; `undefined` when nothing was. */
export async function recover(journal: Journal): Promise<Recovery | undefined> {
  const record = await pendingApply(journal)
  if (record === undefined) return undefined
  const interrupted = `an earlier run of gomend was interrupted while it wrote ${listed(record.files)}`

  if (await isWritten(journal, record)) {
    await unstage(journal, record.files)
    await syncRecorded(journal, record)
    await keepForUndo(journal)
    return { message: `${interrupted}: all of it is written, and gomend undo takes it back` }
  }

  const restoration = await rollBack(journal, record)
  const rolledBack = `${interrupted}: rolled back to what was there before it`
  const places = restoration.left.map(({ path, keptAt }) => `${path} (its text from before is in ${keptAt})`)
  const except = places.length === 0 ? '' : `, except for what has changed since: ${places.join(', ')}`
  return { message: rolledBack + except, rolledBack: restoration }
}

async function isWritten(journal: Journal, { files }: ApplyRecord): Promise<boolean> {
  for (const file of files) if ((await fingerprintOnDisk(journal, file)) !== file.after) return false
  return true
}

function listed(files: ApplyRecord['files']): string {
  const [first] = files
  return files.length === 1 ? `${first?.path}` : `${files.length} files (${first?.path} and others)`
}

import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, normalize, posix } from 'node:path'
import { UsageError } from '../errors.ts'
import {
  createDurably,
  errorCode,
  type Observe,
  removeObserved,
  renameObserved,
  syncDirectory,
} from './durable.ts'
import type { WorkTree } from './git.ts'

// write-file-atomic does not fit: it renames each file as soon as it is written, so that a crash between two files
// leaves half an apply, and takes a write that the disk cut short for a whole one.

/** What gomend keeps in order to roll back and to undo. Only `withJournal` makes one, so whoever has one holds the lock. */
export interface Journal {
  /** The root of the run, without symbolic links. */
  readonly root: string
  /** The directory that recorded paths are relative to, without symbolic links. */
  readonly base: string
  /** Where the journal is; see `withJournal`. */
  readonly directory: string
  readonly workTree: WorkTree | undefined
  readonly observe: Observe
}

/** One apply: enough to undo it, and to tell gomend's text from anybody else's. */
export interface ApplyRecord {
  readonly id: string
  readonly files: readonly RecordedFile[]
}

/** Paths are slash-separated, relative to the base of the journal, and never lead through a symbolic link. */
export interface RecordedFile {
  readonly path: string
  /** Where the new text is written before it takes the place of the old one. */
  readonly aside: string
  readonly before: string
  /** The `fingerprintOf` the text that gomend wrote. */
  readonly after: string
}

// <directory>/pending.json        the apply that is under way, or was when the machine stopped
// <directory>/undo/<number>.json  finished applies; the newest has the highest number
const undoLevels = 20

/** The SHA-256 by which a file is known to be still what was read or written. */
export function fingerprintOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Records what is about to be written: from here on the next run notices a crash. */
export async function beginApply(
  journal: Journal,
  files: readonly Omit<RecordedFile, 'aside'>[],
): Promise<ApplyRecord> {
  const id = randomBytes(6).toString('hex')
  const record = {
    id,
    files: files.map((file, index) => ({ ...file, aside: asideOf(id, file.path, index) })),
  }
  const draft = `${pendingPath(journal)}.new`
  // A draft is left when a run ended before anything else had happened.
  await removeObserved(draft, journal.observe)
  await createDurably(draft, JSON.stringify(record), journal.observe)
  await renameObserved(draft, pendingPath(journal), journal.observe)
  await syncDirectory(journal.directory, journal.observe)
  return record
}

// Beside the file, because only within one directory is a rename atomic for certain; the leading dot keeps the
// go command away.
function asideOf(id: string, path: string, index: number): string {
  return posix.join(posix.dirname(path), `.gomend-${id}-${index}.tmp`)
}

/** The apply or undo that was interrupted, if one was. Throws a UsageError when its record cannot be read. */
export async function pendingApply(journal: Journal): Promise<ApplyRecord | undefined> {
  try {
    const record: ApplyRecord = JSON.parse(await readFile(pendingPath(journal), 'utf8'))
    if (!isOwn(record)) throw new Error('gomend did not write it')
    return record
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw new UsageError(
      `an earlier run of gomend was interrupted, and its record ${pendingPath(journal)} cannot be read: compare the tree with your last commit or backup, then delete the record`,
      { cause: error },
    )
  }
}

/** Reports whether gomend may have written a record. One that came with the tree could name files outside of it. */
function isOwn({ id, files }: ApplyRecord): boolean {
  return (
    /^[0-9a-f]{12}$/.test(id) &&
    files.length > 0 &&
    files.every(
      ({ path, aside, before, after }, index) =>
        aside === asideOf(id, path, index) &&
        !isAbsolute(path) &&
        !/^\.\.([\\/]|$)/.test(normalize(path)) &&
        typeof before === 'string' &&
        typeof after === 'string',
    )
  )
}

/** Keeps the pending apply as the newest that can be undone, and forgets the oldest. */
export async function keepForUndo(journal: Journal): Promise<void> {
  const kept = await undoNames(journal)
  const number = Number.parseInt(kept.at(-1) ?? '0', 10) + 1
  const path = join(undoDirectory(journal), `${String(number).padStart(6, '0')}.json`)
  await renameObserved(pendingPath(journal), path, journal.observe)
  const tooOld = kept.slice(0, Math.max(0, kept.length + 1 - undoLevels))
  for (const name of tooOld) await removeObserved(join(undoDirectory(journal), name), journal.observe)
  await syncDirectory(undoDirectory(journal), journal.observe)
  await syncDirectory(journal.directory, journal.observe)
}

/** Makes the newest finished apply the pending one again; `undefined` when there is none. */
export async function reopenLastApply(journal: Journal): Promise<ApplyRecord | undefined> {
  const name = (await undoNames(journal)).at(-1)
  if (name === undefined) return undefined
  await renameObserved(join(undoDirectory(journal), name), pendingPath(journal), journal.observe)
  await syncDirectory(journal.directory, journal.observe)
  await syncDirectory(undoDirectory(journal), journal.observe)
  return pendingApply(journal)
}

/** Forgets the pending apply. */
export async function discardPending(journal: Journal): Promise<void> {
  await removeObserved(pendingPath(journal), journal.observe)
  await syncDirectory(journal.directory, journal.observe)
}

/** Makes the renames next to the recorded files durable. */
export async function syncRecorded(journal: Journal, { files }: ApplyRecord): Promise<void> {
  const directories = new Set(files.map(({ path }) => dirname(join(journal.base, path))))
  for (const directory of directories) await syncDirectory(directory, journal.observe)
}

function pendingPath(journal: Journal): string {
  return join(journal.directory, 'pending.json')
}

function undoDirectory(journal: Journal): string {
  return join(journal.directory, 'undo')
}

async function undoNames(journal: Journal): Promise<readonly string[]> {
  return (await readdir(undoDirectory(journal))).toSorted()
}

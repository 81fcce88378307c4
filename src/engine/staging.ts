import { readFile, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createDurably, errorCode, removeObserved, renameObserved } from './durable.ts'
import { fingerprintOf, type Journal, type RecordedFile } from './journal.ts'

/**
 * Writes a text beside a recorded file, with that file's mode, owner and group.
 * Returns in words what the file will not keep once the text takes its place.
 */
export async function stage(journal: Journal, file: RecordedFile, text: string): Promise<readonly string[]> {
  const like = await stat(join(journal.base, file.path))
  const owned = await createDurably(join(journal.base, file.aside), text, journal.observe, like)
  const losses: string[] = []
  if (!owned) losses.push('has changed its owner or group, as only root may give files away')
  if (like.nlink > 1) losses.push('is now a file of its own; its other hard links keep the old text')
  return losses
}

/** Puts the staged text in place, if the file still has the expected fingerprint; reports whether it had. */
export async function swapIn(journal: Journal, file: RecordedFile, expected: string): Promise<boolean> {
  if ((await fingerprintOnDisk(journal, file)) !== expected) return false
  await renameObserved(join(journal.base, file.aside), join(journal.base, file.path), journal.observe)
  return true
}

/** Removes what has been staged and not been swapped in. */
export async function unstage(journal: Journal, files: readonly RecordedFile[]): Promise<void> {
  for (const { aside } of files) await removeObserved(join(journal.base, aside), journal.observe)
}

/** The fingerprint of a file as it is now; `undefined` when it is gone, or its path has come to lead elsewhere. */
export async function fingerprintOnDisk(
  journal: Journal,
  { path }: RecordedFile,
): Promise<string | undefined> {
  const target = join(journal.base, path)
  try {
    if ((await realpath(target)) !== target) return undefined
    return fingerprintOf(await readFile(target))
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP'].includes(errorCode(error))) return undefined
    throw error
  }
}

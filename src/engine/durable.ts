import { type FileHandle, open, rename, rm } from 'node:fs/promises'

/** What is about to happen to a file or directory. */
export type Operation = 'create' | 'write' | 'fsync' | 'rename' | 'remove'

/**
 * Called right before every change that gomend makes to a disk, with an absolute path. This is the hook for
 * injecting faults: an observer that ends the process at the n-th call is a crash at that instant.
 */
export type Observe = (operation: Operation, path: string) => void

/** Whose permissions a new file gets; without it the file is for its creator alone. */
export interface Ownership {
  readonly mode: number
  readonly uid: number
  readonly gid: number
}

/**
 * Creates a file that must not exist yet; when this returns, its content is on the disk, and when it throws, it is not there.
 * `false`: owner and group could not both be set, as only root may; the group is kept where that is allowed.
 */
export async function createDurably(
  path: string,
  text: string,
  observe: Observe,
  like?: Ownership,
): Promise<boolean> {
  observe('create', path)
  const file = await open(path, 'wx', 0o600)
  try {
    observe('write', path)
    await file.writeFile(text, 'utf8')
    // Mode after owner: changing the owner clears the setuid bits.
    const owned = like === undefined || (await ownLike(file, like))
    if (like) await file.chmod(like.mode & 0o7777)
    observe('fsync', path)
    await file.sync()
    return owned
  } catch (error) {
    await removeObserved(path, observe)
    throw error
  } finally {
    await file.close()
  }
}

async function ownLike(file: FileHandle, { uid, gid }: Ownership): Promise<boolean> {
  const mine = await file.stat()
  if (mine.uid === uid && mine.gid === gid) return true
  if (await isAllowed(file.chown(uid, gid))) return true
  // A member of the group may at least keep the group.
  await isAllowed(file.chown(mine.uid, gid))
  return false
}

async function isAllowed(change: Promise<void>): Promise<boolean> {
  try {
    await change
    return true
  } catch (error) {
    if (['EPERM', 'EINVAL', 'ENOSYS'].includes(errorCode(error))) return false
    throw error
  }
}

/** Renames within one file system, atomically; durable once the directory is synced. */
export async function renameObserved(from: string, to: string, observe: Observe): Promise<void> {
  observe('rename', to)
  await rename(from, to)
}

/** Removes a file that may already be gone. */
export async function removeObserved(path: string, observe: Observe): Promise<void> {
  observe('remove', path)
  await rm(path, { force: true })
}

/** Makes the creations, renames and removals in a directory durable. */
export async function syncDirectory(path: string, observe: Observe): Promise<void> {
  // Windows has no such call, and orders directory changes by its own journal.
  if (process.platform === 'win32') return
  observe('fsync', path)
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

/** The system's name for a failure, such as `ENOSPC`; empty for anything else. */
export function errorCode(error: unknown): string {
  return (error instanceof Error && (error as NodeJS.ErrnoException).code) || ''
}

import { existsSync, lstatSync, readdirSync } from 'node:fs'
import { mkdir, realpath, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UsageError } from '../errors.ts'
import { errorCode, type Observe } from './durable.ts'
import { findWorkTree } from './git.ts'
import type { Journal } from './journal.ts'
import { withLock } from './lock.ts'
import { type Recovery, recover } from './recover.ts'

/**
 * Runs `action` with the journal of the tree that `root` is in. While it runs no other gomend writes there, and an
 * apply that had been interrupted has been finished or rolled back, of which `recovery` tells.
 * Throws a UsageError when another process is at work. For commands that write only: it creates the journal, in the
 * git directory (`.git/gomend`) or, outside git, as `.gomend` beside go.mod with a .gitignore of its own.
 */
export async function withJournal<Result>(
  root: string,
  action: (journal: Journal, recovery: Recovery | undefined) => Promise<Result>,
  observe: Observe = () => {},
): Promise<Result> {
  const realRoot = await realpath(root)
  const workTree = await findWorkTree(realRoot)
  const base = workTree ? await realpath(workTree.top) : moduleDirectory(realRoot)
  const directory = workTree ? join(workTree.gitDirectory, 'gomend') : join(base, '.gomend')
  await makeDirectory(directory, workTree !== undefined)

  return withLock(join(directory, 'lock'), async () => {
    const journal = { root: realRoot, base, directory, workTree, observe }
    return action(journal, await recover(journal))
  })
}

async function makeDirectory(directory: string, isInGit: boolean): Promise<void> {
  try {
    refuseLinks(directory)
    await mkdir(join(directory, 'undo'), { recursive: true })
    if (!isInGit) await writeFile(join(directory, '.gitignore'), '*\n')
  } catch (error) {
    if (errorCode(error) === '') throw error
    throw new UsageError(
      `cannot keep a journal in ${directory}, without which nothing is written: ${(error as Error).message}`,
      { cause: error },
    )
  }
}

/** Throws a UsageError for a journal that leads elsewhere, as one may that came with the tree. */
function refuseLinks(directory: string): void {
  refuseLink(directory)
  if (!existsSync(directory)) return
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' }))
    refuseLink(join(directory, name))
}

function refuseLink(path: string): void {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return
  throw new UsageError(
    `${path} is a symbolic link, and gomend makes none there: see where it leads, and delete it`,
  )
}

function moduleDirectory(root: string): string {
  for (let directory = root; directory !== dirname(directory); directory = dirname(directory))
    if (existsSync(join(directory, 'go.mod'))) return directory
  return root
}

import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../../errors.ts'
import type { Journal } from '../journal.ts'
import type { ChainState } from './chain.ts'

/** Where the state of a chain is kept while it is not over. */
export function statePath(journal: Journal): string {
  return join(journal.directory, 'playbook.json')
}

/** Reads the state of a chain that is not over; undefined when there is none. Throws UsageError when it cannot be read. */
export async function loadState(journal: Journal): Promise<ChainState | undefined> {
  const path = statePath(journal)
  try {
    return JSON.parse(await readFile(path, 'utf8')) as ChainState
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new UsageError(`cannot read ${path}, which says how far an upgrade came; delete it to start anew`, {
      cause: error,
    })
  }
}

/** Replaces the kept state in one step. */
export async function saveState(journal: Journal, state: ChainState): Promise<void> {
  const aside = `${statePath(journal)}.new`
  await writeFile(aside, JSON.stringify(state), { flush: true })
  await rename(aside, statePath(journal))
}

export async function dropState(journal: Journal): Promise<void> {
  await rm(statePath(journal), { force: true })
}

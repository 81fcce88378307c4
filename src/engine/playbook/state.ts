import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../../errors.ts'
import type { Journal } from '../journal.ts'
import type { UpgradeTree } from './find-modules.ts'
import type { StepResult } from './outcome.ts'
import type { Baselines } from './test-run.ts'
import type { Snapshot } from './work-tree.ts'

/** What an interrupted chain needs to go on; plain data, kept in a file. */
export interface ChainState {
  /** `go1.24` of `--to`, or the name of a playbook. */
  readonly goal: string
  /** Directory of the chain, relative to the top of the work tree. */
  readonly place: string
  /** The modules as they were before the first step. */
  readonly tree: UpgradeTree
  /** Results of the steps that are over, in order. */
  readonly results: readonly StepResult[]
  readonly baselines: Baselines
  /** The step that is under way, and the state of the files before it. */
  readonly pending?: { readonly id: string; readonly before: Snapshot }
}

/** Where the state of a chain is kept while it is not over. */
export function statePath(journal: Pick<Journal, 'directory'>): string {
  return join(journal.directory, 'playbook.json')
}

/** Reads the state of a chain that is not over; undefined when there is none. Throws UsageError when it cannot be read. */
export async function loadState(journal: Pick<Journal, 'directory'>): Promise<ChainState | undefined> {
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

/** Forgets the chain: it is over. */
export async function dropState(journal: Journal): Promise<void> {
  await rm(statePath(journal), { force: true })
}

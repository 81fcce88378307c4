import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'rolldown'
import type { Patch } from '../../src/engine/types.ts'
import { undoLastApply } from '../../src/engine/undo.ts'
import { withJournal } from '../../src/engine/with-journal.ts'

const CHILD = join(mkdtempSync(join(tmpdir(), 'gomend-killed-')), 'killed-apply.mjs')
await build({
  input: join(import.meta.dirname, '../../scripts/killed-apply.ts'),
  platform: 'node',
  logLevel: 'warn',
  output: { file: CHILD },
})

const made: string[] = [dirname(CHILD)]

/** A tree of files that are about to get new texts. */
export interface CrashTree {
  readonly root: string
  readonly patches: readonly Patch[]
}

/** Writes the old texts of `files` files in several directories. */
export function makeCrashTree(files: number, root = mkdtempSync(join(tmpdir(), 'gomend-crash-'))): CrashTree {
  const patches = Array.from({ length: files }, (_, index) => ({
    path: `d${index % 7}/f${index}.go`,
    before: `package d${index % 7}\n\n// ${'old '.repeat(index % 50)}\n`,
    after: `package d${index % 7}\n\n// ${'newer '.repeat(index % 60)}\n`,
    changes: [],
  }))
  for (const { path, before } of patches) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), before)
  }
  made.push(root)
  return { root: realpathSync(root), patches }
}

/** Whether all files are as before or as after; a list of those that are neither, or of left-overs, otherwise. */
export function stateOf({ root, patches }: CrashTree): 'old' | 'new' | readonly string[] {
  const texts = patches.map(({ path, before, after }) => {
    const text = readFileSync(join(root, path), 'utf8')
    return { path, isOld: text === before, isNew: text === after }
  })
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
  const leftOver = names.filter(name => name.endsWith('.tmp') || name.endsWith('pending.json'))
  if (leftOver.length > 0) return leftOver
  if (texts.every(({ isOld }) => isOld)) return 'old'
  if (texts.every(({ isNew }) => isNew)) return 'new'
  return texts.map(({ path, isOld, isNew }) => `${path}: ${isOld ? 'old' : isNew ? 'new' : 'neither'}`)
}

/** Runs an apply, undo or mere recovery in a process that is killed before its `killAt`-th step; false if it has fewer. */
export function runKilled(
  { root, patches }: CrashTree,
  action: 'apply' | 'undo' | 'recover',
  killAt: number,
  tear = false,
): boolean {
  const job = join(root, '.gomend-job.json')
  writeFileSync(job, JSON.stringify({ root, action, patches, killAt, tear }))
  const { signal, status, stderr } = spawnSync(process.execPath, [CHILD, job], { encoding: 'utf8' })
  if (signal === 'SIGKILL') return true
  if (status === 0) return false
  throw new Error(`the process that was to be killed ended by itself: ${stderr}`)
}

/** What the next run says and does before anything else. */
export function recoverTree({ root }: CrashTree): Promise<string | undefined> {
  return withJournal(root, async (_, recovery) => recovery?.message)
}

/** Takes back everything that can be taken back. */
export async function undoAll({ root }: CrashTree): Promise<void> {
  while (await withJournal(root, undoLastApply));
}

/** Removes all trees that were made, and the program that was killed. */
export function removeTrees(): void {
  for (const root of made) rmSync(root, { recursive: true, force: true })
}

import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { applyPatches } from '../src/engine/apply.ts'
import type { Operation } from '../src/engine/durable.ts'
import { withJournal } from '../src/engine/with-journal.ts'
import { UsageError } from '../src/errors.ts'
import {
  type CrashTree,
  makeCrashTree,
  recoverTree,
  runKilled,
  stateOf,
  undoAll,
} from '../test/support/crash.ts'

// npx jiti scripts/prove-apply.ts [FILES]   kills an apply of 200 files with `kill -9` at each of its
// steps, and recoveries and undos at some of theirs; then lets each step fail, and fills real disks.
const FILES = Number(process.argv[2] ?? 200)
let failures = 0

function expectState(tree: CrashTree, allowed: readonly string[], where: string): string {
  const state = stateOf(tree)
  if (typeof state === 'string' && allowed.includes(state)) return state
  failures += 1
  console.log(`FAILED ${where}: ${JSON.stringify(state).slice(0, 300)}`)
  return 'lost'
}

async function killApplies(tear: boolean): Promise<void> {
  const tree = makeCrashTree(FILES)
  const counts: Record<string, number> = {}
  let kills = 0
  for (let step = 1; runKilled(tree, 'apply', step, tear); step++) {
    kills += 1
    const said = await recoverTree(tree)
    const what =
      said === undefined ? 'nothing to recover' : said.includes('rolled back') ? 'rolled back' : 'finished'
    const state = expectState(
      tree,
      what === 'finished' ? ['new'] : what === 'rolled back' ? ['old'] : ['old', 'new'],
      `apply killed at step ${step}`,
    )
    const key = `${what}, ${state}`
    counts[key] = (counts[key] ?? 0) + 1
    await undoAll(tree)
    expectState(tree, ['old'], `undo after an apply killed at step ${step}`)
  }
  console.log(
    `apply of ${FILES} files, ${kills} kills${tear ? ', writes cut short' : ''}: ${JSON.stringify(counts)}`,
  )
  await undoAll(tree)
  expectState(tree, ['old'], 'undo of the apply that was not killed')
}

async function killLater(action: 'recover' | 'undo', every: number): Promise<void> {
  const tree = makeCrashTree(FILES)
  const counts: Record<string, number> = {}
  let kills = 0
  for (let step = 1; ; step += every) {
    // A recovery has most to do when the last file is about to be renamed.
    const steps = action === 'recover' ? 4 + 3 * FILES + FILES : Number.POSITIVE_INFINITY
    if (runKilled(tree, 'apply', steps) !== (action === 'recover'))
      throw new Error('the apply has other steps')
    const isKilled = runKilled(tree, action, step)
    if (isKilled) kills += 1
    await recoverTree(tree)
    const state = expectState(tree, ['old', 'new'], `${action} killed at step ${step}`)
    counts[state] = (counts[state] ?? 0) + 1
    await undoAll(tree)
    expectState(tree, ['old'], `undo after a ${action} killed at step ${step}`)
    if (!isKilled) break
  }
  console.log(`${action} of ${FILES} files, ${kills} kills: ${JSON.stringify(counts)}`)
}

/** Lets one step after the other fail as on a full or broken disk. */
async function failSteps(code: 'ENOSPC' | 'EROFS' | 'EIO', count: number): Promise<void> {
  const counts: Record<string, number> = {}
  for (let step = 1; ; step++) {
    const tree = makeCrashTree(count)
    let at: Operation | undefined
    let seen = 0
    const observe = (operation: Operation) => {
      seen += 1
      if (seen !== step) return
      at = operation
      throw Object.assign(new Error(`${code}: fake`), { code })
    }
    const ending = await withJournal(tree.root, journal => applyPatches(journal, tree.patches), observe).then(
      () => 'written',
      error => (error instanceof UsageError ? error.message.replace(/.*; /, '') : `uncaught: ${error}`),
    )
    const state = expectState(
      tree,
      ending === 'written' ? ['new'] : ['old'],
      `${code} at step ${step} (${at}): ${ending}`,
    )
    if (ending.startsWith('uncaught')) failures += 1
    counts[`${ending}, ${state}`] = (counts[`${ending}, ${state}`] ?? 0) + 1
    await undoAll(tree)
    expectState(tree, ['old'], `undo after ${code} at step ${step} (${at})`)
    rmSync(tree.root, { recursive: true })
    if (at === undefined) break
  }
  console.log(`${code} at each step of an apply of ${count} files: ${JSON.stringify(counts)}`)
}

/** Fills real file systems of several sizes; needs the right to mount one. */
async function fillDisks(): Promise<void> {
  const counts: Record<string, number> = {}
  const need = FILES * 4 + 64
  for (let size = need; size < 3 * need; size += Math.ceil(need / 20)) {
    const root = mkdtempSync(join(tmpdir(), 'gomend-disk-'))
    const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}k`, 'tmpfs', root], {
      encoding: 'utf8',
    })
    if (mount.status !== 0) return console.log(`no file system can be mounted here: ${mount.stderr.trim()}`)
    try {
      const tree = makeCrashTree(FILES, root)
      const ending = await withJournal(tree.root, journal => applyPatches(journal, tree.patches)).then(
        () => 'written',
        error =>
          error instanceof UsageError
            ? error.message.replace(/^.*?(ENOSPC).*; /, '$1; ')
            : `uncaught: ${error}`,
      )
      if (ending.startsWith('uncaught')) failures += 1
      const state = expectState(
        tree,
        ending === 'written' ? ['new'] : ['old'],
        `disk of ${size} kB: ${ending}`,
      )
      counts[`${ending}, ${state}`] = (counts[`${ending}, ${state}`] ?? 0) + 1
    } catch (error) {
      // Too small even for the old files.
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    } finally {
      spawnSync('umount', [root])
      rmSync(root, { recursive: true })
    }
  }
  console.log(`disks that fill up: ${JSON.stringify(counts)}`)
}

/** Directories and files that may not be written, as a user who is not root. */
async function protectDirectories(): Promise<void> {
  const tree = makeCrashTree(FILES)
  chmodSync(join(tree.root, 'd1'), 0o555)
  chmodSync(join(tree.root, 'd2/f2.go'), 0o444)
  const locked = makeLocked()
  const isRoot = process.getuid?.() === 0
  if (isRoot) spawnSync('chown', ['-R', 'nobody', tree.root])
  // Not to be taken back: access(2) asks about the real user.
  if (isRoot) process.setuid?.('nobody')
  const { written, stale } = await withJournal(tree.root, journal => applyPatches(journal, tree.patches))
  const reasons = new Set(stale.map(({ reason }) => reason))
  const expected = tree.patches.filter(({ path }) => path.startsWith('d1/') || path === 'd2/f2.go')
  const isRight = stale.length === expected.length && written.length === FILES - expected.length
  if (!isRight || stateOf({ ...tree, patches: written }) !== 'new') failures += 1
  if (stateOf({ ...tree, patches: expected }) !== 'old') failures += 1
  console.log(`write-protected: ${stale.length} left (${[...reasons]}), ${written.length} written`)

  const ending = await withJournal(locked, async () => 'ran').catch(error => error)
  if (!(ending instanceof UsageError)) failures += 1
  console.log(`no place for the journal: ${String(ending.message ?? ending).replace(locked, '<root>')}`)
}

function makeLocked(): string {
  const root = mkdtempSync(join(tmpdir(), 'gomend-locked-'))
  mkdirSync(join(root, 'd'))
  chmodSync(root, 0o555)
  return root
}

await killApplies(false)
await killApplies(true)
await killLater('recover', 11)
await killLater('undo', 11)
for (const code of ['ENOSPC', 'EROFS', 'EIO'] as const) await failSteps(code, Math.min(FILES, 20))
await fillDisks()
await protectDirectories()
console.log(failures === 0 ? 'all held' : `${failures} FAILED`)
process.exitCode = failures === 0 ? 0 : 1

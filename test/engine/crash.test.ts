import { afterAll, expect, test } from 'vitest'
import { applyPatches } from '../../src/engine/apply.ts'
import { withJournal } from '../../src/engine/with-journal.ts'
import { UsageError } from '../../src/errors.ts'
import {
  type CrashTree,
  makeCrashTree,
  recoverTree,
  removeTrees,
  runKilled,
  stateOf,
  undoAll,
} from '../support/crash.ts'

// A slice of scripts/prove-apply.ts.
afterAll(removeTrees)

test('an apply killed at any of its steps leaves the old tree, or one that the next run makes old or new', async () => {
  const tree = makeCrashTree(2)
  const said = new Set<string>()
  let step = 1
  for (; runKilled(tree, 'apply', step, step % 2 === 0); step++) {
    said.add((await recoverTree(tree))?.replace(/^.*: /, '') ?? '')
    expect(['old', 'new']).toContain(stateOf(tree))
    await undoAll(tree)
    expect(stateOf(tree)).toBe('old')
  }
  expect(step).toBeGreaterThan(15)
  expect(said).toEqual(
    new Set([
      '',
      'rolled back to what was there before it',
      'all of it is written, and gomend undo takes it back',
    ]),
  )
}, 120_000)

test('when a step fails nothing is changed, and the error says so', async () => {
  let step = 1
  for (; await fails(makeCrashTree(2), step); step++);
  expect(step).toBeGreaterThan(15)
})

/** Applies with a disk that is full at one step; false when the apply has fewer steps. */
async function fails(tree: CrashTree, step: number): Promise<boolean> {
  let seen = 0
  const observe = () => {
    seen += 1
    if (seen === step) throw Object.assign(new Error('the disk is full'), { code: 'ENOSPC' })
  }
  const apply = withJournal(tree.root, journal => applyPatches(journal, tree.patches), observe)
  const ending = await apply.catch(error => error)
  if (seen < step) return false
  expect(ending).toBeInstanceOf(UsageError)
  expect(ending.message).toBe('cannot write: the disk is full; no file has been changed')
  expect(stateOf(tree)).toBe('old')
  return true
}

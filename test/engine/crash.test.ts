import { afterAll, expect, test } from 'vitest'
import { makeCrashTree, recoverTree, removeTrees, runKilled, stateOf, undoAll } from '../support/crash.ts'

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

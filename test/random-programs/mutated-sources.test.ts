import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acceptAll } from '../../src/engine/answers.ts'
import { run } from '../../src/engine/run.ts'
import { findGo } from '../../src/go/sources/locations.ts'
import { loadParser } from '../../src/go/syntax/parse.ts'
import { shippedTransforms } from '../../src/transforms/index.ts'
import { mutationsOf } from '../support/mutations.ts'
import { temporaryTree } from '../support/tree.ts'

/** More for a long run by hand: CONTRIBUTING.md. */
const RUNS = Number(process.env.SOURCES ?? 60)

const FIXTURES = join(import.meta.dirname, '../__fixtures__/transforms')
const fixtures = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('before.go'))
  .sort()
  .map(name => readFileSync(join(FIXTURES, name), 'utf8'))

const { parse } = await loadParser()

function runOn(root: string) {
  return run({
    root,
    go: findGo(process.env),
    patterns: ['./...'],
    transforms: shippedTransforms,
    isExcluded: () => false,
    review: acceptAll,
    verify: undefined,
    apply: async () => ({ stale: [], notes: [] }),
    onProgress: () => {},
  })
}

const errorsIn = (text: string) => parse(text).rootNode.children.filter(({ hasError }) => hasError).length

test('whatever is done to a source, each candidate has an end, no fix breaks its syntax, and a second run fixes nothing', {
  timeout: RUNS * 5_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(mutationsOf(fc.constantFrom(...fixtures)), async text => {
      const tree = { 'go.mod': 'module m.example\n\ngo 1.21\n', 'a.go': text }
      const { outcomes, patches, problems } = await runOn(temporaryTree(tree))
      expect(problems.filter(({ message }) => /report this as a bug|was stopped/.test(message))).toEqual([])
      const fixed = outcomes.filter(({ status }) => status === 'fixed')
      expect(patches.length > 0).toBe(fixed.length > 0)
      for (const { status, ...outcome } of outcomes)
        if (status !== 'fixed') expect(outcome).toMatchObject({ reason: expect.stringMatching(/./) })

      const after = patches.find(({ path }) => path === 'a.go')?.after
      if (after === undefined) return
      expect(errorsIn(after)).toBeLessThanOrEqual(errorsIn(text))
      const again = await runOn(temporaryTree({ ...tree, 'a.go': after }))
      expect(again.patches).toEqual([])
    }),
    { numRuns: RUNS },
  )
})

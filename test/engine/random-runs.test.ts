import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acceptAll, acceptSafe } from '../../src/engine/answers.ts'
import { applyPatches } from '../../src/engine/apply.ts'
import { run } from '../../src/engine/run.ts'
import type { Outcome } from '../../src/engine/types.ts'
import { withJournal } from '../../src/engine/with-journal.ts'
import type { Edit, FileTransform, Finding } from '../../src/transform.ts'
import { readTree, temporaryTree } from '../support/tree.ts'

const RUNS = Number(process.env.FUZZ_RUNS ?? 60)

/** Replaced by later ones only: two transforms that undo each other do so again in the next run. */
const WORDS = ['alpha', 'beta', 'gamma', 'delta']

/** Replaces each `from`, with `reach` further characters to either side that it writes again, so that fixes may overlap. */
interface Replacement {
  readonly from: string
  readonly to: string
  readonly reach: number
  readonly isSafe: boolean
  readonly isRefused: boolean
}

function transformOf({ from, to, reach, isSafe, isRefused }: Replacement, index: number): FileTransform {
  return {
    name: `t${index}`,
    meta: { summary: 'replace', why: '', since: '1.0', mentions: [from], reads: 'text' },
    find: ({ path, text }) =>
      [...text.matchAll(new RegExp(from, 'gu'))].map(({ index }): Finding => {
        const at = { path, startIndex: index, endIndex: index + from.length }
        if (isRefused) return { at, message: from, refusal: 'never' }
        const startIndex = Math.max(text.lastIndexOf('\n', index) + 1, index - reach)
        const edit: Edit = {
          path,
          startIndex,
          endIndex: at.endIndex,
          newText: text.slice(startIndex, index) + to,
        }
        const content = { title: `write ${to}`, edits: [edit] as const, proof: [] }
        const fix = isSafe
          ? ({ ...content, safety: 'safe' } as const)
          : ({ ...content, safety: 'review', caution: 'look' } as const)
        return { at, message: from, fix }
      }),
  }
}

const replacements = fc
  .record({
    from: fc.constantFrom(...WORDS),
    to: fc.constantFrom(...WORDS, 'ä\u{1F600}', ''),
    reach: fc.constantFrom(0, 0, 1, 5),
    isSafe: fc.boolean(),
    isRefused: fc.integer({ min: 0, max: 5 }).map(value => value === 0),
  })
  .filter(({ from, to }) => !WORDS.includes(to) || WORDS.indexOf(to) > WORDS.indexOf(from))

const lines = fc
  .array(fc.constantFrom(...WORDS, ' ', ' ö\u{1F600} '), { maxLength: 6 })
  .map(words => `// ${words.join('')}\n`)

const trees = fc.dictionary(
  fc.constantFrom('a.go', 'b/b.go', 'b/c.go'),
  fc.array(lines, { minLength: 1, maxLength: 6 }).map(all => `package p\n\n${all.join('')}`),
  { minKeys: 1 },
)

function runOn(root: string, transforms: readonly FileTransform[], review = acceptAll) {
  return run({
    root,
    go: { goroot: undefined, modcache: undefined },
    patterns: ['./...'],
    transforms,
    isExcluded: () => false,
    review,
    verify: undefined,
    apply: patches => withJournal(root, journal => applyPatches(journal, patches)),
    onProgress: () => {},
  })
}

function goFiles(root: string): Record<string, string> {
  return Object.fromEntries(Object.entries(readTree(root)).filter(([path]) => path.endsWith('.go')))
}

/** What an outcome is of: places shown may fall together where one line is changed in several rounds. */
function candidate({ finding: { at, transform }, status, round }: Outcome): string {
  return [at.path, at.startIndex, at.endIndex, transform, status, round].join(' ')
}

/** What of an outcome does not depend on the order in which things were found. */
function summary({ status, finding, round, position }: Outcome): string {
  return [finding.at.path, position.line, position.column, finding.transform, status, round].join(' ')
}

test('random fixes: each candidate ends once, files hold what the report says, and a second run finds nothing to fix', {
  timeout: RUNS * 2_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      trees,
      fc.array(replacements, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      async (tree, list, takesAll) => {
        const transforms = list.map(transformOf)
        const root = temporaryTree(tree)
        const review = takesAll ? acceptAll : acceptSafe
        const result = await runOn(root, transforms, review)

        const places = result.outcomes.map(summary)
        const candidates = result.outcomes.map(candidate)
        expect(new Set(candidates).size).toBe(candidates.length)
        expect(result.problems).toEqual([])
        for (const { path, before, after } of result.patches) {
          expect(before).toBe(tree[path])
          expect(goFiles(root)[path]).toBe(after)
        }
        const changed = new Set(result.patches.map(({ path }) => path))
        for (const [path, text] of Object.entries(tree))
          if (!changed.has(path)) expect(goFiles(root)[path]).toBe(text)

        // What a run leaves, it has said: the next one finds just that, unless the rounds came to their limit.
        const isDone = result.outcomes.every(({ status }) => status !== 'deferred')
        const again = await runOn(root, transforms, review)
        if (isDone) {
          expect(again.patches).toEqual([])
          const open = (outcomes: readonly Outcome[]) =>
            outcomes
              .filter(({ status }) => status !== 'fixed')
              .map(({ finding, status }) => `${finding.at.path} ${finding.transform} ${status}`)
              .sort()
          expect(open(again.outcomes)).toEqual(open(result.outcomes))
        }

        const other = temporaryTree(tree)
        const reversed = await runOn(other, transforms.toReversed(), review)
        expect(reversed.outcomes.map(summary)).toEqual(places)
        expect(goFiles(other)).toEqual(goFiles(root))
      },
    ),
    { numRuns: RUNS },
  )
})

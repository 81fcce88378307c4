import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlap } from '../../src/engine/overlap.ts'
import { patch } from '../../src/engine/patch.ts'
import { byPosition, plan } from '../../src/engine/plan.ts'
import type { FoundFix } from '../../src/engine/types.ts'
import { loadParser, type Parser } from '../../src/go/syntax/parse.ts'
import type { Edit } from '../../src/transform.ts'

const parser = await loadParser()

interface Span {
  readonly path?: string
  readonly start: number
  readonly end: number
  readonly text?: string
}

function fix(transform: string, ...spans: readonly [Span, ...Span[]]): FoundFix {
  const edits = spans.map(({ path = 'a.go', start, end, text = 'x' }) => ({
    path,
    startIndex: start,
    endIndex: end,
    newText: text,
  }))
  const [first] = edits
  if (!first) throw new Error('a fix has an edit')
  return {
    transform,
    fingerprint: JSON.stringify([transform, edits]),
    at: first,
    message: 'found',
    fix: { title: 'mend', edits: [first, ...edits.slice(1)], proof: [], safety: 'safe' },
  }
}

test('a change that overlaps a kept one waits, and says for whom', () => {
  const outer = fix('a', { start: 0, end: 10 })
  const inner = fix('b', { start: 3, end: 4 })
  expect(plan([inner, outer])).toEqual({ changes: [outer], deferred: [{ change: inner, blockedBy: outer }] })
})

test('at one position the transform that comes first by name is kept', () => {
  const [a, b] = [fix('a', { start: 1, end: 5 }), fix('b', { start: 1, end: 5 })]
  expect(plan([b, a]).changes).toEqual([a])
})

test('two insertions at one place conflict; changes that only touch do not', () => {
  expect(plan([fix('a', { start: 1, end: 1 }), fix('b', { start: 1, end: 1 })]).changes).toHaveLength(1)
  expect(plan([fix('a', { start: 1, end: 2 }), fix('b', { start: 2, end: 3 })]).changes).toHaveLength(2)
})

test('a fix over two files waits whole when one of its edits is blocked', () => {
  const kept = fix('a', { path: 'b.go', start: 0, end: 4 })
  const wide = fix('b', { path: 'a.go', start: 0, end: 1 }, { path: 'b.go', start: 2, end: 3 })
  const first = plan([kept, wide])
  expect(first.changes).toEqual([wide])
  expect(first.deferred).toEqual([{ change: kept, blockedBy: wide }])
})

test('findings are ordered by path, start, end, transform and message', () => {
  const sorted = [
    { path: 'a.go', startIndex: 1, endIndex: 2, transform: 'a', message: 'a' },
    { path: 'a.go', startIndex: 1, endIndex: 2, transform: 'a', message: 'b' },
    { path: 'a.go', startIndex: 1, endIndex: 2, transform: 'b', message: 'a' },
    { path: 'a.go', startIndex: 1, endIndex: 10, transform: 'a', message: 'a' },
    { path: 'a.go', startIndex: 9, endIndex: 9, transform: 'a', message: 'a' },
    { path: 'b.go', startIndex: 0, endIndex: 0, transform: 'a', message: 'a' },
  ].map(({ transform, message, ...at }) => ({ transform, message, at }))
  fc.assert(
    fc.property(fc.shuffledSubarray(sorted, { minLength: sorted.length }), list => {
      expect(list.toSorted(byPosition)).toEqual(sorted)
    }),
  )
  for (const one of sorted) expect(byPosition(one, { ...one })).toBe(0)
})

test('patches come by path, each with its own edits and fixes; a file that stays as it is gets none', () => {
  const wide = fix(
    'a',
    { path: 'b.go', start: 0, end: 3, text: 'new' },
    { path: 'a.go', start: 4, end: 7, text: 'NEW' },
  )
  const same = fix('b', { path: 'c.go', start: 0, end: 3, text: 'old' })
  const patches = patch([wide, same], { textOf: () => 'old old', parser: undefined })
  expect(patches.map(({ path, before, after, changes }) => [path, before, after, changes])).toEqual([
    ['a.go', 'old old', 'old NEW', [wide]],
    ['b.go', 'old old', 'new old', [wide]],
  ])
})

test('several files come out sorted, whatever the order of their fixes', () => {
  const fixes = ['c.go', 'a.go', 'd.go', 'b.go'].map(path => fix('a', { path, start: 0, end: 1 }))
  const paths = patch(fixes, { textOf: () => 'old', parser: undefined }).map(({ path }) => path)
  expect(paths).toEqual(['a.go', 'b.go', 'c.go', 'd.go'])
})

test('a change of imports asks for the syntax tree of the file that it is in', () => {
  const source = 'package p\n\nimport "a"\n\nvar _ = a.X\n'
  const adding: FoundFix = {
    ...fix('a', { start: source.indexOf('a.X'), end: source.indexOf('a.X') + 3, text: 'b.X' }),
    fix: {
      title: 'mend',
      edits: [
        {
          path: 'a.go',
          startIndex: source.indexOf('a.X'),
          endIndex: source.indexOf('a.X') + 3,
          newText: 'b.X',
        },
      ],
      imports: [{ path: 'a.go', needs: ['b'], frees: ['a'] }],
      proof: [],
      safety: 'safe',
    },
  }
  const parsed: string[] = []
  const parse: Parser['parse'] = text => {
    parsed.push(text)
    return parser.parse(text)
  }
  expect(patch([adding], { textOf: () => source, parser: { parse } }).map(({ after }) => after)).toEqual([
    'package p\n\nimport "b"\n\nvar _ = b.X\n',
  ])
  expect(parsed[0]).toBe(source)
  expect(() => patch([adding], { textOf: () => source, parser: undefined })).toThrow(
    'imports cannot be changed without a parser',
  )
})

const spans = fc
  .tuple(fc.nat(60), fc.nat(12), fc.constantFrom('', 'y', '\u{1F600}z'))
  .map(([start, length, text]) => ({ start, end: Math.min(60, start + length), text }))
  .filter(({ start, end, text }) => start < end || text !== '')

test('whatever is planned does not overlap, nothing is lost, and patching equals replacing from the end', () => {
  const source = `${'é'.repeat(20) + 'package main\n'.repeat(3)}\u{1F600}`
  fc.assert(
    fc.property(fc.array(spans, { maxLength: 12 }), list => {
      const fixes = list.map((span, index) => fix(`t${index}`, span))
      const { changes, deferred } = plan(fixes)
      expect(new Set([...changes, ...deferred.map(({ change }) => change)])).toEqual(new Set(fixes))
      const edits = changes.flatMap(change => change.fix.edits)
      for (const [index, edit] of edits.entries())
        for (const other of edits.slice(index + 1)) expect(overlap(edit, other)).toBe(false)

      const expected = edits
        .toSorted((a, b) => b.startIndex - a.startIndex)
        .reduce(
          (text, edit) => text.slice(0, edit.startIndex) + edit.newText + text.slice(edit.endIndex),
          source,
        )
      const [patched] = patch(changes, { textOf: () => source, parser: undefined })
      expect(patched?.after ?? source).toBe(expected)
    }),
  )
})

const edits = fc
  .tuple(fc.constantFrom('a.go', 'b.go'), fc.nat(30), fc.nat(4))
  .map(([path, startIndex, length]) => ({ path, startIndex, endIndex: startIndex + length, newText: 'x' }))

const fixesOfManyEdits = fc.array(
  fc.record({
    edits: fc.array(edits, { minLength: 1, maxLength: 4 }),
    importEdits: fc.array(edits, { maxLength: 2 }),
  }),
  { maxLength: 15 },
)

test('a fix waits for the first kept one that any of its edits meets; changes of imports do not meet', () => {
  fc.assert(
    fc.property(fixesOfManyEdits, list => {
      const fixes = list.flatMap(({ edits: [first, ...others], importEdits }, index): FoundFix[] => {
        const own =
          first &&
          [first, ...others].filter((edit, at, all) => !all.slice(0, at).some(one => overlap(one, edit)))
        return own
          ? [
              {
                ...fix(`t${index}`, { start: 0, end: 1 }),
                at: first,
                importEdits,
                fix: { title: '', edits: [first, ...own.slice(1)], proof: [], safety: 'safe' },
              },
            ]
          : []
      })
      const meet = (some: readonly Edit[] = [], others: readonly Edit[] = []) =>
        some.some(one => others.some(other => overlap(one, other)))
      const kept: FoundFix[] = []
      const waiting = fixes.toSorted(byPosition).flatMap(change => {
        const blockedBy = kept.find(
          rival =>
            meet(change.fix.edits, rival.fix.edits) ||
            meet(change.importEdits, rival.fix.edits) ||
            meet(change.fix.edits, rival.importEdits),
        )
        if (blockedBy) return [{ change, blockedBy }]
        kept.push(change)
        return []
      })
      expect(plan(fixes)).toEqual({ changes: kept, deferred: waiting })
    }),
    { numRuns: 2000 },
  )
})

import { expect, test } from 'vitest'
import { benchmarkTable } from '../../src/engine/benchmark-table.ts'
import { keepFormatted, unformattedNotes } from '../../src/engine/keep-formatted.ts'
import { mapLines } from '../../src/engine/line-map.ts'
import { compareRemarks } from '../../src/engine/remarks.ts'

const BEFORE = 'one\nsame\ntwo\nsame\nthree\n'
const AFTER = 'new\nnew\none\nsame\nTWO\nsame\nthree\n'

test('lines are followed through changes above, between and of themselves', () => {
  const map = mapLines(BEFORE, AFTER)
  const exact = [1, 2, 3, 4, 5].map(line => map(line))
  expect(exact).toEqual([3, 4, 5, 6, 7].map(line => ({ first: line, last: line })))
  // The two new lines come from nowhere: from before the first one.
  expect(mapLines(AFTER, BEFORE)(2)).toEqual({ first: 1, last: 1 })
  expect(mapLines('a\nb\nc', 'a\nx\ny\nz\nc')(2)).toEqual({ first: 1, last: 5 })
})

test('of remarks with the same words, the one on a line of its own is new', () => {
  const patches = [{ path: 'a.go', before: BEFORE, after: AFTER, changes: [] }]
  const at = (line: number, message = 'same words') => ({ path: 'a.go', line, message })
  expect(compareRemarks([at(2), at(4)], [at(4), at(6)], patches)).toEqual({ gained: [], lost: [] })
  expect(compareRemarks([at(2)], [at(1), at(4)], patches)).toEqual({ gained: [at(1)], lost: [] })
  expect(compareRemarks([at(2), at(3)], [at(5)], patches)).toEqual({ gained: [], lost: [at(2)] })
  expect(compareRemarks([at(2)], [at(4, 'other words')], patches)).toEqual({
    gained: [at(4, 'other words')],
    lost: [at(2)],
  })
})

test('a change is shown only where all runs lie apart', () => {
  const runs = (name: string, unit: string, values: number[]) =>
    values.map(value => ({ name, values: new Map([[unit, value]]) }))
  const before = [...runs('A', 'ns/op', [10, 12, 11]), ...runs('B', 'allocs/op', [0, 0, 0])]
  const after = [...runs('A', 'ns/op', [11, 5, 6]), ...runs('B', 'allocs/op', [2, 2, 2])]
  expect(benchmarkTable({ before, after }).split('\n')).toEqual([
    'name  unit       before   after    change',
    'A     ns/op      11 ± 9%  6 ± 83%  ~',
    'B     allocs/op  0 ± 0%   2 ± 0%   +2',
  ])
  const faster = runs('A', 'ns/op', [5, 6, 7])
  expect(benchmarkTable({ before: before.slice(0, 3), after: faster })).toMatch(/-45\.5%$/)
})

test('what was formatted stays formatted, other files keep their layout, broken ones are left', () => {
  const before = 'package a\n\nvar (\n\ta   = 1\n\tbcd = 2\n)\n'
  const after = before.replace('bcd', 'bcdef')
  expect(keepFormatted('a.go', before, after)).toBe('package a\n\nvar (\n\ta     = 1\n\tbcdef = 2\n)\n')
  const loose = before.replace('a   =', 'a =')
  expect(keepFormatted('b.go', loose, loose.replace('bcd', 'bcdef'))).toBe(loose.replace('bcd', 'bcdef'))
  expect(keepFormatted('c.go', before, `${before}}`)).toBe(`${before}}`)
  expect(keepFormatted('a.s', before, after)).toBe(after)
})

test('what is too deep to be formatted is left and named', () => {
  const before = `package a\n\nvar a = ${'"x" + '.repeat(20_000)}"y"\n`
  const after = before.replace('var a', 'var  b')
  expect(keepFormatted('deep.go', before, after)).toBe(after)
  const patches = [{ path: 'deep.go', before, after, changes: [] }]
  expect(unformattedNotes(patches)).toEqual([
    'deep.go: too deeply nested to be formatted here; run gofmt on it',
  ])
})

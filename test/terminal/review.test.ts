import { describe, expect, test } from 'vitest'
import type { FoundFix } from '../../src/engine/types.ts'
import { UsageError } from '../../src/errors.ts'
import { promptReview } from '../../src/terminal/review.ts'
import { screenOf } from '../../src/terminal/screen.ts'
import { foundFix } from '../report/sample.ts'
import { person } from './person.ts'

const a = {
  path: 'a.go',
  text: 'package a\n\nvar one = header.Len\nvar two = header.Cap\nvar three = header.Data\n',
}
const b = { path: 'b.go', text: 'package b\n\nvar four = string(raw)\n' }
const sources = new Map([a, b].map(source => [source.path, source]))

const one = foundFix(a, [['header.Len', 'len(b)']])
const two = foundFix(a, [['header.Cap', 'cap(b)']], { caution: 'the capacity may be read elsewhere' })
const three = foundFix(a, [['header.Data', 'unsafe.SliceData(b)']], {
  transform: 'slice-data',
})
const four = foundFix(b, [['string(raw)', 'key(raw)']])
const all = [one, two, three, four]

const screen = screenOf({ isTTY: true, columns: 80 }, { NO_COLOR: '1' })

/** The answers of a person who types `keys`, by fix: `accepted` or `declined`. */
async function answers(
  keys: readonly string[],
  changes: readonly FoundFix[] = all,
  mode: 'keys' | 'lines' = 'keys',
) {
  const { keyboard, saw, left } = person(keys, mode)
  const review = promptReview(screen, keyboard)
  const decisions = await review({ changes, deferred: [] }, sources)
  expect(left).toEqual([])
  return { given: changes.map(change => decisions.get(change)?.answer), decisions, saw }
}

describe.each(['keys', 'lines'] as const)('answered by %s', mode => {
  test('y applies and n declines', async () => {
    const { given, decisions } = await answers(['y', 'n', 'n', 'y'], all, mode)
    expect(given).toEqual(['accepted', 'declined', 'declined', 'accepted'])
    expect(decisions.get(two)?.reason).toBe('declined in the review')
  })

  test('b asks the last question again, as often as there are answers', async () => {
    const { given } = await answers(['n', 'n', 'b', 'b', 'y', 'y', 'y', 'y'], all, mode)
    expect(given).toEqual(['accepted', 'accepted', 'accepted', 'accepted'])
  })

  test('q keeps the answers and leaves the rest as it is', async () => {
    const { given, decisions } = await answers(['y', 'q'], all, mode)
    expect(given).toEqual(['accepted', 'declined', 'declined', 'declined'])
    expect(decisions.get(two)?.reason).toBe('not answered: the review was stopped before it')
  })
})

test('a applies all of the transform and still asks about the others', async () => {
  const { given } = await answers(['a', 'n'])
  expect(given).toEqual(['accepted', 'accepted', 'declined', 'accepted'])
})

test('d declines the rest of the transform and says why', async () => {
  const { given, decisions } = await answers(['y', 'd', 'y'])
  expect(given).toEqual(['accepted', 'declined', 'accepted', 'declined'])
  expect(decisions.get(four)?.reason).toBe('declined in the review with the rest of slice-header')
})

test('f applies all in the file', async () => {
  const { given } = await answers(['f', 'n'])
  expect(given).toEqual(['accepted', 'accepted', 'accepted', 'declined'])
})

test('s applies the safe ones and asks about those that need review', async () => {
  const { given } = await answers(['s', 'n'])
  expect(given).toEqual(['accepted', 'declined', 'accepted', 'accepted'])
})

test('b takes back an answer for many at once', async () => {
  const { given } = await answers(['n', 's', 'b', 'b', 'y', 'n', 'n', 'n'])
  expect(given).toEqual(['accepted', 'declined', 'declined', 'declined'])
})

test('b at the first question says that there is nothing to undo', async () => {
  const { given, saw } = await answers(['b', 'y'], [one])
  expect(given).toEqual(['accepted'])
  expect(saw()).toContain('there is no answer to undo')
})

test('any other key explains the keys, with how many fixes each would answer', async () => {
  const { saw } = await answers(['y', 'x', 'q'])
  expect(saw()).toContain('a  apply this and all other open fixes of slice-header (2, 1 to review)')
  expect(saw()).toContain('f  apply this and all other open fixes that start in a.go (2, 1 to review)')
  expect(saw()).toContain('s  apply all open fixes that are safe (2)')
})

test('a question shows place, reason, proof and the change', async () => {
  const { saw } = await answers(['q'], [three])
  expect(saw()).toContain(`
a.go:5:13  slice-data  1 of 1
reads the length through a reflect header
fix: use unsafe.SliceData(b)
safe: the behaviour stays the same
  - the variable is used in 2 places, all shown
--- a/a.go
+++ b/a.go
@@ -2,4 +2,4 @@
 
 var one = header.Len
 var two = header.Cap
-var three = header.Data
+var three = unsafe.SliceData(b)
`)
})

test('a question about a fix that needs review says what to look at', async () => {
  const { saw } = await answers(['q'], [two])
  expect(saw()).toContain('\nneeds review: the capacity may be read elsewhere\n')
})

test('a fix over two files is one question that shows both', async () => {
  const across: FoundFix = { ...one, fix: { ...one.fix, edits: [...one.fix.edits, ...four.fix.edits] } }
  const { saw } = await answers(['y'], [across])
  expect(saw()).toContain('+++ b/a.go')
  expect(saw()).toContain('+++ b/b.go')
})

test('answers for many hold in later rounds, and nobody is asked after q', async () => {
  const { keyboard, left } = person(['a', 'q'])
  const review = promptReview(screen, keyboard)
  await review({ changes: [one, three], deferred: [] }, sources)
  const later = await review({ changes: [four, three], deferred: [] }, sources)
  expect([later.get(four)?.answer, later.get(three)?.answer]).toEqual(['accepted', 'declined'])
  expect(left).toEqual([])
})

test('an interrupted review changes nothing and says so', async () => {
  await expect(answers(['y', '\u0003'])).rejects.toThrow(
    new UsageError('the review was interrupted: no file was changed, and the answers so far are kept'),
  )
})

test('the end of the input interrupts the review too', async () => {
  const { keyboard } = person([], 'lines')
  const decisions = promptReview(screen, keyboard)({ changes: [], deferred: [] }, sources)
  await expect(decisions).resolves.toEqual(new Map())
  keyboard.input.end()
  await expect(promptReview(screen, keyboard)({ changes: [one], deferred: [] }, sources)).rejects.toThrow(
    UsageError,
  )
})

test('all answers so far are recorded each time one is given or taken back', async () => {
  const { keyboard } = person(['y', 'b', 'n', 'a', 'q'])
  const recorded: unknown[] = []
  const review = promptReview(screen, keyboard, answers => recorded.push(Object.fromEntries(answers)))
  await review({ changes: all, deferred: [] }, sources)
  const [oneKey, twoKey, , fourKey] = all.map(({ fingerprint }) => fingerprint) as [
    string,
    string,
    string,
    string,
  ]
  expect(recorded).toEqual([
    { [oneKey]: 'accepted' },
    {},
    { [oneKey]: 'declined' },
    { [oneKey]: 'declined', [twoKey]: 'accepted', [fourKey]: 'accepted' },
  ])
})

test('two thousand fixes are answered one by one without delay', async () => {
  const changes = Array.from({ length: 2000 }, (_, index) => ({ ...one, fingerprint: `${index}` }))
  const { keyboard } = person(changes.map((_, index) => (index % 3 ? 'y' : 'n')))
  const started = Date.now()
  let records = 0
  const decisions = await promptReview(screen, keyboard, () => records++)({ changes, deferred: [] }, sources)
  console.log(`2,000 answers: ${Math.round((Date.now() - started) / 20) / 100} ms each`)
  expect([decisions.size, records]).toEqual([2000, 2000])
}, 60_000)

import { expect, test } from 'vitest'
import { reasonOf, textReport } from '../../src/report/text.ts'
import { foundFix, foundRefusal, placed, resultOf } from './sample.ts'

const header = { path: 'a/header.go', text: 'package a\n\nvar n = header.Len\nvar m = header.Cap\n' }
const key = { path: 'b/key.go', text: 'package b\n\nvar k = string(raw)\n' }

test('every outcome is listed with place, status and reason, and the counts add up', () => {
  const fixed = foundFix(header, [['header.Len', 'len(b)']])
  const risky = foundFix(header, [['header.Cap', 'cap(b)']], {
    caution: 'the capacity may be read elsewhere',
  })
  const refusal = foundRefusal(key, 'string(raw)', 'the key is ranged over; change the loop first')
  const result = resultOf(
    [
      { ...placed(header, fixed), status: 'fixed', finding: fixed },
      {
        ...placed(header, risky),
        status: 'declined',
        finding: risky,
        reason: 'needs review: the capacity may be read elsewhere',
      },
      { ...placed(key, refusal), status: 'refused', finding: refusal, reason: refusal.refusal },
    ],
    {
      problems: [{ path: 'c.go', message: 'is not UTF-8; convert it' }],
      notes: ['nothing was compiled: Go is not installed'],
    },
  )

  expect(textReport(result)).toBe(`a/header.go
  3:9  fixed  slice-header: reads the length through a reflect header; fix: use len(b)
  4:9  declined (needs review)  slice-header: reads the length through a reflect header; fix: use cap(b)
      needs review: the capacity may be read elsewhere

b/key.go
  3:9  refused  map-key: uses a string made of bytes as a map key
      the key is ranged over; change the loop first

problem: c.go: is not UTF-8; convert it
note: nothing was compiled: Go is not installed
3 findings in 2 of 3 files: 1 fixed, 1 declined, 1 refused; 1 problem
`)
})

test('a run without findings says so', () => {
  expect(textReport(resultOf([]))).toBe('nothing found in 3 files\n')
})

test('a deferred fix names the transform it waits for', () => {
  const one = foundFix(header, [['header.Len', 'len(b)']], { transform: 'unsafe-add' })
  const other = foundFix(header, [['header.Len', 'len(c)']])
  expect(reasonOf({ ...placed(header, other), status: 'deferred', finding: other, blockedBy: one })).toBe(
    'waits for unsafe-add in the same place; run again',
  )
})

test('what a compiler or a file name contains cannot steer the terminal', () => {
  const source = { path: 'a\u001b[2J\n.go', text: 'header.Len' }
  const broken = foundFix(source, [['header.Len', 'len(b)']])
  const text = textReport(
    resultOf([
      {
        ...placed(source, broken),
        status: 'broken',
        finding: broken,
        output: 'x.go:1: \u001b]0;title\u0007\r\n',
      },
    ]),
  )
  expect(text).toContain('a<U+001B>[2J<U+000A>.go\n')
  expect(text).toContain('      x.go:1: <U+001B>]0;title<U+0007>\n')
})

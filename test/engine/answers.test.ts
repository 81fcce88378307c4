import { expect, test } from 'vitest'
import { acceptAll, acceptNone, acceptSafe } from '../../src/engine/answers.ts'
import type { Review } from '../../src/engine/types.ts'
import { foundFix } from '../report/sample.ts'

const source = { path: 'a.go', text: 'package a\n\nvar one = header.Len\nvar two = header.Cap\n' }
const safe = foundFix(source, [['header.Len', 'len(b)']])
const risky = foundFix(source, [['header.Cap', 'cap(b)']], { caution: 'the capacity may be read elsewhere' })

test.each<[string, Review, unknown[]]>([
  ['a dry run decides on nothing', acceptNone, [{ answer: 'proposed' }, { answer: 'proposed' }]],
  ['everything can be accepted', acceptAll, [{ answer: 'accepted' }, { answer: 'accepted' }]],
  [
    'only what is safe can be accepted, and the rest says why not',
    acceptSafe,
    [
      { answer: 'accepted' },
      {
        answer: 'declined',
        reason: 'needs review: the capacity may be read elsewhere; --review-too accepts it',
      },
    ],
  ],
])('%s', async (_, review, expected) => {
  const decisions = await review({ changes: [safe, risky], deferred: [] }, new Map())
  expect([decisions.get(safe), decisions.get(risky)]).toEqual(expected)
})

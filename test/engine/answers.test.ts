import { expect, test } from 'vitest'
import { acceptAll, acceptNone, acceptSafe, declineAll, replay } from '../../src/engine/answers.ts'
import type { Compile, Review } from '../../src/engine/types.ts'
import { foundFix } from '../report/sample.ts'

const source = { path: 'a.go', text: 'package a\n\nvar one = header.Len\nvar two = header.Cap\n' }
const safe = foundFix(source, [['header.Len', 'len(b)']])
const risky = foundFix(source, [['header.Cap', 'cap(b)']], { caution: 'the capacity may be read elsewhere' })

const compileNothing: Compile = async () => new Map()

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
  const decisions = await review({ changes: [safe, risky], deferred: [] }, new Map(), compileNothing)
  expect([decisions.get(safe), decisions.get(risky)]).toEqual(expected)
})

test('answers decide by fingerprint, and what they do not know is left to the next reviewer', async () => {
  const asked: unknown[] = []
  const next: Review = async (plan, sources, compile) => {
    asked.push(plan.changes)
    return acceptAll(plan, sources, compile)
  }
  const answers = new Map([[safe.fingerprint, 'declined' as const]])
  const decisions = await replay(answers, 'declined before', next)(
    { changes: [safe, risky], deferred: [] },
    new Map(),
    compileNothing,
  )
  expect(asked).toEqual([[risky]])
  expect(decisions.get(safe)).toEqual({ answer: 'declined', reason: 'declined before' })
  expect(decisions.get(risky)).toEqual({ answer: 'accepted' })
})

test('nobody is asked when the answers know every fix', async () => {
  const answers = new Map([safe, risky].map(({ fingerprint }) => [fingerprint, 'accepted' as const]))
  const next = () => Promise.reject(new Error('asked'))
  const decisions = await replay(answers, '', next)(
    { changes: [safe, risky], deferred: [] },
    new Map(),
    compileNothing,
  )
  expect([...decisions.values()]).toEqual([{ answer: 'accepted' }, { answer: 'accepted' }])
})

test('everything can be declined for one reason', async () => {
  const decisions = await declineAll('not in FILE')(
    { changes: [safe], deferred: [] },
    new Map(),
    compileNothing,
  )
  expect(decisions.get(safe)).toEqual({ answer: 'declined', reason: 'not in FILE' })
})

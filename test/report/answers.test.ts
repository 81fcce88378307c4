import { expect, test } from 'vitest'
import { UsageError } from '../../src/errors.ts'
import { formatAnswers, parseAnswers } from '../../src/report/answers.ts'

test('answers come back as they were written, sorted in the file', () => {
  const answers = new Map([
    ['b', 'declined'],
    ['a', 'accepted'],
  ] as const)
  const text = formatAnswers(answers)
  expect(parseAnswers(text, 'answers.json')).toEqual(answers)
  expect(text.indexOf('"a"')).toBeLessThan(text.indexOf('"b"'))
})

test.each([
  ['no JSON', 'accepted', /^answers.json is not JSON: /],
  ['another version', '{"version":2,"answers":{}}', /no answers file of version 1/],
  ['something else', '[]', /no answers file of version 1/],
  ['null', 'null', /no answers file of version 1/],
  ['an unknown answer', '{"version":1,"answers":{"x":"maybe"}}', /the answer to x must be/],
])('%s is refused with the path and the cure', (_, text, message) => {
  expect(() => parseAnswers(text, 'answers.json')).toThrow(UsageError)
  expect(() => parseAnswers(text, 'answers.json')).toThrow(message)
})

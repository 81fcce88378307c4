import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { jsonReport } from '../../src/report/json.ts'
import { previewFix } from '../../src/report/preview.ts'
import { awkward, first, result, second } from './awkward.ts'
import { resultOf } from './sample.ts'

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/report.schema.json'), 'utf8'))
const validate = new Ajv2020().compile(schema)

// The schema lets readers meet new fields; what is printed today must all be in it.
const validateStrictly = new Ajv2020().compile(closed(schema))

test.each([
  ['a run with everything in it', result],
  ['an empty run', resultOf([])],
])('%s is as the schema says, and no field is undocumented', (_, run) => {
  const report = JSON.parse(jsonReport(run))
  validate(report)
  expect(validate.errors).toBeNull()
  validateStrictly(report)
  expect(validateStrictly.errors).toBeNull()
})

test('the counts add up', () => {
  const { summary, outcomes } = JSON.parse(jsonReport(result))
  expect(summary.statuses).toEqual({ proposed: 1, declined: 1, refused: 1, deferred: 1 })
  expect(summary.outcomes).toBe(outcomes.length)
})

test('edits are byte ranges of the file as it was', () => {
  const outcome = JSON.parse(jsonReport(result)).outcomes[1]
  const bytes = Buffer.from(awkward.text)
  const parts = outcome.fix.edits.map(({ startByte, endByte }: { startByte: number; endByte: number }) =>
    bytes.subarray(startByte, endByte).toString(),
  )
  expect(parts).toEqual(['header.Len', '"é漢😀" + '])
  expect(previewFix(second, new Map([[awkward.path, awkward]]))).toHaveLength(1)
})

test('a later round has a line of the original but no offsets', () => {
  const outcome = JSON.parse(jsonReport(result)).outcomes[3]
  expect(outcome).toMatchObject({ round: 2, line: 4, blockedBy: first.fingerprint })
  expect(outcome).not.toHaveProperty('startByte')
  expect(outcome.fix).not.toHaveProperty('edits')
})

function closed(value: unknown): object {
  if (Array.isArray(value)) return value.map(closed)
  if (typeof value !== 'object' || value === null) return value as object
  const entries = Object.entries(value).map(([key, child]) => [key, closed(child)])
  const copy = Object.fromEntries(entries)
  if (copy.type === 'object' && !('additionalProperties' in copy)) copy.additionalProperties = false
  return copy
}

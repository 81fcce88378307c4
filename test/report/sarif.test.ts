import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import ajv from 'ajv-draft-04'
import type { Log, Region, Replacement } from 'sarif'
import { expect, test } from 'vitest'
import { previewFix } from '../../src/report/preview.ts'
import { sarifReport } from '../../src/report/sarif.ts'
import { awkward, first, refusal, result, second } from './awkward.ts'
import { resultOf } from './sample.ts'

const rules = [
  { name: 'map-key', summary: 'use a comparable key', why: 'Because.' },
  { name: 'slice-header', summary: 'use unsafe.Slice', why: 'A `reflect.SliceHeader` is *dead*.' },
]
const report = (run = result) => JSON.parse(sarifReport(run, { version: '1.2.3', rules })) as Log
const results = () => report().runs[0]?.results ?? []

const validate = new ajv.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
  JSON.parse(
    readFileSync(
      createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
      'utf8',
    ),
  ),
)

test.each([
  ['a run with everything in it', result],
  ['an empty run', resultOf([])],
])('%s is valid against the SARIF 2.1.0 schema', (_, run) => {
  validate(report(run))
  expect(validate.errors).toBeNull()
})

test('the schema would notice a mistake', () => {
  const log = report() as unknown as { runs: [{ results: [{ level: string }] }] }
  log.runs[0].results[0].level = 'fatal'
  expect(validate(log)).toBe(false)
})

const [after] = previewFix(second, new Map([[awkward.path, awkward]]))

test('fixes by byte offsets give the bytes of the fix', () => {
  const bytes = replaced(
    Buffer.from(awkward.text),
    second.fingerprint,
    ({ byteOffset = 0, byteLength = 0 }) => [byteOffset, byteOffset + byteLength],
  )
  expect(bytes.toString()).toBe(after?.after)
})

test('fixes by character offsets give the text of the fix, the byte order mark not counted', () => {
  const text = Buffer.from(awkward.text.slice(1), 'utf16le')
  const units = replaced(
    text,
    second.fingerprint,
    ({ charOffset = 0, charLength = 0 }) => [charOffset * 2, (charOffset + charLength) * 2],
    'utf16le',
  )
  expect(units.toString('utf16le')).toBe(after?.after.slice(1))
})

test('fixes by lines and columns mean the text that is replaced', () => {
  const lines = awkward.text.slice(1).split('\n')
  const texts = replacementsOf(second.fingerprint).map(({ deletedRegion: region }) =>
    lines[(region.startLine ?? 0) - 1]?.slice((region.startColumn ?? 0) - 1, (region.endColumn ?? 0) - 1),
  )
  expect(texts).toEqual(['header.Len', '"é漢😀" + '])
})

test('columns of the first line do not count the byte order mark', () => {
  const region = results()[0]?.locations?.[0]?.physicalLocation?.region
  expect(region).toMatchObject({ startLine: 1, startColumn: 14, endLine: 1, endColumn: 25, byteOffset: 16 })
  expect(first.at.startIndex).toBe(14)
})

test('a finding of a later round has its line in the original, and no fix for a text that is gone', () => {
  const [refused, deferred] = results().slice(2)
  expect(refused?.partialFingerprints).toEqual({ 'gomend/v1': refusal.fingerprint })
  expect(refused?.locations?.[0]?.physicalLocation?.region).toEqual({ startLine: 4 })
  expect(deferred?.fixes).toBeUndefined()
})

test('paths are URIs relative to the root', () => {
  const uri = results()[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? ''
  expect(uri).toBe('%C3%A9%20%C3%BC/%2541%20b%23%3F.go')
  expect(decodeURIComponent(uri)).toBe(awkward.path)
})

test('problems and notes are notifications of the tool', () => {
  const notifications = report().runs[0]?.invocations?.[0]?.toolExecutionNotifications ?? []
  expect(notifications.map(({ level, message }) => [level, message.text])).toEqual([
    ['warning', 'is not UTF-8; convert it'],
    ['note', 'nothing was compiled: Go is not installed'],
  ])
})

function replacementsOf(fingerprint: string): Replacement[] {
  const found = results().find(
    ({ partialFingerprints }) => partialFingerprints?.['gomend/v1'] === fingerprint,
  )
  return found?.fixes?.[0]?.artifactChanges[0]?.replacements ?? []
}

/** Does what a SARIF viewer does: replaces regions, the last first. */
function replaced(
  content: Buffer,
  fingerprint: string,
  range: (region: Region) => [start: number, end: number],
  encoding: BufferEncoding = 'utf8',
): Buffer {
  const replacements = replacementsOf(fingerprint).toSorted(
    (a, b) => range(b.deletedRegion)[0] - range(a.deletedRegion)[0],
  )
  expect(replacements).toHaveLength(2)
  let bytes = content
  for (const { deletedRegion, insertedContent } of replacements) {
    const [start, end] = range(deletedRegion)
    const text = Buffer.from(insertedContent?.text ?? '', encoding)
    bytes = Buffer.concat([bytes.subarray(0, start), text, bytes.subarray(end)])
  }
  return bytes
}

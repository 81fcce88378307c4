import { expect, test } from 'vitest'
import { statReport } from '../../src/report/stat.ts'
import { foundFix, foundRefusal, placed, resultOf } from './sample.ts'

const a = { path: 'internal/a/a.go', text: 'header.Len header.Cap string(raw)' }
const root = { path: 'main.go', text: 'header.Len' }
const one = foundFix(a, [['header.Len', 'len(b)']])
const two = foundFix(root, [['header.Len', 'len(b)']])
const refusal = foundRefusal(a, 'string(raw)', 'no')

test('counts by transform and by package, with totals', () => {
  const result = resultOf([
    { ...placed(a, one), status: 'fixed', finding: one },
    { ...placed(a, refusal), status: 'refused', finding: refusal, reason: 'no' },
    { ...placed(root, two), status: 'fixed', finding: two },
  ])
  expect(statReport(result)).toBe(`transform     fixed  refused  all
map-key           0        1    1
slice-header      2        0    2
all               2        1    3

package     fixed  refused  all
.               1        0    1
internal/a      1        1    2
all             2        1    3
`)
})

import { expect, test } from 'vitest'
import type { Outcome } from '../../src/engine/types.ts'
import { markdownReport } from '../../src/report/markdown.ts'
import { foundFix, foundRefusal, placed, resultOf } from './sample.ts'

const source = {
  path: 'a/x_y.go',
  text: 'package a\n\nvar one = header.Len\nvar two = header.Cap\nvar k = string(raw)\n',
}
const sources = new Map([[source.path, source]])
const safe = foundFix(source, [['header.Len', 'len(b)']])
const risky = foundFix(source, [['header.Cap', 'cap(b)']], {
  caution: 'the <capacity> may be read by @someone',
})
const refusal = foundRefusal(source, 'string(raw)', 'the key is ranged over; change the loop first')

test('a pull request says what changes, what was proven, what to check and what is left', () => {
  const result = resultOf(
    [
      { ...placed(source, safe), status: 'fixed', finding: safe },
      { ...placed(source, risky), status: 'fixed', finding: risky },
      { ...placed(source, refusal), status: 'refused', finding: refusal, reason: refusal.refusal },
    ],
    {
      sources,
      problems: [{ path: 'bad|name.go', message: 'is not UTF-8; convert it' }],
      notes: ['nothing was compiled: Go is not installed'],
    },
  )
  expect(markdownReport(result)).toBe(`3 findings in 1 of 3 files: 2 fixed, 1 refused; 1 problem.

## What changes

| transform | fixed | refused |
| --- | ---: | ---: |
| \`map-key\` | 0 | 1 |
| \`slice-header\` | 2 | 0 |

## What was proven

- \`slice-header\`: use len(b) (\`a/x_y.go:3\`)
  - the variable is used in 2 places, all shown
- \`slice-header\`: use cap(b) (\`a/x_y.go:4\`)
  - the variable is used in 2 places, all shown

## Check by hand

- \`slice-header\`: the \\<capacity\\> may be read by @\u2060someone (\`a/x_y.go:4\`)

## Left as it is, and why

- \`map-key\`: refused: the key is ranged over; change the loop first (\`a/x_y.go:5\`)

## Could not be read

- \`bad\\|name.go\`: is not UTF-8; convert it

## Notes

- nothing was compiled: Go is not installed
`)
})

test('what no build could compile is to be checked by hand', () => {
  const reason = 'a/x_y.go: no build takes the `ignore` tag | @me'
  const result = resultOf([{ ...placed(source, safe), status: 'unverified', finding: safe, reason }], {
    sources,
  })
  expect(markdownReport(result)).toContain(
    '## Check by hand\n\n- `slice-header`: not compiled: a/x\\_y.go: no build takes the `ignore` tag \\| @\u2060me (`a/x_y.go:3`)\n',
  )
  expect(markdownReport(result)).not.toContain('## Left as it is')
})

test('a run without findings is one sentence', () => {
  expect(markdownReport(resultOf([]))).toBe('nothing found in 3 files.\n')
})

test('thousands of findings still fit into a pull request, and none goes missing without a word', () => {
  const outcomes = Array.from({ length: 2000 }, (_, index): Outcome => {
    const reason = `reason ${index % 500} with some more words to make it a sentence`
    return { position: { line: index + 1, column: 1 }, round: 1, status: 'refused', finding: refusal, reason }
  })
  const text = markdownReport(resultOf(outcomes, { sources }))
  expect(text.length).toBeLessThan(65_536)
  expect(text).toContain('- and 460 more kinds')
})

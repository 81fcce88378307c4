import type { RunResult } from '../../src/engine/types.ts'
import { previewFix } from '../../src/report/preview.ts'
import { foundFix, foundRefusal, placed, resultOf } from './sample.ts'

/** A file with a byte order mark, CRLF and characters of one to four bytes around every finding. */
export const awkward = {
  path: 'é ü/%41 b#?.go',
  text: '\uFEFFpackage a // header.Zero\r\n\r\nvar s = "é漢😀" + header.Len + "😀"\r\nvar t = header.Cap\r\n',
}

export const first = foundFix(awkward, [['header.Zero', '零']])
export const second = foundFix(
  awkward,
  [
    ['header.Len', 'len("漢")'],
    ['"é漢😀" + ', ''],
  ],
  {
    caution: 'the length, and 100% of it: <b>may</b>, be read | elsewhere',
  },
)
export const refusal = foundRefusal(awkward, 'header.Cap', 'the capacity is read\nby reflection')
const late = foundFix(awkward, [['header.Cap', 'cap(b)']], { fingerprint: 'late' })

const sources = new Map([[awkward.path, awkward]])
const after = previewFix(first, sources)[0]?.after ?? ''

/** A dry run in which the first fix was taken and the file read again: the refusal and `late` come from round 2. */
export const result: RunResult = resultOf(
  [
    { ...placed(awkward, first), status: 'proposed', finding: first },
    { ...placed(awkward, second), status: 'declined', finding: second, reason: 'needs review' },
    {
      position: { line: 4, column: 9 },
      round: 2,
      status: 'refused',
      finding: refusal,
      reason: refusal.refusal,
    },
    { position: { line: 4, column: 9 }, round: 2, status: 'deferred', finding: late, blockedBy: first },
  ],
  {
    sources,
    patches: [{ path: awkward.path, before: awkward.text, after, changes: [first] }],
    problems: [{ path: 'bad.go', message: 'is not UTF-8; convert it' }],
    notes: ['nothing was compiled: Go is not installed'],
    stats: {
      files: 3,
      candidateFiles: 2,
      leftAlone: { vendored: 0, generated: 0, excluded: 0 },
      rounds: 2,
    },
  },
)

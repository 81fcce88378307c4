import { describe, expect, test } from 'vitest'
import { makeIgnores } from '../../src/engine/ignores.ts'
import { foundFix } from '../report/sample.ts'

/** What keeps the finding at `header.Len` of a text, and what is said about the comments in it. */
function ignored(text: string, transforms: readonly string[] = ['slice-header']) {
  const source = { path: 'a.go', text }
  const ignores = makeIgnores([source], transforms)
  const reason = ignores.reasonFor(foundFix(source, [['header.Len', 'len(b)']]), text)
  return { reason, ...ignores.report() }
}

describe('an ignore comment', () => {
  test.each([
    ['on the line', 'x := header.Len //gomend:ignore slice-header kept for 1.13\n'],
    ['on the line before', '//gomend:ignore slice-header kept for 1.13\nx := header.Len\n'],
    ['indented', '\t//gomend:ignore   slice-header \tkept for 1.13\r\n\tx := header.Len\r\n'],
    [
      'above another one',
      '//gomend:ignore slice-header kept for 1.13\n//gomend:ignore map-key no\nx := header.Len\n',
    ],
    [
      'after a string that looks like one',
      's := "//gomend:ignore"; x := header.Len //gomend:ignore slice-header kept for 1.13\n',
    ],
  ])('keeps a finding: %s', (_, text) => {
    expect(ignored(text)).toMatchObject({ reason: 'a comment says so: kept for 1.13', problems: [] })
  })

  test.each([
    ['of another transform', '//gomend:ignore map-key no\nx := header.Len\n'],
    ['two lines before', '//gomend:ignore slice-header no\n\nx := header.Len\n'],
    ['on the line after', 'x := header.Len\n//gomend:ignore slice-header no\n'],
    ['at the end of the line before', 'y := 1 //gomend:ignore slice-header no\nx := header.Len\n'],
    ['with a space, as prose has it', '// gomend:ignore slice-header no\nx := header.Len\n'],
    ['in a string', 's := `\n//gomend:ignore slice-header no\n`; x := header.Len\n'],
    ['in a block comment', '/*\n//gomend:ignore slice-header no\n*/ x := header.Len\n'],
  ])('does not keep a finding: %s', (_, text) => {
    expect(ignored(text).reason).toBeUndefined()
  })

  test.each(['//gomend:ignore', '//gomend:ignore slice-header', '//gomend:ignore slice-header  '])(
    'without a reason keeps nothing and is a problem: "%s"',
    comment => {
      expect(ignored(`${comment}\nx := header.Len\n`)).toMatchObject({
        reason: undefined,
        problems: [
          {
            path: 'a.go',
            message: expect.stringContaining('line 1: an ignore comment needs a transform and a reason'),
          },
        ],
      })
    },
  )

  test('that keeps nothing is reported', () => {
    expect(ignored('x := header.Len\n//gomend:ignore slice-header no\n').notes).toEqual([
      'a.go:2: //gomend:ignore slice-header has nothing to ignore; remove it',
    ])
  })

  test('of a transform that is not in the run is named, not called unused', () => {
    expect(ignored('//gomend:ignore map-key no\nx := header.Len\n').notes).toEqual([
      'ignore comments name transforms that this run does not include: map-key',
    ])
  })
})

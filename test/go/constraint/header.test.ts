import { expect, test } from 'vitest'
import { type Header, scanHeader } from '../../../src/go/constraint/header.ts'

function summary({ goBuild, plusBuild, ignored }: Header) {
  return {
    goBuild: goBuild.map(line => line.text),
    plusBuild: plusBuild.map(line => line.text),
    ignored: ignored.map(line => `${line.text}: ${line.because}`),
  }
}

const cases: [name: string, text: string, want: Partial<ReturnType<typeof summary>>][] = [
  ['before a blank line', '// +build a\n\npackage x\n', { plusBuild: ['// +build a'] }],
  [
    'several lines in several groups',
    '// +build a\n// +build b\n\n//+build c\n\npackage x\n',
    {
      plusBuild: ['// +build a', '// +build b', '//+build c'],
    },
  ],
  [
    'after a licence in line comments',
    '// Licence\n\n// +build a\n\npackage x\n',
    { plusBuild: ['// +build a'] },
  ],
  [
    'after a licence in a block comment',
    '/* Licence */\n\n// +build a\n\npackage x\n',
    {
      ignored: ['// +build a: after a block comment'],
    },
  ],
  [
    'in a block comment',
    '/*\n// +build a\n//go:build a\n*/\n\npackage x\n',
    {
      ignored: ['// +build a: inside a block comment'],
    },
  ],
  [
    'directly above the package clause',
    '// +build a\n\n// +build b\npackage x\n',
    {
      plusBuild: ['// +build a'],
      ignored: ['// +build b: no blank line after it'],
    },
  ],
  [
    '//go:build anywhere before the code',
    '/* Licence */\n\n  //go:build a\npackage x\n',
    { goBuild: ['//go:build a'] },
  ],
  ['after the package clause', 'package x\n\n// +build a\n\n//go:build a\n', {}],
  ['at the end of a file without code', '// +build a\n\n', { plusBuild: ['// +build a'] }],
  ['without a line break at the end', '// +build a', { ignored: ['// +build a: no blank line after it'] }],
  ['behind a byte order mark', '\uFEFF// +build a\n\npackage x\n', { plusBuild: ['// +build a'] }],
  [
    'with carriage returns',
    '//go:build a\r\n// +build a\r\n\r\npackage x\r\n',
    {
      goBuild: ['//go:build a'],
      plusBuild: ['// +build a'],
    },
  ],
  ['indented', '  // +build a\n\t\npackage x\n', { plusBuild: ['// +build a'] }],
]

test.each(cases)('a line %s', (_, text, want) => {
  expect(summary(scanHeader(text, 'go'))).toEqual({ goBuild: [], plusBuild: [], ignored: [], ...want })
})

test('what go/build reads of a file that is not Go ends before an indented first statement', () => {
  const text = '// +build a\n\tTEXT f(SB)\n'
  expect(scanHeader(text, 'other').plusBuild).toHaveLength(1)
  expect(scanHeader(text, 'go').plusBuild).toHaveLength(0)
})

test('offsets span the line without its break; the code begins after comments and space', () => {
  const text = '\uFEFF// é\r\n// +build a\r\n\r\n/* x */ package y\r\n'
  const { plusBuild, codeIndex } = scanHeader(text, 'go')
  expect(plusBuild.map(({ startIndex, endIndex }) => text.slice(startIndex, endIndex))).toEqual([
    '// +build a',
  ])
  expect(text.slice(codeIndex)).toBe('package y\r\n')
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileConstraint } from '../../../src/go/constraint/file-constraint.ts'
import { fileNameConstraint } from '../../../src/go/constraint/file-name.ts'
import { scanHeader } from '../../../src/go/constraint/header.ts'
import { type Platform, platformsFor } from '../../../src/go/constraint/platform.ts'
import { printExpression } from '../../../src/go/constraint/print.ts'
import { goTest } from '../../support/go.ts'
import { expression, malformed, plusBuild } from './arbitrary.ts'
import { askGo } from './oracle.ts'

describe('a file name', () => {
  test.each([
    ['x.go', undefined],
    ['linux.go', undefined],
    ['amd64_test.go', undefined],
    ['x_linux.go', 'linux'],
    ['dir_windows/x_arm64.s', 'arm64'],
    ['x_linux_arm64.go', 'linux && arm64'],
    ['x_linux_arm64_test.go', 'linux && arm64'],
    ['x_arm64_linux.go', 'linux'],
    ['x_windows_other.go', undefined],
    ['x_unix.go', undefined],
    ['x_linux.pb.go', 'linux'],
    ['_linux.go', 'linux'],
    ['x_test_linux.go', 'linux'],
  ])('%s: %s', (path, want) => {
    const constraint = fileNameConstraint(path)
    expect(constraint && printExpression(constraint)).toBe(want)
  })
})

const name = fc
  .tuple(
    fc.constantFrom(
      'x',
      'linux',
      'x_linux',
      'x_android',
      'x_arm64',
      'x_linux_amd64',
      'x_solaris_test',
      'x_unix',
      'x_ios',
    ),
    fc.constantFrom('.go', '.s', '.c', '.pb.go', '.h', '.swigcxx'),
  )
  .map(parts => parts.join(''))

const goBuildLine = fc.oneof(expression.map(printExpression), malformed).map(text => `//go:build ${text}`)
const plusBuildLine = fc
  .tuple(fc.constantFrom('// ', '//', '//\t'), fc.oneof(plusBuild, malformed))
  .map(([start, text]) => `${start}+build ${text}`)
const otherLine = fc.constantFrom(
  ...[
    '',
    '',
    '',
    '// text',
    '/* block */',
    '/* open',
    'close */',
    '/* a */ // b',
    '  ',
    ' \u00a0',
    '\u0085',
    '\f',
  ],
  ...[
    ';',
    '// +buildx',
    '/*/',
    '*/ //go:build linux',
    'package x',
    '\tpackage x',
    '#include "x.h"',
    '  TEXT foo',
  ],
)
const fileText = fc
  .tuple(
    fc.constantFrom('', '', '\uFEFF'),
    fc.array(
      fc.tuple(fc.constantFrom('', '', '', ' ', '\t'), fc.oneof(otherLine, plusBuildLine, goBuildLine)),
      { maxLength: 8 },
    ),
    fc.constantFrom('\n', '\n', '\r\n'),
    fc.constantFrom('package x', '  package x', 'x', ' x', ''),
    fc.constantFrom('\n', ''),
  )
  .map(
    ([mark, lines, lineBreak, code, end]) =>
      mark + lines.map(parts => parts.join('') + lineBreak).join('') + code + end,
  )

const platform: fc.Arbitrary<Platform> = fc.record({
  goos: fc.constantFrom('linux', 'darwin', 'windows', 'android', 'ios', 'illumos', 'solaris', 'js', 'plan9'),
  goarch: fc.constantFrom('amd64', 'arm64', '386', 'wasm'),
  release: fc.constantFrom('1.16' as const, '1.18' as const, '1.26' as const),
  cgo: fc.boolean(),
  tags: fc.subarray(['custom', 'ignore', 'été', 'goexperiment.boringcrypto']).map(tags => new Set(tags)),
})

goTest(
  'takes and leaves the same files on every platform, as go/build of the installed Go',
  { timeout: 120_000 },
  () => {
    const cases = fc.sample(fc.record({ name, text: fileText, platform }), { numRuns: 3000, seed: 7 })
    const answers = askGo(
      cases.map(({ name, text, platform }) => ({
        name,
        text,
        goos: platform.goos,
        goarch: platform.goarch,
        cgo: platform.cgo,
        compiler: 'gc',
        tags: [...platform.tags],
        release: Number(platform.release.slice(2)),
      })),
    )
    let compared = 0
    cases.forEach(({ name, text, platform }, index) => {
      const answer = answers[index]
      // What Go cannot even read, an unfinished comment for example, has no constraint to speak of.
      if (!answer || answer.error?.startsWith('read ')) return
      compared++
      const header = scanHeader(text, name.endsWith('.go') ? 'go' : 'other')
      const constraint = fileConstraint(name, header)
      const match =
        constraint?.error === undefined && platformsFor(constraint?.expression, [platform]).length === 1
      // Go decides on the name before it reads the file.
      const nameOnly = fileNameConstraint(name)
      const passesName = platformsFor(nameOnly, [platform]).length === 1
      const failed = passesName && constraint?.error !== undefined
      expect({ text, name, platform, match, failed }).toEqual({
        text,
        name,
        platform,
        match: answer.match,
        failed: answer.error !== undefined,
      })
    })
    expect(compared).toBeGreaterThan(2000)
  },
)

import { expect, test } from 'vitest'
import {
  firstReleaseWithout,
  languageChange,
  languageVersion,
  requiredRelease,
} from '../../../src/go/constraint/go-version.ts'
import { parseGoBuild } from '../../../src/go/constraint/parse-go-build.ts'
import type { GoVersion } from '../../../src/go/version.ts'

function expressionOf(text: string) {
  const { expression } = parseGoBuild(text)
  if (!expression) throw new Error(`cannot parse ${text}`)
  return expression
}

test.each([
  ['linux && go1.22', '1.22'],
  ['(linux && go1.22) || (windows && go1.20)', '1.20'],
  ['linux', undefined],
  ['linux || (windows && go1.22)', undefined],
  ['!go1.22', undefined],
  ['(linux && !linux && go1.20) || go1.21', '1.20'],
  ['!(!go1.22 || linux)', '1.22'],
  ['go1', '1.0'],
  ['go1.x', undefined],
])('%s requires %s', (text, want) => {
  expect(requiredRelease(expressionOf(text))).toBe(want)
})

test.each<[GoVersion, string, GoVersion]>([
  ['1.16', 'linux', '1.16'],
  // Raised wherever the toolchain is new enough to know of it.
  ['1.16', 'go1.22', '1.22'],
  // Go 1.18 to 1.20 build this file, with the module's version.
  ['1.16', 'go1.18', '1.16'],
  ['1.25', 'go1.22', '1.22'],
  // Go 1.21 and 1.22 go down all the way, later ones only to 1.21.
  ['1.22', 'go1.18', '1.18'],
  ['1.23', 'go1.18', '1.21'],
])('in a module of %s, %s means %s', (module, text, want) => {
  expect(languageVersion(module, expressionOf(text))).toBe(want)
})

test.each<[GoVersion | undefined, string, GoVersion | undefined]>([
  ['1.25', 'linux', undefined],
  ['1.25', '!go1.9', undefined],
  ['1.25', 'go1.25', undefined],
  // Loops share their variable again.
  ['1.25', 'go1.9', '1.21'],
  ['1.22', 'go1.9', '1.9'],
  ['1.16', 'go1.9', undefined],
  ['1.16', 'go1.18', undefined],
  // Loops no longer share their variable.
  ['1.16', 'go1.22', '1.22'],
  [undefined, 'go1.9', '1.21'],
])('in a module of %s, a new line with %s changes the language to %s', (module, text, want) => {
  expect(languageChange(module, expressionOf(text))).toBe(want)
})

test.each([
  ['linux', undefined],
  ['go1.20', undefined],
  ['!go1.20', 20],
  ['!go1.20 && linux', 20],
  ['!go1.20 || linux', undefined],
  ['!go1.20 || !go1.18', 20],
  ['!go1.20 && !go1.18', 18],
  ['!(go1.20 && go1.18)', 20],
  ['!(go1.20 || linux)', 20],
  ['!custom', undefined],
])('%s cannot be built from Go 1.%s on', (text, want) => {
  const { expression } = parseGoBuild(text)
  expect(expression && firstReleaseWithout(expression)).toBe(want)
})

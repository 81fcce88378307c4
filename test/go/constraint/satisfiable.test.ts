import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { and, type Expression, evaluate, tag, tagsOf } from '../../../src/go/constraint/expression.ts'
import { parseGoBuild } from '../../../src/go/constraint/parse-go-build.ts'
import { hasTag, operatingSystems } from '../../../src/go/constraint/platform.ts'
import { isSatisfiable } from '../../../src/go/constraint/satisfiable.ts'
import { expression } from './arbitrary.ts'

function parsed(text: string): Expression {
  const { expression } = parseGoBuild(text)
  if (!expression) throw new Error(`${text} is no constraint`)
  return expression
}

describe('some build takes it', () => {
  test.each([
    ['linux', true],
    ['linux && windows', false],
    ['linux && android', true],
    ['unix && windows', false],
    ['unix && !linux && !darwin', true],
    ['amd64 && arm64', false],
    ['!amd64 && !arm64 && !386', true],
    ['gc', true],
    ['!gc', false],
    ['gccgo', true],
    ['cgo && !cgo', false],
    ['cgo', true],
    ['go1.5 && !go1.4', false],
    ['go1.4 && !go1.5', true],
    ['!go1.1', true],
    ['!go1', true],
    ['custom && !other', true],
    ['custom && !custom', false],
    ['(linux && custom) || (windows && custom)', true],
    ['linux && custom && (windows || !custom)', false],
  ])('%s: %s', (text, want) => {
    expect(isSatisfiable(parsed(text))).toBe(want)
  })
})

test('a tag that is fixed has no other value', () => {
  expect(isSatisfiable(parsed('ignore || linux'), new Map([['ignore', false]]))).toBe(true)
  expect(isSatisfiable(parsed('ignore && linux'), new Map([['ignore', false]]))).toBe(false)
  expect(isSatisfiable(parsed('!ignore'), new Map([['ignore', true]]))).toBe(false)
  expect(isSatisfiable(parsed('cgo'), new Map([['cgo', true]]))).toBe(true)
})

test('with more than eight tags of its own it counts as satisfiable, also where it is not', () => {
  const impossible = parsed('linux && windows')
  const tags = Array.from({ length: 9 }, (_, index) => tag(`t${index}`))
  expect(isSatisfiable(tags.slice(1).reduce(and, impossible))).toBe(false)
  expect(isSatisfiable(tags.reduce(and, impossible))).toBe(true)
})

const ARCHITECTURES = ['386', 'amd64', 'arm64', 'riscv64']
const MINORS = [0, 8, 9, 17, 18, 30, 98, 99]

/** Tries the builds one by one, with all tags that the expression names on and off. */
function takenBySomeBuild(tree: Expression): boolean {
  const tags = tagsOf(tree)
  return operatingSystems.some(goos =>
    ARCHITECTURES.some(goarch =>
      MINORS.some(minor =>
        Array.from({ length: 2 ** tags.length }, (_, bits) => bits).some(bits => {
          const chosen = new Set(tags.filter((_, index) => (bits >> index) & 1))
          const platform = {
            goos,
            goarch,
            release: `1.${minor}` as const,
            tags: chosen,
            cgo: chosen.has('cgo'),
          }
          return evaluate(tree, name =>
            KNOWN.test(name) ? hasTag({ ...platform, tags: NONE }, name) : hasTag(platform, name),
          )
        }),
      ),
    ),
  )
}

const NONE: ReadonlySet<string> = new Set()
/** What the tags of a command line cannot set. */
const KNOWN = /^(linux|darwin|windows|android|ios|solaris|illumos|unix|amd64|arm64|386|gc|go1\.[1-9]\d*)$/

test('agrees with trying builds one by one', () => {
  fc.assert(
    fc.property(expression, tree => {
      fc.pre(tagsOf(tree).length <= 5)
      expect(isSatisfiable(tree)).toBe(takenBySomeBuild(tree))
    }),
    { numRuns: 300 },
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareTruth } from '../../../src/go/constraint/compare.ts'
import { and } from '../../../src/go/constraint/expression.ts'
import { requiredRelease } from '../../../src/go/constraint/go-version.ts'
import { goBuildText, plusBuildText } from '../../../src/go/constraint/line.ts'
import { type Parsed, parseGoBuild } from '../../../src/go/constraint/parse-go-build.ts'
import { malformedTerms, parsePlusBuild } from '../../../src/go/constraint/parse-plus-build.ts'
import { plusBuildLines } from '../../../src/go/constraint/plus-build-lines.ts'
import { printExpression } from '../../../src/go/constraint/print.ts'
import { goTest } from '../../support/go.ts'
import { expression, malformed, plusBuild } from './arbitrary.ts'
import { askGo } from './oracle.ts'

function printed(parsed: Parsed): string {
  return parsed.expression ? printExpression(parsed.expression) : `${parsed.error} at ${parsed.offset}`
}

describe('//go:build', () => {
  test.each([
    ['linux', 'linux'],
    ['!linux', '!linux'],
    ['  a\t&&b ', 'a && b'],
    ['a && b || c', '(a && b) || c'],
    ['a || b && c', 'a || (b && c)'],
    ['(a || b) && c', '(a || b) && c'],
    ['a || b || c', 'a || b || c'],
    ['!(a && b)', '!(a && b)'],
    ['!((a))', '!a'],
    ['!(!a)', '!!a'],
    ['été && 386 && go1.18 && a_b', 'été && 386 && go1.18 && a_b'],
    ['', 'unexpected end of expression at 0'],
    ['a b', 'unexpected token b at 2'],
    ['a &&', 'unexpected end of expression at 4'],
    ['a & b', 'invalid syntax at & at 2'],
    ['a | b', 'invalid syntax at | at 2'],
    ['!!a', 'double negation not allowed at 1'],
    ['(a', 'missing close paren at 0'],
    ['(a &&', 'missing close paren at 5'],
    ['a)', 'unexpected token ) at 1'],
    ['&& a', 'unexpected token && at 0'],
    ['linux,amd64', 'invalid syntax at , at 5'],
    ['a-b', 'invalid syntax at - at 1'],
    ['a 💥', 'invalid syntax at 💥 at 2'],
  ])('%j reads as %s', (text, want) => {
    expect(printed(parseGoBuild(text))).toBe(want)
  })

  test('takes 1000 terms and no more', () => {
    expect(parseGoBuild(Array(1000).fill('a').join(' && ')).error).toBeUndefined()
    expect(parseGoBuild(Array(1001).fill('a').join(' && ')).error).toBe('build expression too large')
    expect(parseGoBuild('('.repeat(1_000_000)).error).toBe('build expression too large')
  })

  test('printed and parsed again has the same truth table', () => {
    fc.assert(
      fc.property(expression, tree => {
        // Only a tree that no text stands for has a `!` on a `!`.
        const text = printExpression(tree)
        fc.pre(!text.includes('!!'))
        const parsed = parseGoBuild(text)
        expect(parsed.expression && compareTruth(tree, parsed.expression)).toBe('equal')
        expect(printed(parsed)).toBe(text)
      }),
    )
  })
})

describe('+build', () => {
  test.each([
    ['linux', 'linux'],
    ['linux darwin', 'linux || darwin'],
    ['linux,amd64', 'linux && amd64'],
    ['linux,!cgo darwin,cgo', '(linux && !cgo) || (darwin && cgo)'],
    ['\tlinux   darwin ', 'linux || darwin'],
    ['', 'ignore'],
    ['!', 'ignore'],
    ['!!linux', 'ignore'],
    ['a,,b', 'a && ignore && b'],
    ['a-b', 'ignore'],
    ['!a-b', '!ignore'],
    ['linux // on linux', 'linux || ignore || on || linux'],
    ['(linux)', 'ignore'],
  ])('%j reads as %s', (text, want) => {
    expect(printed(parsePlusBuild(text))).toBe(want)
  })

  test('takes 100 operators and no more', () => {
    expect(parsePlusBuild(Array(101).fill('a').join(' ')).error).toBeUndefined()
    expect(parsePlusBuild(Array(102).fill('a').join(',')).error).toBe(
      'expression too complex for // +build lines',
    )
  })

  test('names the terms that are no tags', () => {
    expect(malformedTerms('linux,!cgo go1.9 x')).toEqual([])
    expect(malformedTerms('a-b !!c ! d,,e // !f+g')).toEqual(['a-b', '!!c', '!', '', '//', '!f+g'])
  })

  test('lines made from an expression say the same', () => {
    fc.assert(
      fc.property(expression, tree => {
        const lines = plusBuildLines(tree)
        fc.pre(lines !== undefined)
        const parsed = lines?.map(line => parsePlusBuild(plusBuildText(line) ?? '')) ?? []
        const text = parsed.map(line => `(${printed(line)})`).join(' && ')
        const again = parseGoBuild(text)
        expect(again.expression && compareTruth(tree, again.expression)).toBe('equal')
      }),
    )
  })

  test('turned into //go:build and back says the same', () => {
    fc.assert(
      fc.property(plusBuild, text => {
        const { expression: tree } = parsePlusBuild(text)
        if (!tree) throw new Error('too long a line')
        const { expression: goBuild } = parseGoBuild(printExpression(tree))
        if (!goBuild) throw new Error('no //go:build line')
        expect(compareTruth(tree, goBuild)).toBe('equal')
        const back = plusBuildLines(goBuild)?.map(
          line => parsePlusBuild(plusBuildText(line) ?? '').expression,
        )
        expect(back).not.toContain(undefined)
        expect(back && compareTruth(tree, back.flatMap(part => part ?? []).reduce(and))).toBe('equal')
      }),
    )
  })
})

describe('a line', () => {
  test.each([
    ['//go:build linux', 'linux', undefined],
    ['//go:build', '', undefined],
    ['//go:build\u00a0linux', 'linux', undefined],
    ['//go:buildlinux', undefined, undefined],
    ['// go:build linux', undefined, undefined],
    ['// +build linux', undefined, 'linux'],
    ['//+build linux', undefined, 'linux'],
    ['// \t +build\tlinux', undefined, 'linux'],
    ['// +build', undefined, ''],
    ['// +buildlinux', undefined, undefined],
    ['// the +build line', undefined, undefined],
    ['/* +build linux */', undefined, undefined],
  ])('%j: //go:build %j, +build %j', (line, goBuild, plus) => {
    expect(goBuildText(line)).toBe(goBuild)
    expect(plusBuildText(line)).toBe(plus)
  })
})

goTest('reads, prints and dates every line, as the installed Go', { timeout: 120_000 }, () => {
  const lines = [
    ...fc.sample(expression, 400).map(tree => `//go:build ${printExpression(tree)}`),
    ...fc.sample(malformed, 800).map(text => `//go:build ${text}`),
    ...fc.sample(plusBuild, 200).map(text => `// +build ${text}`),
    ...fc.sample(malformed, 600).map(text => `//+build ${text}`),
    `//go:build ${Array(1001).fill('a').join('||')}`,
    `// +build ${Array(102).fill('a').join(',')}`,
  ]
  const answers = askGo(lines.map(line => ({ line })))
  expect(answers).toHaveLength(lines.length)

  const ours = lines.map(line => {
    const goBuild = goBuildText(line)
    const parsed = goBuild === undefined ? parsePlusBuild(plusBuildText(line) ?? '') : parseGoBuild(goBuild)
    if (!parsed.expression) return { line, error: parsed.error, offset: bytes(goBuild, parsed.offset ?? 0) }
    const release = requiredRelease(parsed.expression)
    return {
      line,
      expression: printExpression(parsed.expression),
      plusBuild: plusBuildLines(parsed.expression),
      goVersion: release && (release === '1.0' ? 'go1' : `go${release}`),
    }
  })
  const theirs = answers.map(({ expression, plusBuild, goVersion, error, offset }, index) =>
    error === undefined
      ? { line: lines[index], expression, plusBuild, goVersion }
      : { line: lines[index], error, offset },
  )
  expect(ours).toEqual(theirs)
})

function bytes(text: string | undefined, offset: number): number {
  return Buffer.byteLength((text ?? '').slice(0, offset))
}

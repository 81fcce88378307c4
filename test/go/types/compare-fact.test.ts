import { describe, expect, test } from 'vitest'
import type { GoObject } from '../../../src/go/types/object.ts'
import { compareConstant, compareObject, compareType } from './compare-fact.ts'
import type { FactType } from './facts.ts'
import { packageOf } from './in-memory.ts'

// The proofs are worth what the comparison is: it has to tell a wrong answer from a right one.

describe('objects', () => {
  const types = packageOf({ 'p.go': 'var a, b map[string]int\nfunc f() { a["x"] = len(b) }' })
  const ours = (text: string): GoObject | undefined => {
    const uses = types.files[0]?.tree.rootNode
      .descendantsOfType('identifier')
      .filter(node => node.text === text)
    const last = uses?.at(-1)
    return last && types.objectOf(last)
  }
  const variable = { Kind: 'var', Name: 'a', Package: 'example.com/p', File: '/p.go', Offset: 14 }
  const nameOf = (absolute: string) => absolute.slice(1)

  test('one that is declared at the same place is equal', () => {
    expect(compareObject(ours('a'), variable, nameOf)).toBe('equal')
    expect(compareObject(undefined, variable, nameOf)).toBe('unknown')
  })
  test('one of another place, kind or name is wrong', () => {
    expect(compareObject(ours('a'), { ...variable, Offset: 17 }, nameOf)).toBe('wrong')
    expect(compareObject(ours('a'), { ...variable, File: '/q.go' }, nameOf)).toBe('wrong')
    expect(compareObject(ours('a'), { ...variable, Kind: 'field' }, nameOf)).toBe('wrong')
    expect(compareObject(ours('b'), variable, nameOf)).toBe('wrong')
  })
  test('what has no place is known by its package', () => {
    const builtin = { Kind: 'builtin', Name: 'len', Package: '', File: '', Offset: 0 }
    expect(compareObject(ours('len'), builtin, nameOf)).toBe('equal')
    expect(compareObject(ours('len'), { ...builtin, Package: 'unsafe' }, nameOf)).toBe('wrong')
  })
})

test('types are equal by text, and unknown only where they say so', () => {
  const fact = (Text: string, Holds: FactType['Holds'] = '') =>
    ({ mode: 'value', type: { Text, Holds } }) as const
  expect(compareType('[]p.T', fact('[]p.T'))).toBe('equal')
  expect(compareType('[]unknown', fact('[]p.T'))).toBe('unknown')
  expect(compareType('[]p.unknown', fact('[]p.T'))).toBe('wrong')
  expect(compareType('untyped int', fact('p.Duration', 'number'))).toBe('equal')
  expect(compareType('untyped int', fact('string', 'string'))).toBe('wrong')
  expect(compareType('untyped nil', fact('*p.T', 'nil'))).toBe('equal')
  expect(compareType('int', fact('int64', 'number'))).toBe('wrong')
  expect(compareType('()', { mode: 'void', type: undefined })).toBe('equal')
})

test('constants are equal by value, and an untyped one may be rounded', () => {
  const tenth = { kind: 'float', numerator: 1n, denominator: 10n } as const
  const compare = (constant: string | undefined, ourType: string) =>
    compareConstant(tenth, { constant, ourType, isPlatforms: false })
  expect(compare('1/10', 'untyped float')).toBe('equal')
  expect(compare('3602879701896397/36028797018963968', 'untyped float')).toBe('equal')
  expect(compare('3602879701896397/36028797018963968', 'float64')).toBe('wrong')
  expect(compare('1/11', 'untyped float')).toBe('wrong')
  const tiny = { kind: 'float', numerator: 5n, denominator: 10n ** 324n } as const
  const smallest = `1/${2n ** 1074n}`
  const untyped = { ourType: 'untyped float', isPlatforms: false }
  expect(compareConstant(tiny, { constant: smallest, ...untyped })).toBe('equal')
  expect(compareConstant(tiny, { constant: '0', ...untyped })).toBe('wrong')
  expect(compare(undefined, 'untyped float')).toBe('wrong')
  const text = { kind: 'string', bytes: 'a' } as const
  expect(compareConstant(text, { constant: "'b", ourType: 'string', isPlatforms: false })).toBe('wrong')
})

test('a constant that other builds have another value for is unknown by right, but not wrong by right', () => {
  const fact = { constant: '1', ourType: 'int', isPlatforms: false }
  expect(compareConstant(undefined, fact)).toBe('unknown')
  expect(compareConstant(undefined, { ...fact, isPlatforms: true })).toBe('varying')
  expect(compareConstant({ kind: 'int', value: 2n }, { ...fact, isPlatforms: true })).toBe('wrong')
})

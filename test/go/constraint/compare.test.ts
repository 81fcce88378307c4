import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareTruth } from '../../../src/go/constraint/compare.ts'
import {
  and,
  type Expression,
  evaluate,
  not,
  or,
  tag,
  tagsOf,
} from '../../../src/go/constraint/expression.ts'
import { negate } from '../../../src/go/constraint/negate.ts'
import { expression } from './arbitrary.ts'

/** Tries every combination of tags. */
function equalByTrying(left: Expression, right: Expression): boolean {
  const tags = tagsOf(and(left, right))
  return Array.from({ length: 2 ** tags.length }, (_, bits) => bits).every(bits => {
    const isTrue = (name: string) => ((bits >> tags.indexOf(name)) & 1) === 1
    return evaluate(left, isTrue) === evaluate(right, isTrue)
  })
}

test('agrees with trying every combination', () => {
  fc.assert(
    fc.property(expression, expression, (left, right) => {
      fc.pre(tagsOf(and(left, right)).length <= 10)
      expect(compareTruth(left, right)).toBe(equalByTrying(left, right) ? 'equal' : 'different')
    }),
  )
})

test('a negation differs everywhere, twice negated is equal', () => {
  fc.assert(
    fc.property(expression, tree => {
      expect(compareTruth(not(tree), negate(tree))).toBe('equal')
      expect(compareTruth(tree, negate(tree))).toBe('different')
      expect(compareTruth(tree, negate(negate(tree)))).toBe('equal')
    }),
  )
})

const tags = Array.from({ length: 400 }, (_, index) => tag(`t${index}`))

test('hundreds of tags in any order are no trouble', () => {
  expect(compareTruth(tags.reduce(or), tags.toReversed().reduce(or))).toBe('equal')
  expect(compareTruth(tags.reduce(and), tags.slice(1).reduce(and))).toBe('different')
})

test('what grows beyond bounds is unknown', () => {
  // x0 && y0 || x1 && y1 || ...: exponential when all x come before all y.
  const half = Array.from({ length: 24 }, (_, index) => index)
  const first = half.map(index => tag(`x${index}`)).reduce(or)
  const pairs = half.map(index => and(tag(`x${index}`), tag(`y${index}`))).reduce(or)
  expect(
    compareTruth(or(first, pairs), or(first, pairs.kind === 'or' ? or(pairs.right, pairs.left) : pairs)),
  ).toBe('unknown')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { constantText, float } from '../../../src/go/types/constant.ts'
import { nearest } from '../../../src/go/types/float-format.ts'
import { nodeOf, packageOf } from './in-memory.ts'

function evaluated(expression: string): string | undefined {
  const types = packageOf({ 'p.go': `var x = (${expression})\n` })
  const value = types.constantOf(nodeOf(types, 'parenthesized_expression', `(${expression})`))
  return value && constantText(value)
}

test.each([
  ['2i * 3i', '-6'],
  ['1 / 2i', '0,-1/2'],
  ['complex(1, 2) == 1+2i', 'true'],
  ['-complex(0.5, 1)', '-1/2,-1'],
  ['real(3 + 4i) + imag(3 + 4i)', '7'],
  ['complex64(0.1i)', '0,13421773/134217728'],
  ['0x1p-2i', '0,1/4'],
  ['010i', '0,10'],
  ['int(2 + 0i)', '2'],
])('%s is %s', (expression, expected) => expect(evaluated(expression)).toBe(expected))

test.each([
  ['max(1, 2.5, 2)', '5/2'],
  ['min("b", "a")', '"a"'],
  ['min(0.1, 1)', '1/10'],
])('%s is %s', (expression, expected) => expect(evaluated(expression)).toBe(expected))

test.each([
  ['a value of the other size of words', '^uint(0)'],
  ['what has no such operation', '2i % 1'],
])('%s has no value', (_, expression) => expect(evaluated(expression)).toBeUndefined())

test('fractions are rounded as JavaScript does', () => {
  const whole = fc.integer({ min: 0, max: 2 ** 53 }).map(Number)
  fc.assert(
    fc.property(
      whole,
      fc.nat().map(Number),
      fc.integer({ min: 0, max: 1074 }),
      (numerator, divisor, exponent) => {
        const fraction = [BigInt(numerator), BigInt(divisor + 1)] as const
        expect(nearest('float64', ...fraction)).toEqual(exactly(numerator / (divisor + 1)))
        const small = [-BigInt(numerator), 2n ** BigInt(exponent)] as const
        expect(nearest('float64', ...small)).toEqual(exactly(-numerator * 2 ** -exponent))
        expect(nearest('float32', ...small)).toEqual(exactly(Math.fround(-numerator * 2 ** -exponent)))
      },
    ),
  )
})

test('numbers beyond a format have no value in it', () => {
  const greatest = BigInt(Number.MAX_VALUE)
  const halfUnit = 2n ** 970n
  expect(nearest('float64', greatest + halfUnit - 1n, 1n)).toEqual(float(greatest, 1n))
  expect(nearest('float64', greatest + halfUnit, 1n)).toBeUndefined()
  expect(nearest('float32', 2n ** 128n, 1n)).toBeUndefined()
})

/** A double as a fraction. */
function exactly(value: number) {
  let exponent = 0n
  let numerator = value
  for (; !Number.isInteger(numerator); exponent++) numerator *= 2
  return float(BigInt(numerator), 2n ** exponent)
}

import { float, type NumberConstant } from './constant.ts'

/** The binary formats of IEEE 754 that Go's types hold (https://go.dev/ref/spec#Numeric_types). */
const FORMATS = {
  float32: { bits: 24n, leastExponent: -149n, limit: 1n << 128n },
  float64: { bits: 53n, leastExponent: -1074n, limit: 1n << 1024n },
} as const

/** The value of the format that is nearest to a fraction, of two equally near ones the even; undefined beyond its range. */
export function nearest(
  format: keyof typeof FORMATS,
  numerator: bigint,
  denominator: bigint,
): NumberConstant | undefined {
  const { bits, leastExponent, limit } = FORMATS[format]
  const magnitude = numerator < 0n ? -numerator : numerator
  // The fraction is below 2^(estimate + 1), and not below 2^(estimate - 1).
  const estimate = bitLength(magnitude) - bitLength(denominator)
  let exponent = estimate - bits < leastExponent ? leastExponent : estimate - bits
  if (scaled(magnitude, denominator, exponent) >> bits > 0n) exponent++
  const value = scaled(magnitude, denominator, exponent, true)
  const whole = exponent > 0n ? value << exponent : value
  const divisor = exponent < 0n ? 1n << -exponent : 1n
  if (whole >= limit * divisor) return undefined
  return float(numerator < 0n ? -whole : whole, divisor)
}

/** The fraction divided by 2^exponent as a whole number, cut off or rounded. */
function scaled(numerator: bigint, denominator: bigint, exponent: bigint, rounds = false): bigint {
  const dividend = exponent < 0n ? numerator << -exponent : numerator
  const divisor = exponent > 0n ? denominator << exponent : denominator
  const quotient = dividend / divisor
  const twiceTheRest = 2n * (dividend % divisor)
  const isUp = twiceTheRest > divisor || (twiceTheRest === divisor && quotient % 2n === 1n)
  return rounds && isUp ? quotient + 1n : quotient
}

function bitLength(value: bigint): bigint {
  return value === 0n ? 0n : BigInt(value.toString(2).length)
}

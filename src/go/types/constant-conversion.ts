import {
  type Constant,
  float,
  fraction,
  int,
  isNumber,
  type NumberConstant,
  wholeNumber,
} from './constant.ts'
import { complex, partsOfComplex } from './constant-complex.ts'
import { nearest } from './float-format.ts'
import type { Type } from './type.ts'
import { underlyingOf } from './underlying.ts'

/**
 * The value as one of the given type; undefined where it does not fit.
 * A conversion of an integer to a string is one of a code point.
 */
export function convertedConstant(constant: Constant, type: Type, isExplicit = false): Constant | undefined {
  const underlying = underlyingOf(type)
  if (underlying.kind !== 'basic') return undefined
  const { name } = underlying
  if (name === 'bool' || name === 'untyped bool') return constant.kind === 'bool' ? constant : undefined
  if (name === 'string' || name === 'untyped string') {
    if (constant.kind === 'string') return constant
    return isExplicit && constant.kind === 'int' ? codePoint(constant.value) : undefined
  }
  if (name === 'untyped complex') return constant.kind === 'complex' ? constant : asFloat(constant)
  if (name === 'complex64' || name === 'complex128')
    return toComplex(constant, name === 'complex64' ? 'float32' : 'float64')
  if (!isNumber(constant)) return undefined
  if (/^(untyped (int|rune)|u?int)/.test(name)) {
    const whole = wholeNumber(constant)
    return whole === undefined ? undefined : int(whole)
  }
  if (name === 'untyped float') return asFloat(constant)
  return name === 'float32' || name === 'float64' ? rounded(constant, name) : undefined
}

function asFloat(constant: Constant): Constant | undefined {
  if (!isNumber(constant)) return undefined
  const { numerator, denominator } = fraction(constant)
  return float(numerator, denominator)
}

function rounded(constant: NumberConstant, format: 'float32' | 'float64'): NumberConstant | undefined {
  const { numerator, denominator } = fraction(constant)
  return nearest(format, numerator, denominator)
}

function toComplex(constant: Constant, format: 'float32' | 'float64'): Constant | undefined {
  const [real, imaginary] = (partsOfComplex(constant) ?? []).map(part => rounded(part, format))
  return real && imaginary && complex(real, imaginary)
}

function codePoint(value: bigint): Constant {
  const isValid = value >= 0n && value <= 0x10ffffn && !(value >= 0xd800n && value <= 0xdfffn)
  const text = String.fromCodePoint(isValid ? Number(value) : 0xfffd)
  return { kind: 'string', bytes: Buffer.from(text, 'utf8').toString('latin1') }
}

import {
  bool,
  type Constant,
  constantText,
  float,
  fraction,
  int,
  isNumber,
  type NumberConstant,
  wholeNumber,
} from './constant.ts'
import { complexOperation, partsOfComplex } from './constant-complex.ts'
import { type BasicName, basic, type Type } from './type.ts'
import { underlyingOf } from './underlying.ts'

const ZERO: NumberConstant = { kind: 'int', value: 0n }

/** Sizes that are the same on every platform. */
const BITS: Partial<Record<BasicName, number>> = {
  int8: 8,
  int16: 16,
  int32: 32,
  int64: 64,
  uint8: 8,
  uint16: 16,
  uint32: 32,
  uint64: 64,
}

/** The value of a unary operation of the given type; undefined where it depends on the platform. */
export function unaryConstant(operator: string, operand: Constant, type: Type): Constant | undefined {
  if (operand.kind === 'bool') return operator === '!' ? bool(!operand.value) : undefined
  if (operand.kind === 'string') return undefined
  if (operator === '+') return operand
  if (operand.kind === 'complex') return operator === '-' ? negatedComplex(operand) : undefined
  const { numerator, denominator } = fraction(operand)
  if (operator === '-') return operand.kind === 'int' ? int(-numerator) : float(-numerator, denominator)
  const value = wholeNumber(operand)
  if (operator !== '^' || value === undefined) return undefined
  const underlying = underlyingOf(type)
  const name = underlying.kind === 'basic' ? underlying.name : undefined
  if (name === undefined) return undefined
  if (!name.startsWith('uint')) return int(~value)
  const bits = BITS[name]
  return bits === undefined ? undefined : int(value ^ ((1n << BigInt(bits)) - 1n))
}

function negatedComplex({ real, imaginary }: Constant & { kind: 'complex' }): Constant | undefined {
  return complexOperation('-', [ZERO, ZERO], [real, imaginary], realOperation)
}

/** The value of a comparison or an operation on two constants that were brought to one type. */
export function binaryConstant(
  operator: string,
  left: Constant,
  right: Constant,
  isIntegerDivision: boolean,
): Constant | undefined {
  if (left.kind === 'bool' && right.kind === 'bool') return ofBools(operator, left.value, right.value)
  if (left.kind === 'string' && right.kind === 'string') {
    if (operator === '+') return { kind: 'string', bytes: left.bytes + right.bytes }
    return compared(operator, left.bytes < right.bytes ? -1 : left.bytes > right.bytes ? 1 : 0)
  }
  if (left.kind === 'complex' || right.kind === 'complex') return ofComplex(operator, left, right)
  if (!isNumber(left) || !isNumber(right)) return undefined
  const a = fraction(left)
  const b = fraction(right)
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  const comparison = compared(operator, difference < 0n ? -1 : difference > 0n ? 1 : 0)
  if (comparison) return comparison
  if (left.kind === 'int' && right.kind === 'int' && !(operator === '/' && !isIntegerDivision))
    return ofInts(operator, left.value, right.value)
  const { numerator: n, denominator: d } = a
  const { numerator: m, denominator: e } = b
  switch (operator) {
    case '+':
      return float(n * e + m * d, d * e)
    case '-':
      return float(n * e - m * d, d * e)
    case '*':
      return float(n * m, d * e)
    case '/':
      return isIntegerDivision && d === 1n && e === 1n ? ofInts('/', n, m) : float(n * e, d * m)
    default:
      return d === 1n && e === 1n ? ofInts(operator, n, m) : undefined
  }
}

function ofComplex(operator: string, left: Constant, right: Constant): Constant | undefined {
  if (operator === '==' || operator === '!=')
    return bool((constantText(left) === constantText(right)) === (operator === '=='))
  const a = partsOfComplex(left)
  const b = partsOfComplex(right)
  return a && b && complexOperation(operator, a, b, realOperation)
}

function realOperation(
  operator: string,
  left: NumberConstant,
  right: NumberConstant,
): NumberConstant | undefined {
  const result = binaryConstant(operator, left, right, false)
  return result && isNumber(result) ? result : undefined
}

function ofBools(operator: string, left: boolean, right: boolean): Constant | undefined {
  switch (operator) {
    case '&&':
      return bool(left && right)
    case '||':
      return bool(left || right)
    case '==':
      return bool(left === right)
    case '!=':
      return bool(left !== right)
    default:
      return undefined
  }
}

function compared(operator: string, order: number): Constant | undefined {
  switch (operator) {
    case '==':
      return bool(order === 0)
    case '!=':
      return bool(order !== 0)
    case '<':
      return bool(order < 0)
    case '<=':
      return bool(order <= 0)
    case '>':
      return bool(order > 0)
    case '>=':
      return bool(order >= 0)
    default:
      return undefined
  }
}

function ofInts(operator: string, left: bigint, right: bigint): Constant | undefined {
  if ((operator === '/' || operator === '%') && right === 0n) return undefined
  switch (operator) {
    case '+':
      return int(left + right)
    case '-':
      return int(left - right)
    case '*':
      return int(left * right)
    case '/':
      return int(left / right)
    case '%':
      return int(left % right)
    case '&':
      return int(left & right)
    case '|':
      return int(left | right)
    case '^':
      return int(left ^ right)
    case '&^':
      return int(left & ~right)
    default:
      return undefined
  }
}

/** The value of a constant shift. */
export function shiftConstant(operator: string, left: Constant, right: Constant): Constant | undefined {
  const value = wholeNumber(left)
  const count = wholeNumber(right)
  if (value === undefined || count === undefined || count < 0n || count > 2048n) return undefined
  return int(operator === '<<' ? value << count : value >> count)
}

/** The kind of an untyped operation: that of the operand which comes later in int, rune, float, complex. */
export function laterUntyped(left: BasicName, right: BasicName): Type {
  const order: readonly BasicName[] = ['untyped int', 'untyped rune', 'untyped float', 'untyped complex']
  return basic(order.indexOf(left) >= order.indexOf(right) ? left : right)
}

/** The exact value of a constant (https://go.dev/ref/spec#Constants). */
export type Constant =
  | { readonly kind: 'bool'; readonly value: boolean }
  /** One character per byte: Go strings are bytes. */
  | { readonly kind: 'string'; readonly bytes: string }
  | { readonly kind: 'int'; readonly value: bigint }
  /** In lowest terms, the denominator positive; may be whole. */
  | { readonly kind: 'float'; readonly numerator: bigint; readonly denominator: bigint }
  /** The imaginary part is not zero. */
  | { readonly kind: 'complex'; readonly real: NumberConstant; readonly imaginary: NumberConstant }

export type NumberConstant = Extract<Constant, { readonly kind: 'int' | 'float' }>

export function isNumber(constant: Constant): constant is NumberConstant {
  return constant.kind === 'int' || constant.kind === 'float'
}

/** Values with more bits are not followed up; Go itself gives up on some of them. */
const MAX_BITS = 4096

export function int(value: bigint): Constant | undefined {
  return isTooLarge(value) ? undefined : { kind: 'int', value }
}

export function float(numerator: bigint, denominator: bigint): NumberConstant | undefined {
  if (denominator === 0n || isTooLarge(numerator) || isTooLarge(denominator)) return undefined
  const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n)
  return { kind: 'float', numerator: numerator / divisor, denominator: denominator / divisor }
}

export function bool(value: boolean): Constant {
  return { kind: 'bool', value }
}

function isTooLarge(value: bigint): boolean {
  return value !== 0n && (value < 0n ? -value : value) >> BigInt(MAX_BITS) !== 0n
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x === 0n ? 1n : x
}

/** The value as a whole number; undefined when it is none. */
export function wholeNumber(constant: Constant | undefined): bigint | undefined {
  if (constant?.kind === 'int') return constant.value
  if (constant?.kind === 'float' && constant.denominator === 1n) return constant.numerator
  return undefined
}

export function fraction(constant: NumberConstant): { numerator: bigint; denominator: bigint } {
  return constant.kind === 'int' ? { numerator: constant.value, denominator: 1n } : constant
}

/** A Go string's bytes from a JS string. */
export function bytesOf(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1')
}

/** The value as text: Go syntax, a fraction, or two of these with a comma. */
export function constantText(constant: Constant): string {
  switch (constant.kind) {
    case 'bool':
    case 'int':
      return String(constant.value)
    case 'string':
      return JSON.stringify(Buffer.from(constant.bytes, 'latin1').toString('utf8'))
    case 'float':
      return constant.denominator === 1n
        ? String(constant.numerator)
        : `${constant.numerator}/${constant.denominator}`
    case 'complex':
      return `${constantText(constant.real)},${constantText(constant.imaginary)}`
  }
}

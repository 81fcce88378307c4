import { bytesOf, type Constant, float, int, isNumber, type NumberConstant } from './constant.ts'
import { complex } from './constant-complex.ts'

const ZERO: NumberConstant = { kind: 'int', value: 0n }

/** Reads an integer literal (https://go.dev/ref/spec#Integer_literals). */
export function intLiteral(text: string): Constant | undefined {
  const digits = text.replaceAll('_', '')
  if (/^0[0-7]+$/.test(digits)) return int(BigInt(`0o${digits.slice(1)}`))
  if (!/^(0[xX][\da-fA-F]+|0[oO][0-7]+|0[bB][01]+|0|[1-9]\d*)$/.test(digits)) return undefined
  return int(BigInt(digits))
}

/** Reads a floating-point literal (https://go.dev/ref/spec#Floating-point_literals). */
export function floatLiteral(text: string): Constant | undefined {
  const digits = text.replaceAll('_', '')
  const decimal = /^(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(digits)
  if (decimal) {
    const [, whole = '', part = '', exponent = '0'] = decimal
    return scaled(BigInt(`${whole}${part}` || '0'), 10n, Number(exponent) - part.length)
  }
  const hexadecimal = /^0[xX]([\da-fA-F]*)\.?([\da-fA-F]*)[pP]([+-]?\d+)$/.exec(digits)
  if (!hexadecimal) return undefined
  const [, whole = '', part = '', exponent = '0'] = hexadecimal
  return scaled(BigInt(`0x${whole}${part}`), 2n, Number(exponent) - 4 * part.length)
}

/** Reads an imaginary literal (https://go.dev/ref/spec#Imaginary_literals). */
export function imaginaryLiteral(text: string): Constant | undefined {
  const digits = text.slice(0, -1)
  // For backward compatibility, leading zeros do not make it octal.
  const part = floatLiteral(digits) ?? intLiteral(digits)
  return part && isNumber(part) ? complex(ZERO, part) : undefined
}

function scaled(mantissa: bigint, base: bigint, exponent: number): Constant | undefined {
  if (!Number.isSafeInteger(exponent) || Math.abs(exponent) > 2000) return undefined
  const power = base ** BigInt(Math.abs(exponent))
  return exponent < 0 ? float(mantissa, power) : float(mantissa * power, 1n)
}

/** Reads a rune literal (https://go.dev/ref/spec#Rune_literals). */
export function runeLiteral(text: string): Constant | undefined {
  const inner = text.slice(1, -1)
  if (!inner.startsWith('\\')) {
    const code = inner.codePointAt(0)
    return code === undefined ? undefined : int(BigInt(code))
  }
  const sequence = readEscape(inner, 0, "'")
  return sequence && sequence.length === inner.length ? int(BigInt(sequence.value)) : undefined
}

/** Reads a string literal, interpreted or raw (https://go.dev/ref/spec#String_literals). */
export function stringLiteral(text: string): Constant | undefined {
  if (text.startsWith('`')) return { kind: 'string', bytes: bytesOf(text.slice(1, -1).replaceAll('\r', '')) }
  const inner = text.slice(1, -1)
  let bytes = ''
  let from = 0
  for (let index = inner.indexOf('\\'); index >= 0; index = inner.indexOf('\\', from)) {
    const sequence = readEscape(inner, index, '"')
    if (!sequence) return undefined
    bytes += bytesOf(inner.slice(from, index))
    bytes += sequence.isByte
      ? String.fromCharCode(sequence.value)
      : bytesOf(String.fromCodePoint(sequence.value))
    from = index + sequence.length
  }
  return { kind: 'string', bytes: bytes + bytesOf(inner.slice(from)) }
}

const SIMPLE: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, '\\': 92 }

function readEscape(text: string, index: number, quote: string) {
  const next = text[index + 1] ?? ''
  if (next === quote) return { value: quote.charCodeAt(0), length: 2, isByte: false }
  const simple = Object.hasOwn(SIMPLE, next) ? SIMPLE[next] : undefined
  if (simple !== undefined) return { value: simple, length: 2, isByte: false }
  const rest = text.slice(index + 1)
  const octal = /^[0-7]{3}/.exec(rest)
  if (octal) return { value: Number.parseInt(octal[0], 8), length: 4, isByte: true }
  const code = /^(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))/.exec(rest)
  if (!code) return undefined
  const value = Number.parseInt(code[1] ?? code[2] ?? code[3] ?? '', 16)
  return value > 0x10ffff ? undefined : { value, length: 1 + code[0].length, isByte: code[1] !== undefined }
}

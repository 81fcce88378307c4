import type { BasicName, Type } from './type.ts'
import { underlyingOf } from './underlying.ts'

const SIZES: Partial<Record<BasicName, bigint>> = {
  bool: 1n,
  int8: 1n,
  uint8: 1n,
  int16: 2n,
  uint16: 2n,
  int32: 4n,
  uint32: 4n,
  float32: 4n,
  int64: 8n,
  uint64: 8n,
  float64: 8n,
  complex64: 8n,
  complex128: 16n,
}

/** The size in bytes of a type that has the same size on every platform (https://go.dev/ref/spec#Size_and_alignment_guarantees). */
export function fixedSize(type: Type): bigint | undefined {
  const underlying = underlyingOf(type)
  if (type.kind === 'parameter') return undefined
  if (underlying.kind === 'basic') return SIZES[underlying.name]
  if (underlying.kind !== 'array' || underlying.length === undefined) return undefined
  const element = fixedSize(underlying.element)
  return element === undefined ? undefined : element * underlying.length
}

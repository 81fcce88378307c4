import { partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { provenLength } from '../../go/types/length.ts'
import type { VarObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Type } from '../../go/types/type.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { convertedBytes, isByte } from './bytes-to-string.ts'

/** What an expression that is a string, and used as a key, is made of. */
export type Key =
  /** `string(x[:])` of an array, or of what a pointer points to. */
  | {
      readonly kind: 'array'
      readonly node: SyntaxNode
      readonly array: SyntaxNode
      readonly isPointer: boolean
      /** Of the array; may have a name. */
      readonly type: Type
      readonly length: bigint
    }
  /** `string(b)` of a slice with a proven length. */
  | {
      readonly kind: 'slice'
      readonly node: SyntaxNode
      readonly bytes: SyntaxNode
      readonly length: bigint
      readonly because: string
    }
  /** One character a byte. */
  | { readonly kind: 'constant'; readonly node: SyntaxNode; readonly value: string }
  /** A local variable, which may hold nothing but keys. */
  | { readonly kind: 'variable'; readonly node: SyntaxNode; readonly object: VarObject }
  /** `string(b)`, of any length. */
  | { readonly kind: 'unproven'; readonly node: SyntaxNode; readonly bytes: SyntaxNode }
  | { readonly kind: 'text'; readonly node: SyntaxNode }

export function keyOf(types: PackageTypes, node: SyntaxNode): Key {
  const constant = types.constantOf(node)
  if (constant?.kind === 'string') return { kind: 'constant', node, value: constant.bytes }
  if (node.type === 'identifier') {
    const object = types.objectOf(node)
    if (object?.kind === 'var' && !object.isField && !object.isPackageLevel)
      return { kind: 'variable', node, object }
  }
  const bytes = convertedBytes(types, node)
  if (!bytes) return { kind: 'text', node }
  const array = wholeArray(types, bytes)
  if (array) return { kind: 'array', node, ...array }
  const proven = provenLength(types, bytes)
  return proven ? { kind: 'slice', node, bytes, ...proven } : { kind: 'unproven', node, bytes }
}

// x[:]
function wholeArray(types: PackageTypes, bytes: SyntaxNode) {
  if (bytes.type !== 'slice_expression') return undefined
  const array = bytes.childForFieldName('operand')
  if (!array || partsOf(bytes).length !== 1) return undefined
  const whole = types.typeOf(array)
  const underlying = underlyingOf(whole)
  const isPointer = underlying.kind === 'pointer'
  const type = isPointer ? underlying.element : whole
  const shape = underlyingOf(type)
  if (shape.kind !== 'array' || shape.length === undefined || !isByte(shape.element)) return undefined
  return { array, isPointer, type, length: shape.length }
}

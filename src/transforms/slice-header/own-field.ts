import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Type } from '../../go/types/type.ts'
import { underlyingOf } from '../../go/types/underlying.ts'

/**
 * Reports whether `x.f` is a part of the struct x itself: f is no field that an embedded pointer promotes, which lies
 * in memory that others see too.
 */
export function isOwnField(selector: SyntaxNode, types: PackageTypes): boolean {
  const operand = selector.childForFieldName('operand')
  const field = selector.childForFieldName('field')
  return operand !== undefined && field !== undefined && holds(types.typeOf(operand), field.text)
}

function holds(type: Type, name: string): boolean {
  const struct = underlyingOf(type)
  if (struct.kind !== 'struct') return false
  if (struct.fields.some(field => field.name === name)) return true
  const embedded = struct.fields.filter(({ isEmbedded }) => isEmbedded)
  if (embedded.some(field => underlyingOf(field.type).kind !== 'struct')) return false
  return embedded.some(field => holds(field.type, name))
}

import { inner } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { isOwnField } from './own-field.ts'

/** The values that decide where in memory an operand of `&` is. */
export function placeValues(place: SyntaxNode, types: PackageTypes): SyntaxNode[] {
  const operand = place.childForFieldName('operand')
  if (place.type === 'parenthesized_expression') return placeValues(inner(place), types)
  if (place.type === 'unary_expression' && operand) return [operand]
  if (place.type === 'selector_expression' && operand) {
    return isOwnField(place, types) ? placeValues(operand, types) : [operand]
  }
  if (place.type === 'index_expression' && operand) {
    const index = place.childForFieldName('index')
    const isArray = underlyingOf(types.typeOf(operand)).kind === 'array'
    return [...(isArray ? placeValues(operand, types) : [operand]), ...(index ? [index] : [])]
  }
  return place.type === 'identifier' ? [] : [place]
}

/** Reports whether an expression itself reads memory that other code may write to: parts of it aside. */
export function loadsMemory(node: SyntaxNode, types: PackageTypes): boolean {
  const operand = node.childForFieldName('operand')
  if (node.type === 'index_expression' && operand)
    return underlyingOf(types.typeOf(operand)).kind !== 'array' || loadsMemory(inner(operand), types)
  if (node.type === 'slice_expression') return false
  if (node.type === 'unary_expression')
    return (
      node.childForFieldName('operator')?.type === '*' || node.childForFieldName('operator')?.type === '<-'
    )
  if (node.type !== 'selector_expression' || !operand) return false
  const field = node.childForFieldName('field')
  const object = field && types.objectOf(field)
  if (object?.kind === 'type' || object?.kind === 'const' || object?.kind === 'func') return false
  if (object?.kind === 'var' && object.isPackageLevel) return true
  return !isOwnField(node, types)
}

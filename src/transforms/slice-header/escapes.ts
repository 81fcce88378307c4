import { isWithin } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { GoObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { isOwnField } from './own-field.ts'
import type { Surroundings } from './window.ts'

/** Reports whether code that is not in sight may assign to a local variable. */
export function escapes(object: GoObject, { whole, types, placeOf }: Surroundings): boolean {
  return whole.descendantsOfType('identifier').some(node => {
    if (node.text !== object.name || types.objectOf(node) !== object) return false
    for (let up = node.parent; up && up !== whole; up = up.parent) {
      if (up.type === 'func_literal' && !object.declarations.some(({ node: name }) => isWithin(name, up)))
        return true
    }
    return isAddressTaken(node, types, placeOf)
  })
}

function isAddressTaken(node: SyntaxNode, types: PackageTypes, placeOf: Surroundings['placeOf']): boolean {
  const { parent } = node
  if (parent?.type === 'unary_expression' && parent.childForFieldName('operator')?.type === '&')
    return placeOf(parent) !== 'nothing'
  if (parent?.type === 'selector_expression' && node.fieldName === 'operand') {
    const field = parent.childForFieldName('field')
    // One that makes a header is followed elsewhere.
    if (parent.fieldName === 'function' && parent.parent && placeOf(parent.parent) === 'nothing') return false
    // A method may have a pointer receiver.
    if (field && types.objectOf(field)?.kind !== 'var')
      return underlyingOf(types.typeOf(node)).kind !== 'pointer'
    return isOwnField(parent, types) && isAddressTaken(parent, types, placeOf)
  }
  if (parent?.type === 'index_expression' && underlyingOf(types.typeOf(node)).kind === 'array')
    return isAddressTaken(parent, types, placeOf)
  return parent?.type === 'slice_expression' && underlyingOf(types.typeOf(node)).kind === 'array'
}

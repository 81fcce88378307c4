import { inner, outer, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { builtinOf } from '../../go/types/callee.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { underlyingOf } from '../../go/types/underlying.ts'

/** The map expression, or the map literal, in which an expression is a key; undefined when it is none. */
export function mapOfKey(types: PackageTypes, key: SyntaxNode): SyntaxNode | undefined {
  const whole = outer(key)
  const { parent } = whole
  if (parent?.type === 'index_expression' && whole.fieldName === 'index') {
    const map = parent.childForFieldName('operand')
    return map && isMap(types, map) ? inner(map) : undefined
  }
  if (parent?.type === 'argument_list') {
    const [map, key] = partsOf(parent)
    return key === whole && map && builtinOf(types, parent.parent) === 'delete' ? inner(map) : undefined
  }
  const literal = whole.parent?.type === 'literal_element' ? literalAround(whole.parent) : undefined
  return literal && isMap(types, literal) ? literal : undefined
}

// literal_element → keyed_element → literal_value → composite_literal
function literalAround(element: SyntaxNode): SyntaxNode | undefined {
  if (element.fieldName !== 'key') return undefined
  const body = element.parent?.parent
  return body?.parent?.type === 'composite_literal' ? body.parent : body
}

function isMap(types: PackageTypes, node: SyntaxNode): boolean {
  return underlyingOf(types.typeOf(node)).kind === 'map'
}

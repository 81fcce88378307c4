import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { inside, partsOf, withParentheses } from './syntax.ts'

/** The map expression, or the map literal, in which an expression is a key; undefined when it is none. */
export function mapOfKey(types: PackageTypes, key: SyntaxNode): SyntaxNode | undefined {
  const whole = withParentheses(key)
  const { parent } = whole
  if (parent?.type === 'index_expression' && whole.fieldName === 'index') {
    const map = parent.childForFieldName('operand')
    return map && isMap(types, map) ? inside(map) : undefined
  }
  if (parent?.type === 'argument_list') {
    const [map, key] = partsOf(parent)
    return key === whole && map && isDelete(types, parent.parent) ? inside(map) : undefined
  }
  const literal = whole.parent?.type === 'literal_element' ? literalAround(whole.parent) : undefined
  return literal && isMap(types, literal) ? literal : undefined
}

/** Reports whether a node is a call of the built-in `delete`. */
export function isDelete(types: PackageTypes, call: SyntaxNode | undefined): boolean {
  const callee = call?.childForFieldName('function')
  const object = callee?.type === 'identifier' ? types.objectOf(callee) : undefined
  return object?.kind === 'builtin' && object.name === 'delete'
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

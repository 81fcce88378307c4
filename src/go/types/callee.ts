import { inner } from '../syntax/expression.ts'
import type { SyntaxNode } from '../syntax/tree.ts'
import type { GoObject } from './object.ts'
import type { PackageTypes } from './package-types.ts'

/** The object that a name, or the last name of a selector, denotes, parentheses aside; undefined where it is not known. */
export function objectAt(types: PackageTypes, expression: SyntaxNode): GoObject | undefined {
  const node = inner(expression)
  return types.objectOf(node.childForFieldName('field') ?? node)
}

/** The object that a call or a conversion names; undefined for other nodes, and where it is not known. */
export function calleeOf(types: PackageTypes, call: SyntaxNode | undefined): GoObject | undefined {
  const callee = call?.type === 'call_expression' ? call.childForFieldName('function') : undefined
  return callee && objectAt(types, callee)
}

/** The name of the built-in function that a node is a call of, as `len` or `unsafe.Sizeof`; undefined when it is none. */
export function builtinOf(types: PackageTypes, call: SyntaxNode | undefined): string | undefined {
  const object = calleeOf(types, call)
  if (object?.kind !== 'builtin') return undefined
  return object.package === '' ? object.name : `${object.package}.${object.name}`
}

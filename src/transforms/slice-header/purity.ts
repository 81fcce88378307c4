import { partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { calleeOf } from '../../go/types/callee.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { conversionOf } from '../unsafe/conversion.ts'
import { isSizeCall } from './size.ts'
import { isKeepAlive } from './use.ts'

const HARMLESS_BUILTINS = new Set(['len', 'cap', 'min', 'max', 'real', 'imag', 'complex', 'new', 'make'])

/** Reports whether a call neither changes anything nor is influenced by what others change. */
export function isHarmlessCall(call: SyntaxNode, types: PackageTypes): boolean {
  const object = calleeOf(types, call)
  if (object?.kind === 'builtin') return object.package === 'unsafe' || HARMLESS_BUILTINS.has(object.name)
  return conversionOf(call, types) !== undefined || isKeepAlive(call, types)
}

/**
 * Reports whether evaluating an expression has no effects. `isRead` tells the nodes that stand for words of headers.
 */
export function isPure(
  value: SyntaxNode,
  types: PackageTypes,
  isRead: (node: SyntaxNode) => boolean,
): boolean {
  if (isRead(value) || isSizeCall(types, value)) return true
  if (value.type === 'func_literal') return true
  if (value.type === 'unary_expression' && value.childForFieldName('operator')?.type === '<-') return false
  if (value.type === 'call_expression' && !isHarmlessCall(value, types)) return false
  return partsOf(value).every(part => isPure(part, types, isRead))
}

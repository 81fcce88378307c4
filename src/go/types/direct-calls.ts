import { inner, operandOf } from '../syntax/expression.ts'
import type { SyntaxNode } from '../syntax/tree.ts'
import { objectAt } from './callee.ts'
import { type Usage, usagesOf } from './escape.ts'
import type { FuncObject } from './object.ts'
import type { PackageTypes } from './package-types.ts'

/** The uses of a function or method in its package, or why they are not all known. */
export type DirectCalls =
  | {
      /** Calls whose arguments are the parameters, one for one. */
      readonly calls: readonly SyntaxNode[]
      /** Uses as a value, and calls of `T.method` and `(*T).method`, whose first argument is the receiver. */
      readonly others: readonly Usage[]
      readonly unknown?: never
    }
  | { readonly unknown: string }

export function directCallsOf(types: PackageTypes, object: FuncObject): DirectCalls {
  const all = usagesOf(types, object)
  if (all.unknown !== undefined) return all
  const direct = all.usages.filter(({ kind, value }) => kind === 'called' && !isOfType(value, types))
  return {
    calls: direct.map(({ within }) => within),
    others: all.usages.filter(usage => !direct.includes(usage)),
  }
}

function isOfType(callee: SyntaxNode, types: PackageTypes): boolean {
  const operand = inner(callee).childForFieldName('operand')
  return operand !== undefined && objectAt(types, operandOf(operand, '*') ?? inner(operand))?.kind === 'type'
}

import type { SyntaxNode } from '../syntax/tree.ts'
import { type Usage, usagesOf } from './escape.ts'
import type { GoObject } from './object.ts'
import type { PackageTypes } from './package-types.ts'

/** A method that is selected may take the variable's address. */
const CHANGES: readonly Usage['kind'][] = ['assigned to', 'address taken', 'selected from', 'used otherwise']

/** Reports whether a local variable keeps the value that its declaration, or its caller, gave it. */
export function isAssignedOnce(types: PackageTypes, object: GoObject): boolean {
  const all = usagesOf(types, object)
  if (all.unknown !== undefined) return false
  return all.usages.every(
    ({ kind, within }) => !CHANGES.includes(kind) || (kind === 'used otherwise' && isHarmless(within)),
  )
}

/** Reading it in a comparison, switch, conversion or argument of a built-in changes no variable. */
function isHarmless(within: SyntaxNode): boolean {
  return /^(binary_expression|expression_switch_statement|expression_case|type_conversion_expression|argument_list|type_assertion_expression|index_expression)$/.test(
    within.type,
  )
}

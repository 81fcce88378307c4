import { outer } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'

/** Assigned to, counted up, its address taken, or the receiver of a method that may want a pointer: no value will do. */
export function isPlaceWanted(node: SyntaxNode): boolean {
  const { parent } = outer(node)
  if (parent?.type === 'expression_list') return parent.fieldName === 'left'
  if (parent?.type === 'unary_expression') return parent.childForFieldName('operator')?.type === '&'
  return /^(?:inc_statement|dec_statement|selector_expression)$/.test(parent?.type ?? '')
}

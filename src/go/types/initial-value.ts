import { partsOf } from '../syntax/expression.ts'
import type { SyntaxNode } from '../syntax/tree.ts'
import type { GoObject } from './object.ts'

/**
 * The expression that the only declaration of a variable or constant gives it, where that has one for each name:
 * `x := value`, `var x = value`, `const x = value`. Undefined where a call gives it, or nothing does.
 */
export function initialValue({ declarations }: GoObject): SyntaxNode | undefined {
  const [declared, other] = declarations
  const list = declared?.node.parent
  if (!declared || !list || other) return undefined
  const isSpec = list.type === 'var_spec' || list.type === 'const_spec'
  const isShort = list.type === 'expression_list' && list.parent?.type === 'short_var_declaration'
  if (!isSpec && !isShort) return undefined
  const names = isSpec ? list.childrenForFieldName('name') : partsOf(list)
  const values = partsOf(isSpec ? list.childForFieldName('value') : list.parent?.childForFieldName('right'))
  return names.length === values.length ? values[names.indexOf(declared.node)] : undefined
}

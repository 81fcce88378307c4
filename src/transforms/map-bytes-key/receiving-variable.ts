import { outer, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { objectAt } from '../../go/types/callee.ts'
import type { VarObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { underlyingOf } from '../../go/types/underlying.ts'

/** The variable or field that is given an expression's value; `'none'` for `_`; undefined where that is not known. */
export function receivingVariable(
  types: PackageTypes,
  expression: SyntaxNode,
): VarObject | 'none' | undefined {
  const value = outer(expression)
  const { parent } = value
  if (parent?.type === 'literal_element') return fieldGiven(types, parent)
  const statement =
    parent?.type === 'expression_list' && parent.fieldName !== 'left' ? parent.parent : undefined
  if (!parent || !statement || statement.type === 'return_statement') return undefined
  const names =
    statement.type === 'var_spec'
      ? statement.childrenForFieldName('name')
      : partsOf(statement.childForFieldName('left'))
  const values = partsOf(parent)
  const target = names.length === values.length ? names[values.indexOf(value)] : undefined
  if (target?.text === '_') return 'none'
  const object = target && objectAt(types, target)
  return object?.kind === 'var' ? object : undefined
}

// T{field: value}, T{value}
function fieldGiven(types: PackageTypes, element: SyntaxNode): VarObject | undefined {
  if (element.fieldName === 'key') return undefined
  const keyed = element.parent?.type === 'keyed_element' ? element.parent : undefined
  if (keyed) {
    const [key] = partsOf(keyed.childForFieldName('key'))
    const object = key && types.objectOf(key)
    return object?.kind === 'var' && object.isField ? object : undefined
  }
  const body = element.parent
  const literal = body?.parent?.type === 'composite_literal' ? body.parent : body
  if (!body || !literal) return undefined
  const whole = underlyingOf(types.typeOf(literal))
  const type = whole.kind === 'pointer' ? underlyingOf(whole.element) : whole
  const object = type.kind === 'struct' ? type.fields[partsOf(body).indexOf(element)]?.object : undefined
  return object?.kind === 'var' ? object : undefined
}

import { functionAround, outer, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { builtinOf } from '../../go/types/callee.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { type Origin, originOfVariable } from './origin.ts'
import { stepOf } from './substring.ts'

/** Reports whether the function lets anything but map keys keep the whole string, or a part of it. */
export function isKeptOtherwise(types: PackageTypes, { whole }: Origin): boolean {
  let body = functionAround(whole)
  for (let up = body; up; up = functionAround(up)) body = up
  if (!body) return true
  if (isKept(types, whole, false)) return true
  return body.descendantsOfType('identifier').some(node => {
    const object = types.objectOf(node)
    if (object?.kind !== 'var' || object.declarations[0]?.node === node) return false
    const origin = originOfVariable(types, object)
    return origin?.whole === whole && isKept(types, node, origin.isCut)
  })
}

/**
 * Reports whether the value, or a part of it, goes anywhere but into local variables, keys, and calls that may keep
 * nothing. As a key it counts where it is the whole, `isCut` says of what it is no more than a part.
 */
export function isKept(types: PackageTypes, use: SyntaxNode, isCut: boolean): boolean {
  const value = outer(use)
  const { parent } = value
  switch (parent?.type) {
    case 'expression_list':
      return isGivenAway(types, parent, value)
    case 'index_expression':
      // A key that is the whole string keeps it.
      if (value.fieldName === 'index') return !isCut && isTarget(parent)
      return isKeptPart(types, parent, value, isCut)
    case 'slice_expression':
    case 'type_conversion_expression':
      return isKeptPart(types, parent, value, isCut)
    case 'argument_list': {
      const call = parent.parent
      if (!call) return true
      if (stepOf(types, call)) return isKeptPart(types, call, value, isCut)
      return builtinOf(types, call) === 'append'
    }
    case 'literal_element':
    case 'send_statement':
    case 'variadic_argument':
      return true
    default:
      return false
  }
}

function isKeptPart(types: PackageTypes, part: SyntaxNode, value: SyntaxNode, isCut: boolean): boolean {
  const step = stepOf(types, part)
  return step !== undefined && outer(step.from) === value && isKept(types, part, isCut || step.isCut)
}

/** `m[k] = v`, `m[k]++` */
function isTarget(index: SyntaxNode): boolean {
  const { parent } = outer(index)
  return /^(inc|dec)_statement$/.test(parent?.type ?? '') || parent?.fieldName === 'left'
}

// return s, x.y = s, m[k] = s; but not v := s
function isGivenAway(types: PackageTypes, list: SyntaxNode, value: SyntaxNode): boolean {
  const statement = list.parent
  if (list.fieldName === 'left' || statement?.type === 'short_var_declaration') return false
  if (statement?.type === 'range_clause' || statement?.type === 'expression_case') return false
  if (statement?.type === 'var_spec') return functionAround(statement) === undefined
  if (statement?.type !== 'assignment_statement') return true
  // s += t makes another string.
  if (statement.childForFieldName('operator')?.type !== '=') return false
  const targets = partsOf(statement.childForFieldName('left'))
  const index = partsOf(list).indexOf(value)
  return targets.some((target, at) => {
    if (at !== index && partsOf(list).length === targets.length) return false
    const object = target.type === 'identifier' ? types.objectOf(target) : undefined
    return target.text !== '_' && (object?.kind !== 'var' || object.isPackageLevel)
  })
}

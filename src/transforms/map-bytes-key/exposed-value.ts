import { inner, outer, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { calleeOf } from '../../go/types/callee.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Type } from '../../go/types/type.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { becomesInterface, isOpen, resultTypes } from './becomes-interface.ts'

/** Packages whose generic functions and types look into no value by reflection. */
export const BLIND: ReadonlySet<string> = new Set(['iter', 'maps', 'slices', 'sync/atomic'])

/**
 * Reports whether a value stands where code that does not know its type may get hold of it: where it becomes an
 * interface or the argument of a generic function, and anywhere that is not known to be something else.
 */
export function isExposed(types: PackageTypes, expression: SyntaxNode): boolean {
  const value = outer(expression)
  const { parent, fieldName } = value
  if (!parent || fieldName === 'name') return false
  switch (parent.type) {
    case 'expression_list':
      return inList(types, value, parent)
    case 'argument_list':
      return inArguments(types, value, parent)
    case 'variadic_argument':
      return parent.parent !== undefined && isGeneric(types, parent.parent.parent)
    case 'literal_element':
    case 'type_conversion_expression':
      return becomesInterface(types, value)
    case 'send_statement':
      return fieldName !== 'channel' && becomesInterface(types, value)
    case 'range_clause':
    case 'receive_statement':
      return fieldName === 'right' && targetsOf(parent).some(target => isOpenTarget(types, target))
    case 'index_expression': {
      if (fieldName === 'operand') return false
      const operand = parent.childForFieldName('operand')
      const indexed = operand && underlyingOf(types.typeOf(operand))
      return indexed?.kind !== 'map' || isOpen(indexed.key)
    }
    default:
      return !PRIVATE.has(parent.type)
  }
}

/** Where a value is only looked at, called, copied as what it is, or declared. */
const PRIVATE = new Set([
  'binary_expression',
  'call_expression',
  'const_spec',
  'defer_statement',
  'expression_statement',
  'expression_switch_statement',
  'go_statement',
  'inc_statement',
  'dec_statement',
  'parameter_declaration',
  'selector_expression',
  'slice_expression',
  'type_assertion_expression',
  'type_instantiation_expression',
  'type_switch_statement',
  'unary_expression',
  'variadic_parameter_declaration',
])

function inList(types: PackageTypes, value: SyntaxNode, list: SyntaxNode): boolean {
  const statement = list.parent
  if (list.fieldName === 'left' || statement?.type === 'expression_case') return false
  if (statement?.type === 'range_clause' || statement?.type === 'receive_statement')
    return targetsOf(statement).some(target => isOpenTarget(types, target))
  const type = types.typeOf(value)
  if (type.kind !== 'tuple') return becomesInterface(types, value)
  // Several results of one call.
  if (statement?.type === 'return_statement') return resultTypes(types, list)?.some(isOpen) ?? true
  if (statement?.type === 'var_spec') return becomesInterface(types, value)
  return partsOf(statement?.childForFieldName('left')).some(target => isOpenTarget(types, target))
}

function inArguments(types: PackageTypes, value: SyntaxNode, list: SyntaxNode): boolean {
  const call = list.parent
  if (isGeneric(types, call)) return true
  if (types.typeOf(value).kind !== 'tuple') return becomesInterface(types, value)
  const callee = call?.childForFieldName('function')
  const type = callee && underlyingOf(types.typeOf(callee))
  return type?.kind !== 'func' || type.parameters.some(hasOpen)
}

/** `...any` is a slice of what is open. */
function hasOpen(type: Type): boolean {
  return isOpen(type) || (type.kind === 'slice' && isOpen(type.element))
}

function isGeneric(types: PackageTypes, call: SyntaxNode | undefined): boolean {
  const callee = call?.childForFieldName('function')
  const instantiated = callee && inner(callee)
  const named = instantiated?.childForFieldName('operand') ?? instantiated
  const object = calleeOf(types, call) ?? (named && types.objectOf(named.childForFieldName('field') ?? named))
  if (object?.kind !== 'func' || BLIND.has(object.package)) return false
  const type = object.type()
  return type.kind === 'func' && (type.typeParameters.length > 0 || type.parameters.some(hasParameter))
}

/** `var f func(T) = show`: a generic function that is not called there may be given anything. */
export function isGenericValue(types: PackageTypes, node: SyntaxNode): boolean {
  const { type, fieldName, parent } = node
  if (type !== 'identifier' && type !== 'selector_expression') return false
  if (fieldName === 'name' || fieldName === 'function' || fieldName === 'operand') return false
  if (parent?.type === 'type_instantiation_expression') return false
  const object = types.objectOf(node.childForFieldName('field') ?? node)
  if (object?.kind !== 'func' || object.isMethod || BLIND.has(object.package)) return false
  const signature = object.type()
  return signature.kind === 'func' && signature.typeParameters.length > 0
}

function hasParameter(type: Type): boolean {
  switch (type.kind) {
    case 'parameter':
      return true
    case 'pointer':
    case 'slice':
    case 'array':
    case 'channel':
      return hasParameter(type.element)
    case 'map':
      return hasParameter(type.key) || hasParameter(type.element)
    case 'named':
      return type.arguments.some(hasParameter)
    case 'func':
      return [...type.parameters, ...type.results].some(hasParameter)
    default:
      return false
  }
}

function targetsOf(statement: SyntaxNode): readonly SyntaxNode[] {
  return partsOf(statement.childForFieldName('left'))
}

/** A variable that is declared there has the type of what it is given. */
function isOpenTarget(types: PackageTypes, target: SyntaxNode): boolean {
  if (target.text === '_') return false
  const object = target.type === 'identifier' ? types.objectOf(target) : undefined
  if (object?.declarations[0]?.node === target) return false
  return isOpen(object?.kind === 'var' ? object.type() : types.typeOf(target))
}

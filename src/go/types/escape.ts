import { functionAround, outer, partsOf } from '../syntax/expression.ts'
import type { SyntaxNode } from '../syntax/tree.ts'
import { builtinOf } from './callee.ts'
import type { GoObject } from './object.ts'
import type { PackageTypes } from './package-types.ts'
import type { Type } from './type.ts'
import { underlyingOf } from './underlying.ts'

/** What one use of a variable or field does with its value. */
export interface Usage {
  readonly kind: UsageKind
  /** The variable's identifier, or the whole selector of a field. */
  readonly value: SyntaxNode
  /** What it is a part of: the index expression, call, statement, literal … */
  readonly within: SyntaxNode
}

export type UsageKind =
  /** `m[k]`, read, assigned to, or with its address taken. */
  | 'indexed'
  /** `s[a:b]` */
  | 'sliced'
  /** The operand of range. */
  | 'ranged over'
  /** `len`, `cap`, `delete`, `clear` and `close`, which keep nothing. */
  | 'measured'
  /** Compared with nil. */
  | 'compared with nil'
  /** The left side of an assignment, or of a range clause that assigns. */
  | 'assigned to'
  /** A field in a struct literal; the value is the key. */
  | 'initialised'
  /** `f()` */
  | 'called'
  /** `x.y` of it. */
  | 'selected from'
  /** `*p` */
  | 'dereferenced'
  /** An argument of a call, of a parameter with a type that is no interface. */
  | 'passed'
  /** An argument, or the right side of an assignment, where an interface is wanted. */
  | 'made an interface'
  | 'returned'
  /** The right side of an assignment or declaration. */
  | 'copied'
  /** An element of a composite literal, or a value that is sent. */
  | 'stored'
  /** `&x` */
  | 'address taken'
  /** Anything else. */
  | 'used otherwise'

/** Every use of a variable or field and what it does, or why they are not all known. */
export type Usages =
  | { readonly usages: readonly Usage[]; readonly unknown?: never }
  | { readonly unknown: string }

/**
 * Follows the uses of a variable or field in the files of its package. What other packages do with an exported one is
 * not seen: ask `isExported` first.
 */
export function usagesOf(types: PackageTypes, object: GoObject): Usages {
  const found = types.usesOf(object)
  if (found.unknown !== undefined) return found
  return { usages: found.uses.map(use => usageAt(types, use)) }
}

/** Reports whether other packages may use the object: its name begins with an upper-case letter, and it is no local one. */
export function isExported(object: GoObject): boolean {
  if (!/^\p{Lu}/u.test(object.name)) return false
  return object.kind !== 'var' || object.isField || object.isPackageLevel
}

/** What one use of a variable or field, or the result of a call, does. */
export function usageAt(types: PackageTypes, use: SyntaxNode): Usage {
  const isField = use.type === 'field_identifier' && use.parent?.type === 'selector_expression'
  const value = outer(isField && use.parent ? use.parent : use)
  const within = value.parent ?? value
  return {
    kind: kindOf(types, value, within),
    value,
    within: within.type === 'expression_list' ? (within.parent ?? within) : within,
  }
}

/** `v` of `x = v` and `T{x: v}`; undefined where the variable or field is given no expression of its own. */
export function givenValue({ kind, value, within }: Usage): SyntaxNode | undefined {
  if (kind === 'initialised') return partsOf(within.parent?.childForFieldName('value'))[0]
  if (kind !== 'assigned to' || within.type !== 'assignment_statement') return undefined
  if (within.childForFieldName('operator')?.type !== '=') return undefined
  const targets = partsOf(within.childForFieldName('left'))
  const values = partsOf(within.childForFieldName('right'))
  return targets.length === values.length ? values[targets.indexOf(value)] : undefined
}

function kindOf(types: PackageTypes, value: SyntaxNode, within: SyntaxNode): UsageKind {
  switch (within.type) {
    case 'index_expression':
      return value.fieldName === 'operand' ? 'indexed' : 'used otherwise'
    case 'slice_expression':
      return value.fieldName === 'operand' ? 'sliced' : 'used otherwise'
    case 'range_clause':
      return value.fieldName === 'right' ? 'ranged over' : 'used otherwise'
    case 'selector_expression':
      return 'selected from'
    case 'unary_expression': {
      const operator = within.childForFieldName('operator')?.type
      return operator === '&' ? 'address taken' : operator === '*' ? 'dereferenced' : 'used otherwise'
    }
    case 'binary_expression':
      return isNilComparison(within) ? 'compared with nil' : 'used otherwise'
    case 'call_expression':
      return value.fieldName === 'function' ? 'called' : 'used otherwise'
    case 'argument_list':
      return argumentKind(types, value, within)
    case 'variadic_argument':
      return 'passed'
    case 'expression_list':
      return inList(types, value, within)
    case 'var_spec':
      return 'copied'
    case 'literal_element':
      return within.fieldName === 'key' && types.objectOf(value)?.kind === 'var' && isFieldKey(types, value)
        ? 'initialised'
        : 'stored'
    case 'send_statement':
      return value.fieldName === 'value' ? 'stored' : 'used otherwise'
    default:
      return 'used otherwise'
  }
}

function isFieldKey(types: PackageTypes, key: SyntaxNode): boolean {
  const object = types.objectOf(key)
  return object?.kind === 'var' && object.isField
}

function isNilComparison(node: SyntaxNode): boolean {
  const operator = node.childForFieldName('operator')?.type
  if (operator !== '==' && operator !== '!=') return false
  return node.children.some(({ type }) => type === 'nil')
}

function inList(types: PackageTypes, value: SyntaxNode, list: SyntaxNode): UsageKind {
  const { parent } = list
  if (list.fieldName === 'left') return 'assigned to'
  if (parent?.type === 'return_statement')
    return isInterface(resultType(types, value, list)) ? 'made an interface' : 'returned'
  if (parent?.type === 'expression_case') return 'used otherwise'
  return isInterface(targetType(types, value, list)) ? 'made an interface' : 'copied'
}

/** The type of the variable that gets the value; the blank one takes any. */
function targetType(types: PackageTypes, value: SyntaxNode, list: SyntaxNode): Type | undefined {
  const index = partsOf(list).indexOf(value)
  const declared = list.parent?.childForFieldName('type')
  if (declared) return types.typeOf(declared)
  const targets = list.parent?.childForFieldName('left')
  const target = (targets ? partsOf(targets) : list.parent?.childrenForFieldName('name'))?.[index]
  if (!target) return undefined
  if (target.text === '_') return types.typeOf(value)
  const object = target.type === 'identifier' ? types.objectOf(target) : undefined
  return object?.kind === 'var' ? object.type() : types.typeOf(target)
}

/** What the function around a return statement returns at the value's position; undefined when that is not known. */
function resultType(types: PackageTypes, value: SyntaxNode, list: SyntaxNode): Type | undefined {
  const around = functionAround(list)
  const name = around?.childForFieldName('name')
  const object = name && types.objectOf(name)
  const type =
    around?.type === 'func_literal'
      ? types.typeOf(around)
      : object?.kind === 'func'
        ? object.type()
        : undefined
  return type?.kind === 'func' ? type.results[partsOf(list).indexOf(value)] : undefined
}

const KEEPS_NOTHING = new Set(['len', 'cap', 'delete', 'clear', 'close', 'copy'])

function argumentKind(types: PackageTypes, value: SyntaxNode, list: SyntaxNode): UsageKind {
  const callee = list.parent?.childForFieldName('function')
  if (!callee) return 'used otherwise'
  const builtin = builtinOf(types, list.parent)
  if (builtin) return KEEPS_NOTHING.has(builtin) ? 'measured' : 'used otherwise'
  const type = underlyingOf(types.typeOf(callee))
  if (type.kind !== 'func') return 'used otherwise'
  const index = partsOf(list).indexOf(value)
  const last = type.parameters.length - 1
  const parameter = type.parameters[Math.min(index, last)]
  const wanted =
    type.isVariadic && index >= last && parameter?.kind === 'slice' ? parameter.element : parameter
  return isInterface(wanted) ? 'made an interface' : 'passed'
}

function isInterface(type: Type | undefined): boolean {
  return (
    type === undefined || type.kind === 'parameter' || /^(interface|unknown)$/.test(underlyingOf(type).kind)
  )
}

import { argumentsOf, inner, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { isAssignedOnce } from '../../go/types/assigned-once.ts'
import { calleeOf } from '../../go/types/callee.ts'
import { initialValue } from '../../go/types/initial-value.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Type } from '../../go/types/type.ts'
import { functionBodies } from '../aliased-map-key/function-bodies.ts'
import { isDeclaredIn } from '../map-bytes-key/declared-in.ts'
import { conversionOf } from '../unsafe/conversion.ts'
import { type PrintedType, printedType } from './printed-type.ts'

/** A value that a key is printed from. */
export interface PrintedKey {
  /** The call of fmt.Sprint or Sprintf. */
  readonly call: SyntaxNode
  readonly value: SyntaxNode
  readonly type: Type
  readonly printed: PrintedType
}

/** The expression that a key comes from, with the types of its package. */
export interface Source {
  readonly node: SyntaxNode
  readonly types: PackageTypes
}

/** Where a key is made: itself, the value of a variable, what is converted, and what a function of one statement returns. */
export function sourceOf(types: PackageTypes, key: SyntaxNode): Source {
  const node = inner(key)
  const conversion = conversionOf(node, types)
  if (conversion) return sourceOf(types, conversion.operand)
  const object = node.type === 'identifier' ? types.objectOf(node) : undefined
  if (object?.kind === 'var' && !object.isField && !object.isPackageLevel && isAssignedOnce(types, object)) {
    const value = initialValue(object)
    return value ? sourceOf(types, value) : { node, types }
  }
  const called = calleeOf(types, node)
  if (called?.kind !== 'func' || !isDeclaredIn(types, called)) return { node, types }
  const [body, ...others] = functionBodies(types, called)
  const [list] = partsOf(body?.declaration.childForFieldName('body'))
  const [statement, second] = partsOf(list)
  const [values] = statement?.type === 'return_statement' && !second ? partsOf(statement) : []
  const [value, more] = partsOf(values)
  return body && value && others.length === 0 && !more
    ? { node: inner(value), types: body.types }
    : { node, types }
}

/** What is printed of a key without saying which value it was. */
export function printedKey({ node, types }: Source): PrintedKey | undefined {
  const object = calleeOf(types, node)
  if (object?.kind !== 'func' || object.package !== 'fmt' || !/^Sprint(?:f|ln)?$/.test(object.name))
    return undefined
  const all = argumentsOf(node) ?? []
  const values = object.name === 'Sprintf' ? formatted(types, all) : all
  for (const value of values ?? []) {
    const type = types.typeOf(value)
    const printed = printedType(type)
    if (printed && (printed.hasAddress || printed.joinsStrings)) return { call: node, value, type, printed }
  }
  return undefined
}

/** The values that a format prints by `%v`, `%+v` or `%s`; undefined where the format is not followed. */
function formatted(
  types: PackageTypes,
  [format, ...values]: readonly SyntaxNode[],
): SyntaxNode[] | undefined {
  const constant = format && types.constantOf(format)
  if (constant?.kind !== 'string' || /%[^%a-zA-Z]*[*[]/.test(constant.bytes)) return undefined
  const verbs = [...constant.bytes.matchAll(/%([-+# 0-9.]*)([a-zA-Z%])/g)].filter(
    ([, , verb]) => verb !== '%',
  )
  return values.filter((_, index) => {
    const [, flags = '', verb = ''] = verbs[index] ?? []
    return (verb === 'v' && !flags.includes('#')) || verb === 's'
  })
}

import { functionAround, inner, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { usagesOf } from '../../go/types/escape.ts'
import type { VarObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { declarationPlace } from '../map-bytes-key/declaration-place.ts'
import { isMadeHere } from './made-here.ts'
import { isStringOrList, isText, stepOf } from './substring.ts'

/** Whose memory a string, or each of a slice of strings, shares. */
export interface Origin {
  /** The declaring name of the parameter, or the expression that makes the whole string. */
  readonly whole: SyntaxNode
  /** How messages call the whole string. */
  readonly name: string
  readonly isParameter: boolean
  /** Whether it may be a small part of the whole. */
  readonly isCut: boolean
}

/**
 * Follows an expression through local variables to the string that it is a part of. Undefined where that is constant,
 * comes from elsewhere, or is one of several.
 */
export function originOf(
  types: PackageTypes,
  expression: SyntaxNode,
  seen: readonly VarObject[] = [],
): Origin | undefined {
  const node = inner(expression)
  const step = stepOf(types, node)
  if (step) {
    const origin = originOf(types, step.from, seen)
    return origin && { ...origin, isCut: origin.isCut || step.isCut }
  }
  if (isMadeHere(types, node)) return { whole: node, name: node.text, isParameter: false, isCut: false }
  const object = node.type === 'identifier' ? types.objectOf(node) : undefined
  return object?.kind === 'var' ? originOfVariable(types, object, seen) : undefined
}

export function originOfVariable(
  types: PackageTypes,
  object: VarObject,
  seen: readonly VarObject[] = [],
): Origin | undefined {
  const [declared] = object.declarations
  if (!declared || object.isField || object.isPackageLevel || seen.includes(object)) return undefined
  if (!isStringOrList(object.type())) return undefined
  const given = givenTo(types, object, declared.node)
  if (!given) return undefined
  // s = s[i:] is a part of what s was.
  const own = given.values.flatMap(value => partOf(types, value, object) ?? [])
  const others = given.values.filter(value => !partOf(types, value, object))
  const origins = others.map(value => originOf(types, value, [...seen, object]))
  if (given.isParameter && isText(object.type()))
    origins.push({ whole: declared.node, name: object.name, isParameter: true, isCut: false })
  const [first] = origins
  if (!first || origins.some(origin => origin?.whole !== first.whole)) return undefined
  const isWhole = others.some(value => inner(value) === first.whole)
  return {
    ...first,
    name: isWhole ? object.name : first.name,
    isCut: own.some(({ isCut }) => isCut) || origins.some(origin => origin?.isCut),
  }
}

/** Everything that a local variable is ever given; undefined where that is not known. */
function givenTo(types: PackageTypes, object: VarObject, name: SyntaxNode) {
  const all = usagesOf(types, object)
  if (all.unknown !== undefined) return undefined
  const values: SyntaxNode[] = []
  for (const { kind, value, within } of all.usages) {
    if (kind === 'address taken') return undefined
    if (kind !== 'assigned to') continue
    const assigned = functionAround(value) === functionAround(name) ? valueAt(within, value) : undefined
    if (!assigned) return undefined
    values.push(assigned)
  }
  const list = rangedList(name)
  if (list) return { values: [list, ...values], isParameter: false }
  const place = declarationPlace(types, name)
  if (place?.kind === 'parameter') return { values, isParameter: true }
  if (place?.kind !== 'variable' || !place.value) return undefined
  return { values: [place.value, ...values], isParameter: false }
}

/** What an assignment gives one of its targets: a value of its own, or the call that gives all. */
function valueAt(statement: SyntaxNode, target: SyntaxNode): SyntaxNode | undefined {
  const left = statement.childForFieldName('left')
  const right = statement.childForFieldName('right')
  const operator = statement.childForFieldName('operator')?.type ?? ':='
  if (!left || !right || statement.type === 'range_clause' || !/^:?=$/.test(operator)) return undefined
  const values = partsOf(right)
  return values.length === 1 ? values[0] : values[partsOf(left).indexOf(target)]
}

// for _, part := range list
function rangedList(name: SyntaxNode): SyntaxNode | undefined {
  const range = name.parent?.parent
  if (range?.type !== 'range_clause' || !name.parent || partsOf(name.parent)[1] !== name) return undefined
  return range.childForFieldName('right')
}

/** Reports whether a value is a part of what the variable held. */
function partOf(
  types: PackageTypes,
  value: SyntaxNode,
  object: VarObject,
): { readonly isCut: boolean } | undefined {
  const node = inner(value)
  if (node.type === 'identifier') return types.objectOf(node) === object ? { isCut: false } : undefined
  const step = stepOf(types, node)
  const part = step && partOf(types, step.from, object)
  return part && { isCut: part.isCut || step.isCut }
}

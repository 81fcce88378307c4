import { argumentsOf, inner, outer, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { calleeOf } from '../../go/types/callee.ts'
import { coreType } from '../../go/types/core-type.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { unknown } from '../../go/types/type.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { literalParts } from './literal-parts.ts'

/** A string that is the key of a map, or a part of it. */
export interface KeyPlace {
  /** The string: the key, or an element of the struct or array literal that is. */
  readonly key: SyntaxNode
  readonly whole: SyntaxNode
  /** The map, or the map literal. */
  readonly map: SyntaxNode
  /** Whether the map may keep the key; a look-up does not. */
  readonly isStored: boolean
}

/** What may turn out to be the key of a map once types are known. */
export type PossiblePlace = Omit<KeyPlace, 'key'>

/**
 * The map keys in a declaration: of index expressions, map literals, and stores into a sync.Map. Types are asked about
 * those only that are wanted.
 */
export function* keyPlaces(
  declaration: SyntaxNode,
  types: PackageTypes,
  isWanted: (place: PossiblePlace) => boolean,
): Iterable<KeyPlace> {
  for (const node of declaration.descendantsOfType('index_expression')) {
    const map = node.childForFieldName('operand')
    const whole = node.childForFieldName('index')
    const place = map && whole && { whole, map, isStored: isAssigned(node) }
    if (place && isWanted(place)) yield* stringsOf(place, types)
  }
  for (const node of declaration.descendantsOfType('keyed_element')) {
    const body = node.parent
    const map = body?.parent?.type === 'composite_literal' ? body.parent : body
    const key = node.childForFieldName('key')
    const [whole] = key ? partsOf(key) : []
    const place = map && whole && { whole, map, isStored: true }
    if (place && isWanted(place)) yield* stringsOf(place, types)
  }
  for (const node of declaration.descendantsOfType('call_expression')) {
    const map = mayStore(node)
    const [whole] = map ? (argumentsOf(node) ?? []) : []
    const place = map && whole && { whole, map, isStored: true }
    if (!place || !isWanted(place) || !storingMap(node, types)) continue
    for (const { value } of literalParts(whole, unknown, types)) yield { ...place, key: value }
  }
}

/** The strings that a key may be made of, told without types: itself, or what a literal lists. */
export function possibleStrings(whole: SyntaxNode): readonly SyntaxNode[] {
  const value = inner(whole)
  if (value.type === 'composite_literal') return partsOf(value.childForFieldName('body')).flatMap(elementOf)
  return value.type === 'literal_value' ? partsOf(value).flatMap(elementOf) : [whole]
}

function elementOf(element: SyntaxNode): readonly SyntaxNode[] {
  const [value] = partsOf(element.type === 'keyed_element' ? element.childForFieldName('value') : element)
  return value ? possibleStrings(value) : []
}

function* stringsOf(place: PossiblePlace, types: PackageTypes): Iterable<KeyPlace> {
  const { whole, map, isStored } = place
  const core = coreType(types.typeOf(map))
  if (core.kind !== 'map') return
  for (const { value, type } of literalParts(whole, core.key, types)) {
    const wanted = underlyingOf(type)
    if (wanted.kind === 'basic' && wanted.name !== 'string') continue
    // Where a part becomes an interface the compiler copies string(b) for look-ups too.
    if (isStored || wanted.kind === 'basic') yield { ...place, key: value }
  }
}

/** `m[k] = v`, `m[k] += v`, `m[k]++`, and as a variable of a range clause that assigns. */
export function isAssigned(node: SyntaxNode): boolean {
  const { parent } = outer(node)
  if (parent?.type === 'inc_statement' || parent?.type === 'dec_statement') return true
  return parent?.type === 'expression_list' && parent.fieldName === 'left'
}

/** Of sync.Map, which since Go 1.24 keeps the key of a swap too. Atomic types of other packages have some of these names. */
const STORES = new Set(['CompareAndSwap', 'LoadOrStore', 'Store', 'Swap'])

/** The sync.Map, or the struct that embeds one, into which a call stores its first argument. */
export function storingMap(call: SyntaxNode, types: PackageTypes): SyntaxNode | undefined {
  const map = mayStore(call)
  const object = map && calleeOf(types, call)
  return object?.kind === 'func' && object.isMethod && object.package === 'sync' ? map : undefined
}

function mayStore(call: SyntaxNode): SyntaxNode | undefined {
  const callee = call.childForFieldName('function')
  const method = callee?.type === 'selector_expression' ? callee.childForFieldName('field') : undefined
  return method && STORES.has(method.text) ? callee?.childForFieldName('operand') : undefined
}

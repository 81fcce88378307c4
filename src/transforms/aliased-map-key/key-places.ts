import { argumentsOf, outer, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { coreType } from '../../go/types/core-type.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Type } from '../../go/types/type.ts'
import { underlyingOf } from '../../go/types/underlying.ts'

/** A key of a map with strings as keys. */
export interface KeyPlace {
  readonly key: SyntaxNode
  /** The map, or the map literal. */
  readonly map: SyntaxNode
  /** Whether the map may keep the key; a look-up does not. */
  readonly isStored: boolean
}

/** The map keys in a declaration: of index expressions, map literals, and stores into a sync.Map. */
export function* keyPlaces(whole: SyntaxNode, types: PackageTypes): Iterable<KeyPlace> {
  for (const node of whole.descendantsOfType('index_expression')) {
    const operand = node.childForFieldName('operand')
    const key = node.childForFieldName('index')
    if (operand && key && isStringMap(types.typeOf(operand)))
      yield { key, map: operand, isStored: isAssigned(node) }
  }
  for (const node of whole.descendantsOfType('keyed_element')) {
    const literal = node.parent?.parent
    const key = node.childForFieldName('key')
    const [content] = key ? partsOf(key) : []
    if (literal?.type === 'composite_literal' && content && isStringMap(types.typeOf(literal)))
      yield { key: content, map: literal, isStored: true }
  }
  for (const node of whole.descendantsOfType('call_expression')) {
    const map = storingMap(node, types)
    const [key] = map ? (argumentsOf(node) ?? []) : []
    if (map && key) yield { key, map, isStored: true }
  }
}

function isStringMap(type: Type): boolean {
  const core = coreType(type)
  const key = core.kind === 'map' ? underlyingOf(core.key) : undefined
  return key?.kind === 'basic' && key.name === 'string'
}

/** `m[k] = v`, `m[k] += v`, `m[k]++`, and as a variable of a range clause that assigns. */
function isAssigned(node: SyntaxNode): boolean {
  const { parent } = outer(node)
  if (parent?.type === 'inc_statement' || parent?.type === 'dec_statement') return true
  return parent?.type === 'expression_list' && parent.fieldName === 'left'
}

/** Of sync.Map; the atomic types of other packages have some of the same names. */
const STORES = new Set(['LoadOrStore', 'Store', 'Swap'])

/** The sync.Map, or the struct that embeds one, into which a call stores its first argument. */
function storingMap(call: SyntaxNode, types: PackageTypes): SyntaxNode | undefined {
  const callee = call.childForFieldName('function')
  const method = callee?.type === 'selector_expression' ? callee.childForFieldName('field') : undefined
  if (!method || !STORES.has(method.text)) return undefined
  const object = types.objectOf(method)
  if (object?.kind !== 'func' || !object.isMethod || object.package !== 'sync') return undefined
  return callee?.childForFieldName('operand')
}

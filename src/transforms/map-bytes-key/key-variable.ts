import { inner, outer, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { VarObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { type DeclarationPlace, declarationPlace } from './declaration-place.ts'
import { callsOf } from './function-calls.ts'
import { type Key, keyOf } from './key.ts'
import { brief, type Problem } from './link.ts'
import { argumentAt } from './links-of-variable.ts'
import type { MapWeb } from './map-web.ts'

/** A local variable or parameter that holds a key for as long as it lives. */
export interface KeyVariable {
  readonly object: VarObject
  /** The declaring identifier. */
  readonly name: SyntaxNode
  /** What it is given: once, or by each caller; nothing for the key of a range loop. */
  readonly keys: readonly Key[]
  /** The `string` of its declaration, where that is written. */
  readonly type: SyntaxNode | undefined
  readonly uses: readonly SyntaxNode[]
}

/** The variable as one that holds nothing but a key, or why it is none. */
export function keyVariable(
  types: PackageTypes,
  object: VarObject,
  { ranges }: Pick<MapWeb, 'ranges'>,
): KeyVariable | Problem {
  const [declared, ...others] = object.declarations
  if (!declared || others.length > 0) throw new Error(`${object.name} is no local variable`)
  const { node: name } = declared
  const all = types.usesOf(object)
  if (all.unknown !== undefined) return { at: name, what: all.unknown }
  const { uses } = all
  const changed = uses.find(isChanged)
  if (changed) return { at: changed, what: `${object.name}, which is a key, is assigned to` }
  if (ranges.some(range => rangeKey(range) === name)) return { object, name, keys: [], type: undefined, uses }

  const place = declarationPlace(types, name)
  const values = place && valuesOf(types, place)
  if (!place || !values)
    return { at: name, what: `what ${object.name}, which is a key, is given is not known` }
  if ('what' in values) return values
  if (place.type && place.name.parent?.childrenForFieldName('name').length !== 1)
    return { at: name, what: `${object.name}, which is a key, is declared together with others` }
  const keys = values.map(value => keyOf(types, inner(value)))
  return { object, name, keys, type: place.type, uses }
}

/** The expressions that give a variable its value; undefined where it gets none, or one of several. */
function valuesOf(types: PackageTypes, place: DeclarationPlace): readonly SyntaxNode[] | Problem | undefined {
  if (place.kind === 'variable') return place.value && place.index === undefined ? [place.value] : undefined
  if (place.kind !== 'parameter' || !place.function) return undefined
  const { calls, problems } = callsOf(types, place.function, place.name)
  const [problem] = problems
  if (problem) return problem
  const values: SyntaxNode[] = []
  for (const call of calls) {
    const argument = argumentAt(call, place.index)
    if (!argument) return { at: call, what: `the arguments of ${brief(call)} are not followed` }
    values.push(argument)
  }
  return values
}

/** The name that `for k := range m` declares; undefined when it assigns, or has no key. */
export function rangeKey(range: SyntaxNode): SyntaxNode | undefined {
  if (!range.children.some(({ type }) => type === ':=')) return undefined
  const [key] = partsOf(range.childForFieldName('left'))
  return key?.type === 'identifier' && key.text !== '_' ? key : undefined
}

function isChanged(use: SyntaxNode): boolean {
  const value = outer(use)
  const { parent } = value
  if (parent?.type === 'unary_expression') return parent.childForFieldName('operator')?.type === '&'
  return parent?.type === 'expression_list' && parent.fieldName === 'left'
}

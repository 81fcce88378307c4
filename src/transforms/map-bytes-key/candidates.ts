import { inner } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { objectAt } from '../../go/types/callee.ts'
import { usageAt } from '../../go/types/escape.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { declarationsWith } from '../declarations.ts'
import { convertedBytes } from './bytes-to-string.ts'
import { brief, type Link, problem } from './link.ts'
import { linksOfUse } from './links-of-use.ts'
import { linksOfValue } from './links-of-value.ts'
import { mapOfKey } from './map-of-key.ts'
import { type MapWeb, mapWeb } from './map-web.ts'
import { receivingVariable } from './receiving-variable.ts'

/** Maps with a key that is made by `string(bytes)`. */
export interface Candidate {
  /** The map as the first of the keys is put to it. */
  readonly map: SyntaxNode
  /** Where the web begins. */
  readonly links: readonly Link[]
  readonly web: MapWeb
  readonly conversions: readonly SyntaxNode[]
}

/**
 * All candidates of a package, each web of maps once, in the order in which they are met. Keys are looked for in the
 * declarations of which the text has such a key, in whatever file.
 */
export function candidates(types: PackageTypes, hasKey: (text: string) => boolean): Candidate[] {
  const found: (Candidate & { readonly conversions: SyntaxNode[] })[] = []
  for (const file of types.files) {
    if (!hasKey(file.text)) continue
    for (const whole of declarationsWith(file, hasKey))
      for (const node of whole.descendantsOfType('call_expression')) {
        if (!convertedBytes(types, node)) continue
        for (const key of keysMadeOf(types, node)) add(key, node)
      }
  }
  return found

  function add(key: SyntaxNode, conversion: SyntaxNode): void {
    const map = mapOfKey(types, key)
    if (!map) return
    let known = found.find(({ web, map: other }) =>
      web.keys.length > 0 ? web.keys.includes(key) : other.text === map.text,
    )
    if (!known) {
      const links = beginning(types, map)
      known = { map, links, web: mapWeb(types, links), conversions: [] }
      found.push(known)
    }
    if (!known.conversions.includes(conversion)) known.conversions.push(conversion)
  }
}

/** The keys that a conversion is: itself, or the uses of the variable that it is given to. */
function keysMadeOf(types: PackageTypes, conversion: SyntaxNode): readonly SyntaxNode[] {
  if (mapOfKey(types, conversion)) return [conversion]
  const object = receivingVariable(types, conversion)
  if (!object || object === 'none') return []
  const all = types.usesOf(object)
  return all.unknown === undefined ? all.uses : []
}

/** Where to begin to follow a map: at a variable, field or result, or at a literal and where that goes. */
export function beginning(types: PackageTypes, map: SyntaxNode): readonly Link[] {
  const value = inner(map)
  if (value.type === 'composite_literal')
    return [...linksOfValue(types, value), ...linksOfUse(types, usageAt(types, value))]
  if (value.type === 'call_expression' || objectAt(types, value)?.kind === 'var')
    return linksOfValue(types, value)
  return [problem(value, `${brief(value)} is no variable or field`)]
}

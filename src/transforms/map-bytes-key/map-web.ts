import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { VarObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Type } from '../../go/types/type.ts'
import { isString } from './bytes-to-string.ts'
import { brief, type Link, type Problem } from './link.ts'
import { linksOfResult } from './links-of-result.ts'
import { linksOfValue } from './links-of-value.ts'
import { linksOfVariable } from './links-of-variable.ts'
import { rangedMap } from './ranged-map.ts'

/** All variables, fields, parameters and results between which maps with one type travel, and what is done with them. */
export interface MapWeb {
  readonly objects: readonly VarObject[]
  /** Every `map[string]V` that has to be written otherwise when the keys are. */
  readonly typeNodes: readonly SyntaxNode[]
  /** Every expression that is used as a key, without parentheses. */
  readonly keys: readonly SyntaxNode[]
  /** Every range clause over one of the maps. */
  readonly ranges: readonly SyntaxNode[]
  /** Where the maps go out of sight; none when everything is known. */
  readonly problems: readonly Problem[]
}

/**
 * Follows a map from where it is first seen to all variables and the like that share its type because they share its
 * values. Its keys are strings, unless others are asked for.
 */
export function mapWeb(
  types: PackageTypes,
  beginning: readonly Link[],
  isKey: (type: Type) => boolean = isString,
): MapWeb {
  const objects: VarObject[] = []
  const names = new Set<SyntaxNode>()
  const results = new Set<string>()
  const nodes = { type: new Set<SyntaxNode>(), key: new Set<SyntaxNode>(), range: new Set<SyntaxNode>() }
  const problems: Problem[] = []

  const waiting = [...beginning]
  for (let link = waiting.shift(); link; link = waiting.shift()) waiting.push(...follow(link))
  problems.push(...sharedTypes([...nodes.type], names))
  return {
    objects,
    typeNodes: [...nodes.type],
    keys: [...nodes.key],
    ranges: [...nodes.range],
    problems,
  }

  function follow(link: Link): Link[] {
    switch (link.kind) {
      case 'variable': {
        const name = link.object.declarations[0]?.node ?? link.at
        if (names.has(name)) return []
        names.add(name)
        objects.push(link.object)
        return linksOfVariable(types, link.object, link.at, isKey)
      }
      case 'result': {
        const { function: object, index } = link
        const declared = object.declarations[0]
        const key = `${declared?.path}:${declared?.node.startIndex ?? object.name} ${index}`
        if (results.has(key)) return []
        results.add(key)
        return linksOfResult(types, object, index, link.at)
      }
      case 'problem':
        problems.push(link)
        return []
      case 'type':
        if (!isMapOf(types, link.at, isKey))
          problems.push({ at: link.at, what: `its type is written ${brief(link.at)}` })
        nodes.type.add(link.at)
        return []
      case 'range':
        nodes.range.add(link.at)
        return []
      case 'key': {
        nodes.key.add(link.at)
        // A key that comes out of another map has the type that goes into that one.
        const other = rangedMap(types, link.at)
        return other ? linksOfValue(types, other) : []
      }
    }
  }
}

function isMapOf(types: PackageTypes, node: SyntaxNode, isKey: (type: Type) => boolean): boolean {
  const key = node.type === 'map_type' ? node.childForFieldName('key') : undefined
  return key !== undefined && isKey(types.typeOf(key))
}

/** Names that are declared with one type have to change together. */
function sharedTypes(typeNodes: readonly SyntaxNode[], known: ReadonlySet<SyntaxNode>): Problem[] {
  return typeNodes
    .filter(({ fieldName }) => fieldName === 'type')
    .flatMap(node => node.parent?.childrenForFieldName('name') ?? [])
    .filter(name => /^(identifier|field_identifier)$/.test(name.type) && !known.has(name))
    .map(name => ({ at: name, what: `${name.text} is declared together with it` }))
}

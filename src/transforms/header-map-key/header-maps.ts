import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Type } from '../../go/types/type.ts'
import type { Link } from '../map-bytes-key/link.ts'
import { type MapWeb, mapWeb } from '../map-bytes-key/map-web.ts'
import { receivingVariable } from '../map-bytes-key/receiving-variable.ts'
import { type Layout, layoutOf } from '../slice-header/layout.ts'
import { identityKeyOf } from './identity-key.ts'

/** Maps that share one type, with keys that say where slices or strings are. */
export interface HeaderMap {
  /** The first `map[K]V` that they are written with. */
  readonly typeNode: SyntaxNode
  readonly layout: Layout
  /** Undefined where the type stands in no declaration that is followed. */
  readonly web: MapWeb | undefined
}

/** All such maps of a package, each web of them once. */
export function headerMaps(types: PackageTypes): HeaderMap[] {
  const found: HeaderMap[] = []
  const known = new Set<SyntaxNode>()
  for (const file of types.files) {
    if (!/\bmap\b/.test(file.text)) continue
    for (const whole of file.tree.rootNode.children) {
      if (whole.hasError) continue
      for (const typeNode of whole.descendantsOfType('map_type')) {
        const key = typeNode.childForFieldName('key')
        const layout = key && layoutOf(types.typeOf(key))
        if (!layout || known.has(typeNode) || !isIdentity(types, layout, types.typeOf(key))) continue
        const beginning = beginningAt(types, typeNode)
        const web = beginning && mapWeb(types, beginning, type => layoutOf(type) !== undefined)
        for (const node of web?.typeNodes ?? []) known.add(node)
        found.push({ typeNode, layout, web })
      }
    }
  }
  return found
}

/** A header says by its name what it is; of other structs some value has to be made of the words of a slice or string. */
export function isIdentity(types: PackageTypes, layout: Layout, key: Type): boolean {
  if (layout.isNamedSo) return true
  if (key.kind !== 'named') return false
  const { declaration } = key
  return types.files.some(
    file =>
      file.text.includes('unsafe') &&
      file.tree.rootNode.descendantsOfType(['unary_expression', 'composite_literal']).some(node => {
        const type = types.typeOf(node)
        return (
          type.kind === 'named' &&
          type.declaration.key === declaration.key &&
          identityKeyOf(types, node) !== undefined
        )
      }),
  )
}

/** The variable or field that is declared with the type, or given what is made with it. */
function beginningAt(types: PackageTypes, typeNode: SyntaxNode): readonly Link[] | undefined {
  const { parent } = typeNode
  const names = typeNode.fieldName === 'type' ? (parent?.childrenForFieldName('name') ?? []) : []
  const made = parent?.type === 'argument_list' ? parent.parent : parent
  const objects = [
    ...names.map(name => types.objectOf(name)),
    ...(made && /^(call_expression|composite_literal)$/.test(made.type)
      ? [receivingVariable(types, made)]
      : []),
  ]
  const links = objects.flatMap((object): Link[] =>
    object !== undefined && object !== 'none' && object.kind === 'var'
      ? [{ kind: 'variable', object, at: typeNode }]
      : [],
  )
  return links.length > 0 ? links : undefined
}

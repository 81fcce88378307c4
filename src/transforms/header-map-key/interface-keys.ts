import { argumentsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { coreType } from '../../go/types/core-type.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { isAssigned, storingMap } from '../aliased-map-key/key-places.ts'
import { type Layout, layoutOf } from '../slice-header/layout.ts'
import { isIdentity } from './header-maps.ts'

/** A key that says where a slice or string is, stored in a map whose keys are interfaces. */
export interface InterfaceKey {
  readonly key: SyntaxNode
  /** The sync.Map, or the map. */
  readonly map: SyntaxNode
  readonly layout: Layout
}

/** All such keys of a package: of a sync.Map, and of maps that any value may be a key of. */
export function* interfaceKeys(types: PackageTypes): Iterable<InterfaceKey> {
  for (const { text, tree } of types.files) {
    if (!/\bmap\b|\bsync\b/.test(text)) continue
    for (const whole of tree.rootNode.children) {
      if (whole.hasError) continue
      for (const node of whole.descendantsOfType(['call_expression', 'index_expression'])) {
        const stored = storedIn(node, types)
        const layout = stored && layoutOf(types.typeOf(stored.key))
        if (layout && isIdentity(types, layout, types.typeOf(stored.key))) yield { ...stored, layout }
      }
    }
  }
}

function storedIn(node: SyntaxNode, types: PackageTypes): Omit<InterfaceKey, 'layout'> | undefined {
  if (node.type === 'call_expression') {
    const map = storingMap(node, types)
    const [key] = map ? (argumentsOf(node) ?? []) : []
    return map && key && { map, key }
  }
  const map = node.childForFieldName('operand')
  const key = node.childForFieldName('index')
  if (!map || !key || !isAssigned(node)) return undefined
  const core = coreType(types.typeOf(map))
  return core.kind === 'map' && underlyingOf(core.key).kind === 'interface' ? { map, key } : undefined
}

import { partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { underlyingOf } from '../../go/types/underlying.ts'

/** The map whose keys a variable goes through: `m` of the `for k := range m` that declares it. */
export function rangedMap(types: PackageTypes, key: SyntaxNode): SyntaxNode | undefined {
  const object = key.type === 'identifier' ? types.objectOf(key) : undefined
  const name = object?.declarations[0]?.node
  const range = name?.parent?.parent
  if (!name || range?.type !== 'range_clause' || partsOf(name.parent)[0] !== name) return undefined
  const map = range.childForFieldName('right')
  return map && underlyingOf(types.typeOf(map)).kind === 'map' ? map : undefined
}

import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { type AddedFunction, addedFunction, homeOf, newName } from './added-function.ts'
import type { Problem } from './link.ts'
import type { MapWeb } from './map-web.ts'
import type { Places } from './places.ts'

/**
 * A new function that makes an array of bytes, and panics when they are too few or too many. Its name is one that is
 * not `taken`, and is then.
 */
export function lengthCheck(
  types: PackageTypes,
  places: Places,
  { objects, typeNodes }: MapWeb,
  calls: readonly SyntaxNode[],
  textAt: (node: SyntaxNode) => string,
  taken: Set<string>,
): AddedFunction | Problem {
  const [map] = objects
  const at = map?.declarations[0]?.node ?? typeNodes[0]
  if (!at) throw new Error('a map without a type')
  const clause = homeOf(types, at, calls, ['len', 'panic', 'copy', 'byte'])
  if ('what' in clause) return clause
  const mapName = map?.name ?? 'map'
  const name = newName(`${mapName}Key`, types, taken)
  return addedFunction(places, clause, name, [
    `// ${name} makes a key for ${mapName} of b, which has to have its length.`,
    `func ${name}(b []byte) (key ${textAt(clause)}) {`,
    '\tif len(b) != len(key) {',
    `\t\tpanic("a key of ${mapName} has a wrong length")`,
    '\t}',
    '\tcopy(key[:], b)',
    '\treturn key',
    '}',
  ])
}

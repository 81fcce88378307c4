import { rootOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { type AddedFunction, addedFunction, homeOf, newName } from './added-function.ts'
import { type Encoding, packageNameAt } from './encoding.ts'
import type { Problem } from './link.ts'
import type { MapWeb } from './map-web.ts'
import type { Places } from './places.ts'

/** A new function that makes bytes of a key again. Its name is one that is not `taken`, and is then. */
export function decoder(
  types: PackageTypes,
  places: Places,
  { objects }: MapWeb,
  calls: readonly [SyntaxNode, ...SyntaxNode[]],
  encoding: Encoding,
  taken: Set<string>,
): AddedFunction | Problem {
  const [map] = objects
  const at = map?.declarations[0]?.node ?? calls[0]
  const clause = homeOf(types, at, calls, ['byte', 'error', 'nil', 'panic', 'string'])
  if ('what' in clause) return clause
  const packageName = packageNameAt(types, at, rootOf(clause), encoding)
  if (typeof packageName !== 'string') return packageName
  if (['b', 'err', 'key'].includes(packageName))
    return { at: clause, what: `package ${encoding.importPath} is called ${packageName} here` }
  const mapName = map?.name ?? 'map'
  const name = newName(`${mapName}KeyBytes`, types, taken)
  return addedFunction(places, clause, name, [
    `// ${name} returns the bytes that a key of ${mapName} stands for.`,
    `func ${name}(key string) []byte {`,
    `\tb, err := ${packageName}.${encoding.decode}(key)`,
    '\tif err != nil {',
    `\t\tpanic("a key of ${mapName} is not ${encoding.what}: " + err.Error())`,
    '\t}',
    '\treturn b',
    '}',
  ])
}

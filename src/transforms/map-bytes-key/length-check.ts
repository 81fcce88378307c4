import { rootOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Edit } from '../../transform.ts'
import { mayBeShadowed } from '../unsafe/names.ts'
import type { Problem } from './link.ts'
import type { MapWeb } from './map-web.ts'
import type { Places } from './places.ts'

/** A new function that makes an array of bytes, and panics when they are too few or too many. */
export interface LengthCheck {
  readonly name: string
  readonly edit: Edit
}

/** Puts the function at the end of the file that declares the map; its name is one that is not `taken`, and is then. */
export function lengthCheck(
  types: PackageTypes,
  places: Places,
  { objects, typeNodes }: MapWeb,
  textAt: (node: SyntaxNode) => string,
  taken: Set<string>,
): LengthCheck | Problem {
  const [map] = objects
  const [typeNode] = typeNodes
  if (!map || !typeNode) throw new Error('a map without a type')
  const at = map.declarations[0]?.node ?? typeNode
  const clause = rootOf(at).children.find(({ type }) => type === 'package_clause') ?? at
  const shadowed = ['len', 'panic', 'copy', 'byte'].find(name => mayBeShadowed(name, clause, types))
  if (shadowed) return { at, what: `${shadowed} means something else in the package` }
  const name = newName(`${map.name}Key`, types, taken)
  const { text } = places.fileOf(at)
  const lines = [
    ...(text.endsWith('\n') ? [] : ['']),
    '',
    `// ${name} makes a key for ${map.name} of b, which has to have its length.`,
    `func ${name}(b []byte) (key ${textAt(clause)}) {`,
    '\tif len(b) != len(key) {',
    `\t\tpanic("a key of ${map.name} has a wrong length")`,
    '\t}',
    '\tcopy(key[:], b)',
    '\treturn key',
    '}',
    '',
  ]
  const newText = lines.join(text.includes('\r\n') ? '\r\n' : '\n')
  return { name, edit: places.edit(at, text.length, text.length, newText) }
}

function newName(wanted: string, types: PackageTypes, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}${number}`
    if (taken.has(name) || types.files.some(({ text }) => new RegExp(`\\b${name}\\b`).test(text))) continue
    taken.add(name)
    return name
  }
}

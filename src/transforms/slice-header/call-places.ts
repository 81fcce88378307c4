import { lineNumber } from '../../go/source-lines.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'

/** How many places are named one by one. */
const NAMED = 3

/** Where a function is used, in a clause; undefined when it is used nowhere. */
export function callPlaces(declaration: SyntaxNode, types: PackageTypes): string | undefined {
  const name = declaration.childForFieldName('name')
  const object = name && types.objectOf(name)
  if (!object) return 'where it is called is not known'
  const found = types.usesOf(object)
  if (found.unknown !== undefined) return `where it is called is not known: ${found.unknown}`
  const { uses } = found
  if (uses.length === 0) return undefined
  const places = uses.slice(0, NAMED).map(use => placeOf(use, types))
  const more = uses.length > NAMED ? ` and ${uses.length - NAMED} more` : ''
  return `it is called at ${places.join(', ')}${more}`
}

function placeOf(use: SyntaxNode, types: PackageTypes): string {
  const file = types.fileOf(use)
  if (!file) return 'another file'
  return `${file.path}:${lineNumber(file.text, use.startIndex)}`
}

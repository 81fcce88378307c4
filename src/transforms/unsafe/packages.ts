import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'

/** The import paths of the packages that code names. */
export function packagesIn(nodes: readonly SyntaxNode[], types: PackageTypes): readonly string[] {
  const names = nodes.flatMap(node => node.descendantsOfType(['identifier', 'package_identifier']))
  const objects = names.map(name => types.objectOf(name))
  return [
    ...new Set(objects.flatMap(object => (object?.kind === 'package' ? [object.importPath] : []))),
  ].sort()
}

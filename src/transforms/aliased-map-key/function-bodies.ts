import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { FuncObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { isDeclaredIn } from '../map-bytes-key/declared-in.ts'

/** A declaration of a function, with its body and what is known of it. */
export interface FunctionBody {
  readonly declaration: SyntaxNode
  readonly types: PackageTypes
}

/**
 * The declarations of a function or method, one for each platform that has its own, in this package or in one that it
 * imports; none where they are not all known.
 */
export function functionBodies(types: PackageTypes, object: FuncObject): readonly FunctionBody[] {
  if (isDeclaredIn(types, object))
    return object.declarations.flatMap(({ node }) => (node.parent ? { declaration: node.parent, types } : []))
  const other = object.declarations.length > 0 ? types.imported(object.package) : undefined
  if (!other) return []
  const found = object.declarations.flatMap(({ path, node }) => {
    const file = other.files.find(each => each.path === path)
    // Other packages are known without the bodies of functions; the places of names are the same.
    const declaration = file?.tree.rootNode.children.find(
      whole => whole.childForFieldName('name')?.startIndex === node.startIndex,
    )
    return declaration ? { declaration, types: other } : []
  })
  return found.length === object.declarations.length ? found : []
}

import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Problem } from './link.ts'

const WRITTEN = ['byte', 'string', 'append', 'nil']

/** A declaration, anywhere in the files, of a predeclared name that the rewritten code is made of. */
export function shadowedName(types: PackageTypes): Problem | undefined {
  for (const { tree } of types.files) {
    for (const node of tree.rootNode.descendantsOfType([
      'identifier',
      'type_identifier',
      'package_identifier',
    ])) {
      if (!WRITTEN.includes(node.text)) continue
      const object = types.objectOf(node)
      if (object && object.package !== '') return { at: node, what: `${node.text} is declared anew` }
    }
  }
  return undefined
}

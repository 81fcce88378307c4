import { functionAround, inner } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { isKept } from '../pinned-substring-key/keeps-whole.ts'

/** The first place where the function of a key's variable or parameter lets something else than a map's key keep it. */
export function keptBeside(key: SyntaxNode, types: PackageTypes): SyntaxNode | undefined {
  const name = inner(key)
  const object = types.objectOf(name)
  const [declared] = object?.declarations ?? []
  const around = declared && functionAround(declared.node)
  return around
    ?.descendantsOfType('identifier')
    .find(
      node =>
        node !== name &&
        node !== declared?.node &&
        node.text === name.text &&
        types.objectOf(node) === object &&
        !isInKey(node) &&
        isKept(types, node, true),
    )
}

// m[key{k, 1}]
function isInKey(node: SyntaxNode): boolean {
  for (let up: SyntaxNode | undefined = node; up && !/_statement$/.test(up.type); up = up.parent)
    if (up.fieldName === 'index') return true
  return false
}

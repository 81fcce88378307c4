import type { GoFile } from '../../go/file.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { includesVersion } from '../../go/version.ts'
import type { ImportChange } from '../../transform.ts'
import { importedName, mayBeShadowed } from '../unsafe/names.ts'

/** `strings.Clone(key)` as a file can write it, before Go 1.18 `string([]byte(key))`; or why it cannot. */
export type ClonedText =
  | { readonly newText: string; readonly imports: readonly ImportChange[] }
  | { readonly refusal: string }

export function clonedText(key: SyntaxNode, file: GoFile, types: PackageTypes): ClonedText {
  const type = types.typeOf(key)
  if (type.kind !== 'basic' || type.name !== 'string')
    return { refusal: `strings.Clone wants a plain string; copy the bytes where ${key.text} is made` }
  if (key.descendantsOfType('comment').length > 0)
    return { refusal: 'there is a comment inside the key; move it out' }
  // Of the two copies that this asks for, the compiler leaves one out since Go 1.22.
  if (!includesVersion(file.goVersion, '1.18')) {
    const shadowed = ['string', 'byte'].find(name => mayBeShadowed(name, key, types))
    if (shadowed) return { refusal: `${shadowed} is declared here as something else; give that another name` }
    return { newText: `string([]byte(${key.text}))`, imports: [] }
  }
  const name = importedName('strings', file.tree.rootNode, types) ?? 'strings'
  if (mayBeShadowed(name, key, types))
    return { refusal: `${name} is declared here as something else; give that another name` }
  return {
    newText: `${name}.Clone(${key.text})`,
    imports: [{ path: file.path, needs: ['strings'] }],
  }
}

import type { PackageTypes } from '../../go/types/package-types.ts'
import { typeInFile } from '../unsafe/type-in-file.ts'
import type { ZeroCopy } from './zero-copy.ts'

/** `string(b)`, or why that cannot be written. */
export function copyText(
  { node, bytes }: ZeroCopy,
  types: PackageTypes,
): { readonly newText: string } | { readonly refusal: string } {
  if (!bytes) return { refusal: 'the bytes have no slice to copy from; use strings.Clone around the key' }
  const type = typeInFile(types.typeOf(node), node, types)
  if (type === undefined)
    return {
      refusal:
        'the type of the key cannot be written here: its name is not exported, or means something else',
    }
  if (node.descendantsOfType('comment').length > 0)
    return { refusal: 'there is a comment inside the key; move it out' }
  return { newText: `${type}(${bytes.text})` }
}

import type { GoFile } from '../../go/file.ts'
import { inner } from '../../go/syntax/expression.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Finding, FixableFinding } from '../../transform.ts'
import { locationOf } from '../location.ts'
import { SAME_BYTES, safetyOf } from './copy-safety.ts'
import { copyText } from './copy-text.ts'
import type { KeyPlace } from './key-places.ts'
import { zeroCopyInKey } from './zero-copy.ts'

// m[b2s(b)] = v
// ----------------
// m[string(b)] = v
export function madeInKey(place: KeyPlace, file: GoFile, types: PackageTypes): Finding | undefined {
  const { key, isStored } = place
  const made = zeroCopyInKey(key, types)
  if (!made) return undefined
  const { node, bytes, by } = made
  const message = isStored
    ? `a map keeps a string that shares memory with ${bytes?.text ?? 'bytes'}, made by ${by}`
    : `a look-up with a zero-copy string, made by ${by}, which saves nothing`
  const common: Pick<FixableFinding, 'at' | 'message'> = { at: locationOf(file, node), message }
  // Other look-ups would need a copy, and keep nothing.
  if (!isStored && (!bytes || inner(key) !== node || types.typeOf(node).kind !== 'basic')) return undefined
  const copy = copyText(made, types)
  if ('refusal' in copy) return { ...common, ...copy }
  const { newText } = copy
  return {
    ...common,
    fix: {
      title: isStored ? `copy the key: ${newText}` : `look up ${newText}, which makes no copy either`,
      edits: [{ ...locationOf(file, node), newText }],
      imports: [{ path: file.path, frees: ['unsafe', ...(made.from === undefined ? [] : [made.from])] }],
      proof: [
        `${bytes?.text} is a byte slice, and ${by} makes a string of the whole of it`,
        isStored ? SAME_BYTES : 'the compiler looks up string(b) without an allocation',
      ],
      ...safetyOf(node, place, types, made),
    },
  }
}

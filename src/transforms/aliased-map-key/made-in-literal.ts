import type { GoFile } from '../../go/file.ts'
import { lineNumber } from '../../go/source-lines.ts'
import { inner } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { isAssignedOnce } from '../../go/types/assigned-once.ts'
import { initialValue } from '../../go/types/initial-value.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Edit, Finding } from '../../transform.ts'
import { locationOf } from '../location.ts'
import { copyText } from './copy-text.ts'
import type { KeyPlace } from './key-places.ts'
import { literalParts } from './literal-parts.ts'
import { type ZeroCopy, zeroCopyInKey } from './zero-copy.ts'

// k := key{name: b2s(b)}; …; m[k] = v
// --------------------------------------
// k := key{name: string(b)}; …; m[k] = v
export function madeInLiteral(place: KeyPlace, file: GoFile, types: PackageTypes): Finding | undefined {
  const key = keyInLiteral(place.key, file, types)
  if (!key) return undefined
  const { text } = place.key
  const common = {
    at: locationOf(file, place.key),
    message: `a map keeps ${text}, a part of which shares memory with bytes: ${key.made[0]?.by} made it on line ${key.line}`,
  }
  if (!key.isConstant)
    return {
      ...common,
      refusal: `${text} may change after line ${key.line}; copy the bytes where they come into it`,
    }
  const copies = key.made.map(made => copyText(made, types))
  const reason = copies.find(copy => 'refusal' in copy)
  if (reason && 'refusal' in reason) return { ...common, refusal: reason.refusal }
  const [first, ...rest] = key.made.flatMap(({ node }, index): Edit[] => {
    const copy = copies[index]
    return copy && 'newText' in copy ? [{ ...locationOf(file, node), newText: copy.newText }] : []
  })
  if (!first) return undefined
  const frees = key.made.flatMap(({ from }) => ['unsafe', ...(from === undefined ? [] : [from])])
  return {
    ...common,
    fix: {
      title: `copy what ${text} is made of: ${[first, ...rest].map(({ newText }) => newText).join(', ')}`,
      edits: [first, ...rest],
      imports: [{ path: file.path, frees }],
      proof: [`${text} is assigned once, on line ${key.line}`],
      safety: 'review',
      caution: `the copy is made on line ${key.line}: where the bytes change before the map keeps ${text}, it was given the changed key, and now gets the one before; and it is made for look-ups too`,
    },
  }
}

/** Zero-copy strings in the struct or array literal that a variable was made with. */
interface KeyInLiteral {
  readonly made: readonly ZeroCopy[]
  /** Of the literal. */
  readonly line: number
  /** Whether the variable holds nothing but the literal. */
  readonly isConstant: boolean
}

function keyInLiteral(key: SyntaxNode, file: GoFile, types: PackageTypes): KeyInLiteral | undefined {
  const name = inner(key)
  const object = name.type === 'identifier' ? types.objectOf(name) : undefined
  if (object?.kind !== 'var' || object.isField || object.isPackageLevel) return undefined
  const value = initialValue(object)
  if (!value) return undefined
  const made = [...literalParts(value, object.type(), types)].flatMap(
    part => zeroCopyInKey(part.value, types) ?? [],
  )
  if (made.length === 0) return undefined
  return { made, line: lineNumber(file.text, value.startIndex), isConstant: isAssignedOnce(types, object) }
}

import { outer, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { wholeNumber } from '../../go/types/constant.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { competingCall } from '../unsafe/competing-call.ts'
import { panicCaution } from '../unsafe/competing-panic.ts'
import type { KeyPlace } from './key-places.ts'
import { type ZeroCopy, zeroCopyOf } from './zero-copy.ts'

/** What holds of every copy that is made where the map gets the key. */
export const SAME_BYTES = 'the copy has the same bytes at this moment, and keeps them'

/** What else the statement does may change the bytes between the copy and the use of the key; `&b[0]` may panic. */
export function safetyOf(
  made: SyntaxNode,
  { whole, isStored }: KeyPlace,
  types: PackageTypes,
  { bytes, panicsWhenEmpty }: Pick<ZeroCopy, 'bytes' | 'panicsWhenEmpty'>,
):
  | { readonly safety: 'safe'; readonly caution?: never }
  | { readonly safety: 'review'; readonly caution: string } {
  const arena = bytes && arenaOf(bytes, types)
  const notEmpty = panicsWhenEmpty ? bytes?.text : undefined
  // Another zero-copy string changes nothing.
  const call = competingCall(types, made, other => zeroCopyOf(other, types) !== undefined)
  const target = isStored ? otherTarget(whole) : undefined
  const what = call?.text.split('\n')[0] ?? (target && `the assignment to ${target.text}`)
  const cautions = [
    panicCaution(types, made, made.text.split('\n')[0] ?? ''),
    what &&
      `if ${what} changes the bytes, the map was given the changed key, and may now be given the one before`,
    arena !== undefined && isStored
      ? `where ${arena} is only ever appended to and its memory never used again, as an arena, the key did not change, and the copy costs memory: say so in an ignore comment`
      : undefined,
    notEmpty && `where ${notEmpty} is empty this panicked, and does no longer`,
  ].filter(caution => caution !== undefined)
  return cautions.length === 0 ? { safety: 'safe' } : { safety: 'review', caution: cautions.join('; ') }
}

/** What `buffer[start:]` is a part of, where that is what was appended to it last. */
function arenaOf(bytes: SyntaxNode, types: PackageTypes): string | undefined {
  const start = bytes.type === 'slice_expression' ? bytes.childForFieldName('start') : undefined
  const isTail =
    start && wholeNumber(types.constantOf(start)) === undefined && !bytes.childForFieldName('end')
  return isTail ? bytes.childForFieldName('operand')?.text : undefined
}

/** Something else that the assignment to `m[key]` assigns to: the bytes of the key, perhaps. */
function otherTarget(key: SyntaxNode): SyntaxNode | undefined {
  const list = key.parent && outer(key.parent).parent
  if (list?.type !== 'expression_list') return undefined
  return partsOf(list).find(
    ({ startIndex, endIndex, text }) =>
      text !== '_' && (endIndex < key.startIndex || startIndex > key.endIndex),
  )
}

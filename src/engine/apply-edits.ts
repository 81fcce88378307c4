import MagicString from 'magic-string'
import type { Edit } from '../transform.ts'

/** What edits that do not overlap make of the text that they refer to. */
export function applyEdits(
  text: string,
  edits: readonly Pick<Edit, 'startIndex' | 'endIndex' | 'newText'>[],
): string {
  const result = new MagicString(text)
  for (const { startIndex, endIndex, newText } of edits) {
    if (startIndex === endIndex) result.appendLeft(startIndex, newText)
    else result.update(startIndex, endIndex, newText)
  }
  return result.toString()
}

// unicode.IsSpace. String.prototype.trim differs: it keeps U+0085 and takes a byte order mark.
const SPACE = /^\p{White_Space}$/u
const SPACES = /\p{White_Space}+/u

/** `text` without white space at both ends, as Go's strings.TrimSpace. */
export function trimSpace(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && SPACE.test(text.charAt(start))) start++
  while (end > start && SPACE.test(text.charAt(end - 1))) end--
  return text.slice(start, end)
}

/** The words of `text`, as Go's strings.Fields. */
export function fields(text: string): readonly string[] {
  return text.split(SPACES).filter(word => word !== '')
}

/** C0 (without tab and newline), DEL, C1, and what reorders or hides text: bidi marks, separators, zero-width characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
const HIDDEN = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

/** Shows each character that would steer a terminal or hide text as `<U+001B>`; keeps tabs and newlines. */
export function printable(text: string): string {
  return text.replace(HIDDEN, character => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    return `<U+${code}>`
  })
}

/** The same for text that has to stay on one line, such as a path: newlines and tabs are shown too. */
export function printableLine(text: string): string {
  return printable(text).replaceAll('\n', '<U+000A>').replaceAll('\t', '<U+0009>')
}

import { trimSpace } from './space.ts'

/** What follows `//go:build` on such a line, trimmed; undefined when the line is none. */
export function goBuildText(line: string): string | undefined {
  return line.startsWith('//go:build') ? afterWord(trimSpace(line), '//go:build') : undefined
}

/** What follows `+build` on a `// +build` or `//+build` line, trimmed; undefined when the line is none. */
export function plusBuildText(line: string): string | undefined {
  return line.startsWith('//') ? afterWord(trimSpace(line.slice(2)), '+build') : undefined
}

/** `//go:buildx` and `+buildx` are other words; the bare word counts. */
function afterWord(line: string, word: string): string | undefined {
  if (!line.startsWith(word)) return undefined
  const rest = line.slice(word.length)
  const text = trimSpace(rest)
  return rest === '' || text.length < rest.length ? text : undefined
}

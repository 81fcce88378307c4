import type { HeaderLine } from '../../go/constraint/header.ts'
import type { GoFile } from '../../go/file.ts'
import type { Location } from '../../transform.ts'

/** The place from the first to the last of these lines, of which there is at least one. */
export function spanOf({ path }: Pick<GoFile, 'path'>, lines: readonly HeaderLine[]): Location {
  return { path, startIndex: lines[0]?.startIndex ?? 0, endIndex: lines.at(-1)?.endIndex ?? 0 }
}

/** `a // +build line`, `3 // +build lines`. */
export function count(lines: readonly HeaderLine[], what: string): string {
  return lines.length === 1 ? `a ${what}` : `${lines.length} ${what}s`
}

/** Whether two headers hold the same lines, wherever these stand. */
export function sameLines(left: readonly HeaderLine[], right: readonly HeaderLine[]): boolean {
  return left.length === right.length && left.every(({ text }, index) => text === right[index]?.text)
}

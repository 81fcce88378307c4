import { diffLines, diffWordsWithSpace, formatPatch, structuredPatch } from 'diff'

/** One file before and after, whole. */
export interface TextChange {
  /** Slash-separated, relative to the root of the run. */
  readonly path: string
  readonly before: string
  readonly after: string
}

/** Consecutive lines of a unified diff; each line starts with ` `, `-`, `+` or `\` and has no newline. */
export interface Hunk {
  readonly oldStart: number
  readonly oldLines: number
  readonly newStart: number
  readonly newLines: number
  readonly lines: readonly string[]
}

/** A stretch of one line, and whether the other side of the change has it too. */
export interface Segment {
  readonly text: string
  readonly changed: boolean
}

/** The hunks of a unified diff with three lines of context; none when the texts are equal. */
export function hunksOf({ path, before, after }: TextChange): readonly Hunk[] {
  return structuredPatch(path, path, before, after, undefined, undefined, { context: 3 }).hunks
}

/** A diff that `git apply` takes, from `diff --git` to the last line; `''` when the texts are equal. */
export function gitDiff(change: TextChange): string {
  const hunks = hunksOf(change)
  if (hunks.length === 0) return ''
  return formatPatch({
    isGit: true,
    oldFileName: `a/${change.path}`,
    newFileName: `b/${change.path}`,
    oldHeader: undefined,
    newHeader: undefined,
    hunks: hunks.map(hunk => ({ ...hunk, lines: [...hunk.lines] })),
  })
}

/** Splits two versions of a line into what they share and what differs, word by word. */
export function compareLines(before: string, after: string): { removed: Segment[]; added: Segment[] } {
  const parts = diffWordsWithSpace(before, after)
  return {
    removed: parts.filter(part => !part.added).map(part => ({ text: part.value, changed: part.removed })),
    added: parts.filter(part => !part.removed).map(part => ({ text: part.value, changed: part.added })),
  }
}

/** The stretches of whole lines that differ, as replacements in `before`; offsets in UTF-16 code units. */
export function lineEdits(
  before: string,
  after: string,
): { startIndex: number; endIndex: number; newText: string }[] {
  const edits: { startIndex: number; endIndex: number; newText: string }[] = []
  let index = 0
  for (const { value, added, removed } of diffLines(before, after)) {
    const last = edits.at(-1)
    if (added && last?.endIndex === index) last.newText += value
    else if (added) edits.push({ startIndex: index, endIndex: index, newText: value })
    else if (removed) edits.push({ startIndex: index, endIndex: index + value.length, newText: '' })
    if (!added) index += value.length
  }
  return edits
}

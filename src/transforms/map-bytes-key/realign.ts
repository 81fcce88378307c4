import type { GoFile } from '../../go/file.ts'
import type { Edit } from '../../transform.ts'

/** White space of one line that lines up what follows it with the lines around. Offsets into the file. */
interface Gap {
  readonly line: number
  /** Where the line's code begins. */
  readonly begin: number
  readonly startIndex: number
  readonly endIndex: number
}

/**
 * Adds the edits of white space that gofmt would make in lines around: the values of a literal's keys and the comments
 * at the ends of lines stay lined up where they were.
 */
export function realigned(edits: readonly Edit[], fileAt: (path: string) => GoFile): Edit[] {
  const all = [...edits]
  for (const path of new Set(edits.map(edit => edit.path))) {
    const file = fileAt(path)
    const lineStarts = [0, ...[...file.text.matchAll(/\n/g)].map(({ index }) => index + 1)]
    for (const gaps of [valueGaps(file, lineStarts), commentGaps(file, lineStarts)])
      for (const block of blocksOf(gaps)) all.push(...blockEdits(block, path, all, file.text))
  }
  return all
}

// 'key':   value
function valueGaps({ text, tree }: GoFile, lineStarts: readonly number[]): Gap[] {
  return tree.rootNode.descendantsOfType('keyed_element').flatMap(element => {
    const key = element.childForFieldName('key')
    const value = element.childForFieldName('value')
    if (!key || !value) return []
    const gap = gapBefore(value.startIndex, text, lineStarts)
    return gap.begin === element.startIndex ? [gap] : []
  })
}

// code   // comment
function commentGaps({ text, tree }: GoFile, lineStarts: readonly number[]): Gap[] {
  return tree.rootNode
    .descendantsOfType('comment')
    .map(comment => gapBefore(comment.startIndex, text, lineStarts))
    .filter(({ begin, startIndex }) => begin < startIndex)
}

function gapBefore(endIndex: number, text: string, lineStarts: readonly number[]): Gap {
  const line = lineStarts.findLastIndex(start => start <= endIndex)
  const start = lineStarts[line] ?? 0
  const before = text.slice(start, endIndex)
  return {
    line,
    begin: start + (before.length - before.trimStart().length),
    startIndex: start + before.trimEnd().length,
    endIndex,
  }
}

/** Gaps of lines that follow each other and end in one column. */
function blocksOf(gaps: readonly Gap[]): Gap[][] {
  const blocks: Gap[][] = []
  for (const gap of gaps) {
    const previous = blocks.at(-1)?.at(-1)
    const continues =
      previous?.line === gap.line - 1 && previous.endIndex - previous.begin === gap.endIndex - gap.begin
    if (continues) blocks.at(-1)?.push(gap)
    else blocks.push([gap])
  }
  return blocks.filter(({ length }) => length > 1)
}

function blockEdits(block: readonly Gap[], path: string, edits: readonly Edit[], text: string): Edit[] {
  const widths = block.map(({ begin, startIndex }) => startIndex - begin + growth(begin, startIndex))
  const columns = block.map(({ begin, endIndex }) => endIndex - begin)
  const old = block.map(({ begin, startIndex }) => startIndex - begin)
  const isUntouched = widths.every((width, index) => width === old[index])
  if (isUntouched || columns[0] !== Math.max(...old) + 1) return []
  const column = Math.max(...widths) + 1
  return block.flatMap(({ startIndex, endIndex }, index) => {
    const newText = ' '.repeat(column - (widths[index] ?? 0))
    return text.slice(startIndex, endIndex) === newText ? [] : [{ path, startIndex, endIndex, newText }]
  })

  /** How much longer the edits make the text between two offsets. */
  function growth(from: number, to: number): number {
    return edits
      .filter(edit => edit.path === path && edit.startIndex >= from && edit.endIndex <= to)
      .reduce((sum, { startIndex, endIndex, newText }) => sum + newText.length - (endIndex - startIndex), 0)
  }
}

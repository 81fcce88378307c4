import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { Edit } from '../../transform.ts'

/**
 * Removes statements with their lines. Comments in and behind them stay on lines of their own, one of those that are
 * written alike above each other; blank lines that nothing separates any more go.
 */
export function removeStatements(path: string, text: string, statements: readonly SyntaxNode[]): Edit[] {
  const lines = linesOf(text)
  const edits: Edit[] = []
  const removed = new Set<number>()
  for (const statement of statements) {
    const first = lineAt(lines, statement.startIndex)
    const last = lineAt(lines, statement.endIndex)
    const [start, end] = [lines[first] as Line, lines[last] as Line]
    const before = text.slice(start.startIndex, statement.startIndex)
    const after = text.slice(statement.endIndex, end.endIndex)
    const comments = commentsIn(statement)
    if (before.trim() !== '' || !/^\s*;?\s*(?:\/\/[^\n]*|\/\*[^\n]*\*\/\s*)?$/.test(after)) {
      const semicolon = /^\s*;[ \t]*/.exec(after)?.[0].length ?? 0
      edits.push({
        path,
        startIndex: statement.startIndex,
        endIndex: statement.endIndex + semicolon,
        newText: '',
      })
      continue
    }
    const trailing = after.replace(/^\s*;/, '').trim()
    const kept = [...comments, ...(trailing === '' ? [] : [trailing])]
    if (kept.length === 0) for (let line = first; line <= last; line++) removed.add(line)
    else {
      const newText = kept.join(`\n${before}`)
      const endIndex = statement.endIndex + after.trimEnd().length
      edits.push({ path, startIndex: statement.startIndex, endIndex, newText })
    }
  }
  dropRepeatedComments(lines, text, removed)
  dropBlankLines(lines, text, removed)
  return [...edits, ...runsOf(removed).map(([first, last]) => lineEdit(path, lines, first, last))]
}

export function commentsIn(node: SyntaxNode): string[] {
  return node.descendantsOfType('comment').map(comment => comment.text.trim())
}

interface Line {
  readonly startIndex: number
  /** Before the line feed. */
  readonly endIndex: number
}

function linesOf(text: string): Line[] {
  let startIndex = 0
  return text.split('\n').map(line => {
    const made = { startIndex, endIndex: startIndex + line.length }
    startIndex = made.endIndex + 1
    return made
  })
}

function lineAt(lines: readonly Line[], index: number): number {
  let [low, high] = [0, lines.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle] as Line).startIndex <= index) low = middle
    else high = middle - 1
  }
  return low
}

function content(lines: readonly Line[], text: string, index: number): string | undefined {
  const line = lines[index]
  return line && text.slice(line.startIndex, line.endIndex).trim()
}

function dropRepeatedComments(lines: readonly Line[], text: string, removed: Set<number>): void {
  for (const [first, last] of runsOf(removed)) {
    const above = content(lines, text, first - 1)
    if (above && /^(?:\/\/|\/\*.*\*\/$)/.test(above) && above === content(lines, text, last + 1))
      removed.add(first - 1)
  }
}

function dropBlankLines(lines: readonly Line[], text: string, removed: Set<number>): void {
  for (const [first, last] of runsOf(removed)) {
    let above = first - 1
    while (removed.has(above)) above--
    const before = content(lines, text, above)
    let below = last + 1
    if (before === undefined || before === '' || /[{(:]$/.test(before))
      while (content(lines, text, below) === '' && below < lines.length - 1) removed.add(below++)
    if (/^[})]/.test(content(lines, text, below) ?? ''))
      while (content(lines, text, above) === '' && above > 0) removed.add(above--)
  }
}

function runsOf(removed: ReadonlySet<number>): [first: number, last: number][] {
  const runs: [number, number][] = []
  for (const line of [...removed].sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run && run[1] === line - 1) run[1] = line
    else runs.push([line, line])
  }
  return runs
}

function lineEdit(path: string, lines: readonly Line[], first: number, last: number): Edit {
  return {
    path,
    startIndex: (lines[first] as Line).startIndex,
    endIndex: (lines[last] as Line).endIndex + 1,
    newText: '',
  }
}

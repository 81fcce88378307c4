import { formattedLike, type ImportLine, withImport, withoutDropped } from './import-lines.ts'
import type { Import } from './imports.ts'
import { lineEnd, lineStart, nextLine } from './source-lines.ts'
import type { SyntaxNode } from './syntax/tree.ts'
import type { TextEdit } from './text-edit.ts'
import { isNeededByDirective } from './unused-import.ts'

/**
 * `block`: in parentheses over several lines, each import on its own; `line`: all on one line, on which nothing else
 * is but a comment at its end; `odd`: what else Go allows and gofmt would not leave.
 */
export type Shape = 'block' | 'line' | 'odd'

/** An import declaration and what is to go. */
export interface Declaration {
  readonly node: SyntaxNode
  readonly imports: readonly Import[]
  readonly dropped: ReadonlySet<Import>
  readonly shape: Shape
}

/** Takes out what is dropped and adds imports, the latter not if it is odd; undefined when nothing is left of it. */
export function editsOf(
  text: string,
  declaration: Declaration,
  added: readonly string[],
): readonly TextEdit[] | undefined {
  switch (declaration.shape) {
    case 'block':
      return blockEdits(text, declaration, added)
    case 'line':
      return lineEdits(text, declaration, added)
    case 'odd':
      return oddEdits(text, declaration)
  }
}

function blockEdits(
  text: string,
  { node, imports, dropped }: Declaration,
  added: readonly string[],
): readonly TextEdit[] | undefined {
  const startIndex = nextLine(text, node.startIndex + node.text.indexOf('('))
  const endIndex = lineStart(text, node.endIndex)
  const before: ImportLine[] = []
  for (let start = startIndex; start < endIndex; start = nextLine(text, start)) {
    const end = lineEnd(text, start)
    const own = imports.find(each => each.node.startIndex >= start && each.node.endIndex <= end)
    before.push(lineOf(text, text.slice(start, end), own, dropped))
  }
  const after = linesAfter(before, added)
  if (after.every(line => line.text.trim() === '')) return
  return [
    changedLines(
      text,
      startIndex,
      endIndex,
      after.map(line => `${line.text}\n`),
    ),
  ]
}

function lineEdits(
  text: string,
  { node, imports, dropped }: Declaration,
  added: readonly string[],
): readonly TextEdit[] | undefined {
  const hasParentheses = node.text.includes('(')
  // What follows an import without parentheses is about that import.
  const endIndex = hasParentheses ? node.endIndex : lineEnd(text, node.endIndex)
  const before = imports.map(each =>
    lineOf(
      text,
      `\t${text.slice(each.node.startIndex, hasParentheses ? each.node.endIndex : endIndex)}`,
      each,
      dropped,
    ),
  )
  const after = linesAfter(before, added)
  if (after.length === 0) return
  const [first = { text: '' }, ...others] = after
  const newText =
    others.length === 0
      ? `import ${first.text.trim()}`
      : `import (\n${after.map(line => `${line.text}\n`).join('')})`
  return [{ startIndex: node.startIndex, endIndex, newText }]
}

/** A line of a declaration as it will be, but for what is dropped. */
function lineOf(
  text: string,
  line: string,
  own: Import | undefined,
  dropped: ReadonlySet<Import>,
): ImportLine {
  if (!own) return { text: line }
  if (!dropped.has(own)) return { text: line, path: own.path }
  if (!isNeededByDirective(own.path, text)) return { text: line, path: own.path, isDropped: true }
  return { text: line.replace(/^(\s*)(\w+\s+)?/, '$1_ '), path: own.path }
}

function linesAfter(before: readonly ImportLine[], added: readonly string[]): readonly ImportLine[] {
  return formattedLike(before, withoutDropped(added.reduce(withImport, before)))
}

/** Takes imports out of a declaration that gofmt would lay out anew. */
function oddEdits(text: string, { node, imports, dropped }: Declaration): readonly TextEdit[] {
  const blanked = [...dropped].filter(({ path }) => isNeededByDirective(path, text))
  const gone = imports.filter(each => dropped.has(each) && !blanked.includes(each))
  const toBlank = blanked.map(({ node, path }) => ({ ...spanOf(node), newText: `_ "${path}"` }))
  if (gone.length === imports.length) return [{ ...spanOf(node), newText: '' }]
  return [
    ...toBlank,
    ...gone.map(each => {
      const next = imports[imports.indexOf(each) + 1]
      const previous = imports.slice(0, imports.indexOf(each)).findLast(other => !gone.includes(other))
      // Go has no `;` after `(`, but may have one before `)`.
      const startIndex = next || !previous ? each.node.startIndex : previous.node.endIndex
      return { startIndex, endIndex: next?.node.startIndex ?? each.node.endIndex, newText: '' }
    }),
  ]
}

function spanOf({ startIndex, endIndex }: SyntaxNode) {
  return { startIndex, endIndex }
}

/** The lines of a stretch of text replaced, without those that stay at either end. */
function changedLines(
  text: string,
  startIndex: number,
  endIndex: number,
  lines: readonly string[],
): TextEdit {
  const old = text.slice(startIndex, endIndex).split(/(?<=\n)/)
  const isSame = (a = '', b = '') => a.replace('\r\n', '\n') === b
  let head = 0
  while (head < Math.min(old.length, lines.length) && isSame(old[head], lines[head])) head++
  let tail = 0
  while (tail < Math.min(old.length, lines.length) - head && isSame(old.at(-1 - tail), lines.at(-1 - tail)))
    tail++
  return {
    startIndex: startIndex + old.slice(0, head).join('').length,
    endIndex: endIndex - old.slice(old.length - tail).join('').length,
    newText: lines.slice(head, lines.length - tail).join(''),
  }
}

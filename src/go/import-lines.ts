import { isStandard } from './imports.ts'

/** A line between the parentheses of an import declaration, without its line break; `path` if an import stands on it. */
export interface ImportLine {
  readonly text: string
  readonly path?: string
  readonly isDropped?: boolean
}

/** The lines with an import more, where goimports would put it. */
export function withImport(lines: readonly ImportLine[], path: string): readonly ImportLine[] {
  const added = { text: `${indentOf(lines)}"${path}"`, path }
  const group = groupFor(path, groupsOf(lines))
  if (!group) {
    const blank = lines.length > 0 ? [{ text: '' }] : []
    return isStandard(path) ? [added, ...blank, ...lines] : [...lines, ...blank, added]
  }
  // Never between an import and the comment above it; gofmt leaves a comment at the head of a group where it is.
  const next = group.imports.findIndex(each => path <= each.path)
  const previous = group.imports.at(next < 0 ? -1 : next - 1)
  const place = next === 0 || !previous ? (group.imports[0]?.index ?? group.start) : previous.index + 1
  return lines.toSpliced(place, 0, added)
}

/** The lines without those that are dropped, and without the comments that are about nothing else. */
export function withoutDropped(lines: readonly ImportLine[]): readonly ImportLine[] {
  const kept: ImportLine[] = []
  for (const { start, end, imports } of groupsOf(lines)) {
    const group = lines.slice(start, end)
    const isWhole = imports.length > 0 && imports.every(({ index }) => lines[index]?.isDropped)
    const rest = group.filter((line, index) => {
      if (line.path !== undefined) return !line.isDropped
      const below = group.findIndex((each, place) => place > index && !isComment(each))
      const isAbove = isComment(line) && group[below]?.isDropped
      // A comment at the head of a group may be about all of it.
      const isHead = group.slice(0, index).every(isComment)
      return !isAbove || (isHead && !isWhole)
    })
    if (rest.length === 0) continue
    // gofmt has no blank line above comments at the end, and no indentation where there are only comments.
    const hasImports = lines.slice(start).some(({ path, isDropped }) => path !== undefined && !isDropped)
    if (kept.length > 0 && hasImports) kept.push({ text: '' })
    kept.push(...rest)
  }
  const hasImports = kept.some(({ path }) => path !== undefined)
  return hasImports ? kept : kept.map(({ text }) => ({ text: text.trim() }))
}

/** The lines in the order and with their trailing comments where gofmt has them, if that was so `before`. */
export function formattedLike(
  before: readonly ImportLine[],
  lines: readonly ImportLine[],
): readonly ImportLine[] {
  const inOrder = isSame(sorted(before), before) ? sorted(lines) : lines
  return isSame(aligned(before), before) ? aligned(inOrder) : inOrder
}

function isSame(some: readonly ImportLine[], others: readonly ImportLine[]): boolean {
  return some.every(({ text }, index) => text === others[index]?.text)
}

// As go/ast.SortImports: adjacent lines by path, then name; a line without an import ends a run.
function sorted(lines: readonly ImportLine[]): readonly ImportLine[] {
  const result: ImportLine[] = []
  let run: ImportLine[] = []
  for (const line of [...lines, { text: '' }]) {
    if (line.path !== undefined) {
      run.push(line)
      continue
    }
    result.push(...run.sort(byPath), line)
    run = []
  }
  return result.slice(0, -1)
}

function byPath(
  { path: one = '', text }: ImportLine,
  { path: other = '', text: otherText }: ImportLine,
): number {
  if (one !== other) return one < other ? -1 : 1
  const [name = '', otherName = ''] = [text, otherText].map(each => /^\s*([\w.]+)\s/.exec(each)?.[1] ?? '')
  return name < otherName ? -1 : name > otherName ? 1 : 0
}

// As text/tabwriter: a column is as wide as the widest cell of the adjacent lines that have one.
function aligned(lines: readonly ImportLine[]): readonly ImportLine[] {
  const cells = lines.map(({ text, path }) =>
    path === undefined ? null : /^(\s*(?:\S+\s+)?(?:"[^"]*"|`[^`]*`))\s+(\/[/*].*)$/.exec(text),
  )
  return lines.map((line, index) => {
    const cell = cells[index]
    if (!cell) return line
    const start = cells.lastIndexOf(null, index) + 1
    const end = cells.indexOf(null, index)
    const column = cells.slice(start, end < 0 ? cells.length : end).map(each => widthOf(each?.[1]))
    const padding = ' '.repeat(Math.max(...column) - widthOf(cell[1]) + 1)
    return { ...line, text: `${cell[1]}${padding}${cell[2]}` }
  })
}

function widthOf(text = ''): number {
  return [...text].length
}

/** Lines without a blank one between them; `end` is exclusive. */
interface Group {
  readonly start: number
  readonly end: number
  readonly imports: readonly { readonly index: number; readonly path: string }[]
}

function groupsOf(lines: readonly ImportLine[]): readonly Group[] {
  const groups: Group[] = []
  for (let start = 0; start < lines.length; start++) {
    if (isBlank(lines[start])) continue
    let end = start
    while (end < lines.length && !isBlank(lines[end])) end++
    const imports = lines
      .slice(start, end)
      .flatMap(({ path }, offset) => (path === undefined ? [] : [{ index: start + offset, path }]))
    groups.push({ start, end, imports })
    start = end
  }
  return groups
}

function groupFor(path: string, groups: readonly Group[]): Group | undefined {
  const isSame = (group: Group) => group.imports.some(each => isStandard(each.path) === isStandard(path))
  const shared = ({ imports }: Group) => Math.max(...imports.map(each => sharedElements(each.path, path)))
  return groups
    .filter(isSame)
    .reduce<Group | undefined>(
      (best, group) => (best && shared(best) >= shared(group) ? best : group),
      undefined,
    )
}

/** How many leading elements two paths have in common; the standard library is one. */
function sharedElements(a: string, b: string): number {
  if (isStandard(b)) return isStandard(a) ? 1 : 0
  const [one, other] = [a.split('/'), b.split('/')]
  const difference = one.findIndex((element, index) => element !== other[index])
  return difference < 0 ? one.length : difference
}

function indentOf(lines: readonly ImportLine[]): string {
  const line = lines.find(({ path }) => path !== undefined)
  return line ? (/^\s*/.exec(line.text)?.[0] ?? '') : '\t'
}

function isBlank(line: ImportLine | undefined): boolean {
  return line?.text.trim() === ''
}

function isComment({ text, path }: ImportLine): boolean {
  return path === undefined && /^\s*(\/\/|\/\*.*\*\/\s*$)/.test(text)
}

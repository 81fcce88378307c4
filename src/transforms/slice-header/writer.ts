import { inner, rootOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { GoVersion } from '../../go/version.ts'
import { importedName, mayBeShadowed } from '../unsafe/names.ts'
import type { Part } from './layout.ts'
import { pointerOf, unsafePointer } from './pointer.ts'
import type { Term } from './state.ts'

/** Writes expressions of the new code, and remembers what they ask for. */
export interface Writer {
  readonly types: PackageTypes
  /** What the words of headers that the code reads hold. */
  readonly reads: ReadonlyMap<SyntaxNode, Term>
  /** An expression of the source with its reads replaced, spaced as gofmt does inside a call of several arguments. */
  tight(node: SyntaxNode): string
  /** The same as the right side of an operation: in parentheses where it is one itself. */
  grouped(node: SyntaxNode): string
  /** A Len or Cap. */
  count(term: Term): string
  /** A word of a header where it is read: a uintptr or unsafe.Pointer for Data. */
  word(term: Term, part: Part, isPointer: boolean): string | undefined
  /** `unsafe.Name`, which the new code uses. */
  unsafe(name: string): string
  /** Notes that the new code uses a predeclared name. */
  usesName(name: string): void
  /** Import paths that the new code needs. */
  needs(): readonly string[]
  /** Why the new code cannot be written here; undefined when it can. */
  obstacle(goVersion: GoVersion): string | undefined
}

const SINCE: Readonly<Record<string, GoVersion>> = {
  Add: '1.17',
  Slice: '1.17',
  SliceData: '1.20',
  String: '1.20',
  StringData: '1.20',
}

export function makeWriter(
  at: SyntaxNode,
  types: PackageTypes,
  reads: ReadonlyMap<SyntaxNode, Term>,
  isData: (read: SyntaxNode) => boolean,
): Writer {
  const names = new Set<string>()
  const functions = new Set<string>()
  const unsafeName = importedName('unsafe', rootOf(at), types) ?? nameToImport(rootOf(at))
  const writer: Writer = { types, reads, tight, grouped, count, word, unsafe, usesName, needs, obstacle }
  return writer

  function unsafe(name: string): string {
    functions.add(name)
    return `${unsafeName ?? 'unsafe'}.${name}`
  }

  function needs(): readonly string[] {
    return functions.size > 0 ? ['unsafe'] : []
  }

  function usesName(name: string): void {
    names.add(name)
  }

  function obstacle(goVersion: GoVersion): string | undefined {
    if (unsafeName === undefined) return 'package unsafe has no single name in the file'
    const shadowed = [...names, unsafeName].find(name => mayBeShadowed(name, at, types))
    if (shadowed)
      return `the new code needs ${shadowed}, which may mean something else here; rename that first`
    const late = [...functions].find(name => isLater(SINCE[name], goVersion))
    if (!late) return undefined
    const since = SINCE[late]
    return `the new code needs unsafe.${late} of Go ${since}, and the file is compiled as Go ${goVersion}: see gomend playbook show go${since}`
  }

  function count(term: Term): string {
    switch (term.kind) {
      case 'own': {
        const name = term.part === 'Cap' ? 'cap' : 'len'
        usesName(name)
        return `${name}(${term.place.text})`
      }
      case 'zero':
        return '0'
      case 'value':
        return tight(term.node)
      case 'operation': {
        const right = term.right ? grouped(term.right) : '1'
        return `${groupedTerm(term.left)}${term.operator}${right}`
      }
    }
  }

  function grouped(node: SyntaxNode): string {
    const text = tight(node)
    return isOperation(node, reads) && !text.startsWith('(') ? `(${text})` : text
  }

  function groupedTerm(term: Term): string {
    const text = count(term)
    return isTermOperation(term, reads) ? `(${text})` : text
  }

  function word(term: Term, part: Part, isPointer: boolean): string | undefined {
    if (part !== 'Data') return count(term)
    const pointer = pointerOf(term, writer)
    if (typeof pointer === 'string') return undefined
    if (pointer.kind === 'integer' && !isPointer) return pointer.text
    const text = pointer.kind === 'nil' ? `${unsafe('Pointer')}(nil)` : unsafePointer(pointer, writer)
    if (isPointer) return text
    usesName('uintptr')
    return `uintptr(${text})`
  }

  function tight(node: SyntaxNode): string {
    const read = reads.get(node)
    if (read) {
      const text = word(read, isData(node) ? 'Data' : 'Len', isPointerTyped(node, types))
      const isPart = node.parent?.type === 'binary_expression' || node.parent?.type === 'unary_expression'
      return isPart && isTermOperation(read, reads) ? `(${text})` : (text ?? node.text)
    }
    if (node.children.length === 0) return node.text
    if (node.type === 'binary_expression') {
      const [left, operator, right] = node.children
      if (left && operator && right && node.children.length === 3 && isTightOperator(operator.type, right))
        return `${tight(left)}${operator.type}${tight(right)}`
    }
    let text = ''
    let index = node.startIndex
    const source = node.text
    for (const child of node.children) {
      text += source.slice(index - node.startIndex, child.startIndex - node.startIndex) + tight(child)
      index = child.endIndex
    }
    return text + source.slice(index - node.startIndex)
  }
}

/** A file that does not import package unsafe will, under its own name. */
function nameToImport(root: SyntaxNode): string | undefined {
  const isImported = root
    .descendantsOfType('import_spec')
    .some(spec => spec.childForFieldName('path')?.text.slice(1, -1) === 'unsafe')
  return isImported ? undefined : 'unsafe'
}

function isLater(since: GoVersion | undefined, goVersion: GoVersion): boolean {
  return since !== undefined && Number(since.slice(2)) > Number(goVersion.slice(2))
}

function isTightOperator(operator: string, right: SyntaxNode): boolean {
  if (!/^(?:[-+*/%|^&]|<<|>>|&\^)$/.test(operator)) return false
  const first = right.text[0] ?? ''
  return !(operator + first).match(/^(?:\/\*|&&|&\^|\+\+|--)$/)
}

function isTermOperation(term: Term, reads: ReadonlyMap<SyntaxNode, Term>): boolean {
  return term.kind === 'operation' || (term.kind === 'value' && isOperation(term.node, reads))
}

function isOperation(node: SyntaxNode, reads: ReadonlyMap<SyntaxNode, Term>): boolean {
  const read = reads.get(inner(node))
  return read ? isTermOperation(read, reads) : /^(?:binary|unary)_expression$/.test(node.type)
}

/** Reports whether a read word is an unsafe.Pointer and not a uintptr. */
export function isPointerTyped(node: SyntaxNode, types: PackageTypes): boolean {
  const type = types.typeOf(node)
  return type.kind === 'basic' && type.name === 'unsafe.Pointer'
}

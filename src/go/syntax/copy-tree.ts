import type { SyntaxNode } from './tree.ts'

/** The part of tree-sitter's cursor that both bindings share. */
export interface Cursor {
  readonly nodeType: string
  readonly nodeTypeId: number
  readonly nodeIsNamed: boolean
  readonly nodeIsMissing: boolean
  readonly startIndex: number
  readonly endIndex: number
  readonly currentFieldName: string | null | undefined
  /** 0 for none. */
  readonly currentFieldId: number
  gotoFirstChild(): boolean
  gotoNextSibling(): boolean
  gotoParent(): boolean
}

/** No person nests so deep; what does would exhaust the stack of everything that looks at it. */
const MAX_DEPTH = 400

/** Their text is all there is to know of them. */
const LEAVES = new Set(['interpreted_string_literal', 'raw_string_literal'])

/**
 * Copies the tree that the cursor is at the root of; what the grammar is known to misread is put right. Without
 * bodies, the block of a function declaration has no children.
 */
export function copyTree(cursor: Cursor, source: string, hasBodies: boolean): SyntaxNode {
  const names: Names = { types: new Map(), fields: new Map() }
  const root = copyNode(cursor, source, names)
  let parent = root
  let depth = 1
  if (!cursor.gotoFirstChild()) return root
  for (;;) {
    const node = copyNode(cursor, source, names)
    node.parent = parent
    if (parent.children === NONE) parent.children = [node]
    else parent.children.push(node)
    const isLeaf = LEAVES.has(node.type) || (!hasBodies && isBody(node))
    if (!isLeaf && cursor.gotoFirstChild()) {
      if (depth < MAX_DEPTH) {
        parent = node
        depth++
        continue
      }
      cursor.gotoParent()
      node.hasError = true
    }
    if (node.hasError) parent.hasError = true
    while (!cursor.gotoNextSibling()) {
      const closed = parent
      if (!closed.parent) return root
      cursor.gotoParent()
      parent = closed.parent
      depth--
      normalise(closed)
      if (closed.hasError) parent.hasError = true
    }
  }
}

function isBody({ type, parent }: PlainNode): boolean {
  return (
    type === 'block' && (parent?.type === 'function_declaration' || parent?.type === 'method_declaration')
  )
}

function copyNode(cursor: Cursor, source: string, names: Names): PlainNode {
  const { type, isNamed } = typeOf(cursor, names)
  const { startIndex, endIndex } = cursor
  const node = new PlainNode(type, isNamed, source, startIndex, endIndex)
  node.fieldName = fieldOf(cursor, names)
  // Only a missing node is empty, or a list that has nothing in it.
  node.hasError =
    type === 'ERROR' || (startIndex === endIndex && cursor.nodeIsMissing) || isTornString(node, source)
  return node
}

/** The grammar lets a string in double quotes go on in the next line, and so swallows code that stands behind a quote. */
function isTornString({ type, startIndex, endIndex }: PlainNode, source: string): boolean {
  if (type !== 'interpreted_string_literal') return false
  const newline = source.indexOf('\n', startIndex)
  return newline >= 0 && newline < endIndex
}

/** What the numbers of a grammar stand for. Each question to a cursor is a call into the parser; these are asked once. */
interface Names {
  readonly types: Map<number, { readonly type: string; readonly isNamed: boolean }>
  readonly fields: Map<number, string | undefined>
}

function typeOf(cursor: Cursor, { types }: Names) {
  const id = cursor.nodeTypeId
  const known = types.get(id) ?? { type: cursor.nodeType, isNamed: cursor.nodeIsNamed }
  types.set(id, known)
  return known
}

function fieldOf(cursor: Cursor, { fields }: Names): string | undefined {
  const id = cursor.currentFieldId
  if (id === 0) return undefined
  if (!fields.has(id)) fields.set(id, cursor.currentFieldName ?? undefined)
  return fields.get(id)
}

/**
 * The grammar reads `*(*T)(p)` as a conversion to the type `*(*T)`, where T is a slice, an array or the like.
 * A conversion to a pointer type has to have its type in parentheses (https://go.dev/ref/spec#Conversions),
 * so this is always the indirection of a conversion.
 */
function normalise(node: PlainNode): void {
  const [type, ...rest] = node.children
  if (node.type !== 'type_conversion_expression' || type?.type !== 'pointer_type') return
  const star = type.children.find(child => child.type === '*')
  const target = type.children.findLast(child => child.isNamed)
  if (!star || !target) return

  const conversion = new PlainNode(node.type, true, node.source, target.startIndex, node.endIndex)
  conversion.hasError = node.hasError
  conversion.fieldName = 'operand'
  conversion.parent = node
  conversion.children = [target, ...rest]
  for (const child of conversion.children) child.parent = conversion
  target.fieldName = 'type'
  normalise(conversion)

  star.fieldName = 'operator'
  star.parent = node
  node.type = 'unary_expression'
  node.children = [star, conversion]
}

/** The children of all leaves, which are most of the nodes. */
const NONE: PlainNode[] = []

/** A class, since a tree has hundreds of thousands of them that share their methods. */
class PlainNode implements SyntaxNode {
  type: string
  readonly isNamed: boolean
  readonly source: string
  readonly startIndex: number
  readonly endIndex: number
  fieldName: string | undefined = undefined
  hasError = false
  parent: PlainNode | undefined = undefined
  children: PlainNode[] = NONE

  constructor(type: string, isNamed: boolean, source: string, startIndex: number, endIndex: number) {
    this.type = type
    this.isNamed = isNamed
    this.source = source
    this.startIndex = startIndex
    this.endIndex = endIndex
  }

  get text(): string {
    return this.source.slice(this.startIndex, this.endIndex)
  }

  get namedChildren(): readonly SyntaxNode[] {
    return this.children.filter(child => child.isNamed)
  }

  childForFieldName(name: string): SyntaxNode | undefined {
    return this.children.find(child => child.fieldName === name)
  }

  childrenForFieldName(name: string): readonly SyntaxNode[] {
    return this.children.filter(child => child.fieldName === name && child.isNamed)
  }

  descendantsOfType(types: string | readonly string[]): readonly SyntaxNode[] {
    const wanted = typeof types === 'string' ? new Set([types]) : new Set(types)
    const found: SyntaxNode[] = []
    const pending: PlainNode[] = [this]
    for (let node = pending.pop(); node; node = pending.pop()) {
      if (wanted.has(node.type)) found.push(node)
      for (let index = node.children.length - 1; index >= 0; index--) {
        const child = node.children[index]
        if (child) pending.push(child)
      }
    }
    return found
  }
}

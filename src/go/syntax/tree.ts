/**
 * What the rest of gomend sees of a parse: the part that the native and the WebAssembly
 * binding of tree-sitter share. Offsets are UTF-16 code units into the parsed text.
 */
export interface SyntaxTree {
  readonly rootNode: SyntaxNode
}

export interface SyntaxNode {
  /** Unique within its tree. */
  readonly id: number
  readonly type: string
  readonly isNamed: boolean
  readonly hasError: boolean
  readonly text: string
  readonly startIndex: number
  readonly endIndex: number
  readonly parent: SyntaxNode | null
  readonly childCount: number
  readonly namedChildCount: number
  readonly namedChildren: readonly SyntaxNode[]
  readonly nextNamedSibling: SyntaxNode | null
  readonly previousNamedSibling: SyntaxNode | null
  child(index: number): SyntaxNode | null
  namedChild(index: number): SyntaxNode | null
  childForFieldName(name: string): SyntaxNode | null
  descendantsOfType(types: string | readonly string[]): readonly SyntaxNode[]
}

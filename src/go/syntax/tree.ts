/**
 * A parse as plain data: the tree of tree-sitter, copied once, so that questions about it cost no calls into the
 * parser and both bindings look the same. Offsets are UTF-16 code units into the parsed text.
 */
export interface SyntaxTree {
  readonly rootNode: SyntaxNode
}

export interface SyntaxNode {
  readonly type: string
  readonly isNamed: boolean
  /** What this node is to its parent, as the grammar names it. */
  readonly fieldName: string | undefined
  /** Whether a part of this node could not be parsed, or is nested too deeply to be looked at. */
  readonly hasError: boolean
  readonly text: string
  readonly startIndex: number
  readonly endIndex: number
  readonly parent: SyntaxNode | undefined
  /** Comments are children too, wherever they stand. */
  readonly children: readonly SyntaxNode[]
  readonly namedChildren: readonly SyntaxNode[]
  /** The first child with that field name; an operator is an anonymous node. */
  childForFieldName(name: string): SyntaxNode | undefined
  /** The named children with that field name: those of a list, without its commas. */
  childrenForFieldName(name: string): readonly SyntaxNode[]
  /** In source order, this node included. */
  descendantsOfType(types: string | readonly string[]): readonly SyntaxNode[]
}

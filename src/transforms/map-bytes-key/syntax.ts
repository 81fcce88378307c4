import type { SyntaxNode } from '../../go/syntax/tree.ts'

/** The parts of a node that are neither punctuation nor comments. */
export function partsOf(node: SyntaxNode | undefined): readonly SyntaxNode[] {
  return node?.namedChildren.filter(({ type }) => type !== 'comment') ?? []
}

/** The expression inside any parentheses. */
export function inside(node: SyntaxNode): SyntaxNode {
  const [inner] = node.type === 'parenthesized_expression' ? partsOf(node) : []
  return inner ? inside(inner) : node
}

/** The expression with all parentheses around it. */
export function withParentheses(node: SyntaxNode): SyntaxNode {
  return node.parent?.type === 'parenthesized_expression' ? withParentheses(node.parent) : node
}

/** The function declaration, method declaration or function literal around a node. */
export function functionAround(node: SyntaxNode): SyntaxNode | undefined {
  let outer = node.parent
  while (outer && !/^(func_literal|function_declaration|method_declaration)$/.test(outer.type))
    outer = outer.parent
  return outer
}

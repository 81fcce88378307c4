import type { SyntaxNode } from './tree.ts'

/** The expression without the parentheses around it. */
export function inner(node: SyntaxNode): SyntaxNode {
  if (node.type !== 'parenthesized_expression') return node
  const [only] = partsOf(node)
  return only ? inner(only) : node
}

/** The expression with all parentheses around it. */
export function outer(node: SyntaxNode): SyntaxNode {
  return node.parent?.type === 'parenthesized_expression' ? outer(node.parent) : node
}

/** The children that are neither punctuation nor comments; none where there is no node. */
export function partsOf(node: SyntaxNode | undefined): readonly SyntaxNode[] {
  return node?.children.filter(child => child.isNamed && child.type !== 'comment') ?? []
}

/** The arguments of a call; undefined when the node is none. */
export function argumentsOf(node: SyntaxNode): readonly SyntaxNode[] | undefined {
  const list = node.type === 'call_expression' ? node.childForFieldName('arguments') : undefined
  return list && partsOf(list)
}

/** The operand of a unary expression with this operator, parentheses aside. */
export function operandOf(node: SyntaxNode, operator: '&' | '*'): SyntaxNode | undefined {
  const unary = inner(node)
  if (unary.type !== 'unary_expression') return undefined
  if (unary.childForFieldName('operator')?.type !== operator) return undefined
  const operand = unary.childForFieldName('operand')
  return operand && inner(operand)
}

/** Reports whether a node is a division or a shift, which may panic for what stands on the right. */
export function isDivision(node: SyntaxNode): boolean {
  return /^(?:\/|%|<<|>>)$/.test(node.childForFieldName('operator')?.type ?? '')
}

/** The innermost statement around a node that stands in a list of statements. */
export function statementAround(node: SyntaxNode): SyntaxNode | undefined {
  let statement = node
  while (statement.parent && statement.parent.type !== 'statement_list') statement = statement.parent
  return statement.parent ? statement : undefined
}

/** The function, method or function literal whose body holds the node. */
export function functionAround(node: SyntaxNode): SyntaxNode | undefined {
  let around = node.parent
  while (around && !FUNCTIONS.has(around.type)) around = around.parent
  return around
}

const FUNCTIONS = new Set(['function_declaration', 'method_declaration', 'func_literal'])

/** Reports whether one node is inside the other, or is it. */
export function isWithin(node: SyntaxNode, around: SyntaxNode): boolean {
  for (let up: SyntaxNode | undefined = node; up; up = up.parent) if (up === around) return true
  return false
}

/** The whole file that holds the node. */
export function rootOf(node: SyntaxNode): SyntaxNode {
  let root = node
  while (root.parent) root = root.parent
  return root
}

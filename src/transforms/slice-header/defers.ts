import { functionAround } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'

/** Reports whether the function around a node defers calls, which may see what a panic leaves behind. */
export function hasDefer(node: SyntaxNode): boolean {
  const around = functionAround(node)
  return around !== undefined && around.descendantsOfType('defer_statement').length > 0
}

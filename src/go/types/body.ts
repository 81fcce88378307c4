import type { SyntaxNode } from '../syntax/tree.ts'
import type { Context } from './resolver.ts'
import type { Signature } from './signature.ts'
import { checkStatements, recordLabels } from './statement.ts'

/** Looks at everything in a function's body, once. A body that could not be parsed stays unknown as a whole. */
export function checkFunctionBody(node: SyntaxNode, signature: Signature, context: Context): void {
  const { specs } = context.resolver
  if (specs.has(node)) return
  specs.set(node, true)
  const body = node.childForFieldName('body')
  if (!body || node.hasError) return
  recordLabels(body, context)
  // Parameters and what the outermost block of the body declares share one block.
  checkStatements(body, { ...context, scope: signature.scope })
}

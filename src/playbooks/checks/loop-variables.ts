import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { CheckStep } from '../../playbook.ts'

/**
 * Finds loop variables that a closure uses or whose address is taken in the loop: only there can it be noticed
 * that each iteration has a variable of its own (https://go.dev/blog/loopvar-preview).
 */
export const loopVariables: Pick<CheckStep, 'mentions' | 'find'> = {
  mentions: [{ literal: 'for ', pattern: /\bfor\b[^{]*:=/ }],
  *find(file) {
    for (const loop of file.tree.rootNode.descendantsOfType('for_statement')) {
      const body = loop.childForFieldName('body')
      if (!body) continue
      for (const name of declaredNames(loop)) {
        const use = firstCapture(body, name.text)
        if (!use) continue
        const { startIndex, endIndex } = name
        yield {
          at: { path: file.path, startIndex, endIndex },
          message: `loop variable ${name.text}, ${use === 'closure' ? 'used in a closure' : 'whose address is taken'}`,
        }
      }
    }
  },
}

/** The identifiers that a loop declares with `:=`. */
function declaredNames(loop: SyntaxNode): readonly SyntaxNode[] {
  const clause = loop.namedChildren.find(({ type }) => type === 'range_clause' || type === 'for_clause')
  const declaration = clause?.type === 'for_clause' ? clause.childForFieldName('initializer') : clause
  const left = declaration?.childForFieldName('left')
  if (!declaration || !left || !declaresHere(declaration, left)) return []
  return left.namedChildren.filter(({ type, text }) => type === 'identifier' && text !== '_')
}

function declaresHere(declaration: SyntaxNode, left: SyntaxNode): boolean {
  return declaration.text
    .slice(left.endIndex - declaration.startIndex)
    .trimStart()
    .startsWith(':=')
}

function firstCapture(body: SyntaxNode, name: string): 'closure' | 'address' | undefined {
  for (const closure of body.descendantsOfType('func_literal'))
    if (closure.descendantsOfType('identifier').some(({ text }) => text === name)) return 'closure'
  for (const unary of body.descendantsOfType('unary_expression')) {
    if (unary.childForFieldName('operator')?.text !== '&') continue
    if (rootOf(unary.childForFieldName('operand'))?.text === name) return 'address'
  }
  return undefined
}

/** `v` of `v`, `v.f` and `v[i]`: an address into a variable keeps it alive like its own. */
function rootOf(node: SyntaxNode | undefined): SyntaxNode | undefined {
  if (node?.type === 'selector_expression' || node?.type === 'index_expression')
    return rootOf(node.childForFieldName('operand'))
  return node
}

import { partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { type Finder, siteOf } from './uses.ts'

/** A result used in the statement after its call, before the error is looked at. */
export const usesBeforeErrorCheck: Finder = {
  mentions: [{ literal: 'err :=', pattern: /, err :?= / }],
  *find(file) {
    for (const list of file.tree.rootNode.descendantsOfType(['statement_list', 'block'])) {
      const statements = partsOf(list)
      for (const [index, assignment] of statements.entries()) {
        const [next, after] = statements.slice(index + 1)
        const used = next && after && usedTooEarly(assignment, next, after)
        if (used) yield siteOf(file, next, `${used} is used before err is looked at`)
      }
    }
  },
}

function usedTooEarly(assignment: SyntaxNode, next: SyntaxNode, after: SyntaxNode): string | undefined {
  if (assignment.type !== 'short_var_declaration' && assignment.type !== 'assignment_statement') return
  const names = assignment.childForFieldName('left')?.namedChildren.map(({ text }) => text) ?? []
  if (names.length < 2 || names.at(-1) !== 'err' || !after.text.startsWith('if err != nil')) return
  if (/^(if|return)\b/.test(next.text) || mentionsName(next, 'err')) return
  return names.slice(0, -1).find(name => name !== '_' && dereferences(next, name))
}

function mentionsName(node: SyntaxNode, name: string): boolean {
  return node.descendantsOfType('identifier').some(({ text }) => text === name)
}

function dereferences(node: SyntaxNode, name: string): boolean {
  return node
    .descendantsOfType('selector_expression')
    .some(selector => selector.childForFieldName('operand')?.text === name)
}

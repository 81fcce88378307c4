import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { type Finder, siteOf } from './uses.ts'

/** What can tell one variable for the whole loop from one for each iteration. */
const USES = {
  closure: 'used in a closure',
  address: 'whose address is taken',
  method: 'with a method that starts or is put off in the loop; it may have a pointer receiver',
}

/**
 * Finds loop variables that a closure uses or whose address is taken in the loop: only there can it be noticed
 * that each iteration has a variable of its own (https://go.dev/blog/loopvar-preview).
 */
export const loopVariables: Finder = {
  mentions: [{ literal: 'for ', pattern: /\bfor\b[^{]*:=/ }],
  *find(file) {
    for (const loop of file.tree.rootNode.descendantsOfType('for_statement')) {
      const body = loop.childForFieldName('body')
      if (!body) continue
      for (const name of declaredNames(loop)) {
        const use = firstCapture(loop, body, name.text)
        if (use) yield siteOf(file, name, `loop variable ${name.text}, ${USES[use]}`)
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

function firstCapture(loop: SyntaxNode, body: SyntaxNode, name: string): keyof typeof USES | undefined {
  // The condition and the last part of a loop with three clauses may have a closure, too.
  for (const closure of loop.descendantsOfType('func_literal'))
    if (closure.descendantsOfType('identifier').some(({ text }) => text === name)) return 'closure'
  for (const unary of body.descendantsOfType('unary_expression')) {
    if (unary.childForFieldName('operator')?.text !== '&') continue
    if (rootOf(unary.childForFieldName('operand'))?.text === name) return 'address'
  }
  // Slicing an array takes its address; all of a slice or a string is hardly ever written like that.
  for (const slice of body.descendantsOfType('slice_expression'))
    if (/\[\s*:\s*\]$/.test(slice.text) && rootOf(slice.childForFieldName('operand'))?.text === name)
      return 'address'
  for (const statement of body.descendantsOfType(['go_statement', 'defer_statement'])) {
    const called = statement.namedChildren[0]?.childForFieldName('function')
    if (called?.type === 'selector_expression' && rootOf(called)?.text === name) return 'method'
  }
  return undefined
}

/** `v` of `v`, `v.f` and `v[i]`: an address into a variable keeps it alive like its own. */
function rootOf(node: SyntaxNode | undefined): SyntaxNode | undefined {
  if (node?.type === 'selector_expression' || node?.type === 'index_expression')
    return rootOf(node.childForFieldName('operand'))
  return node
}

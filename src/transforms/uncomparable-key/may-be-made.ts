import { importNames } from '../../go/imports.ts'
import { argumentsOf, inner, operandOf, partsOf } from '../../go/syntax/expression.ts'
import { givenValues } from '../../go/syntax/given-values.ts'
import type { SyntaxNode, SyntaxTree } from '../../go/syntax/tree.ts'

/**
 * Makes a function that reports whether a key may be printed, or made in a loop, told without types: by fmt.Sprint and
 * its like, by a function that has a name of `functions`, or of what a loop writes to.
 */
export function makeMayBeMade(
  { tree }: { readonly tree: SyntaxTree },
  declaration: SyntaxNode,
  functions: ReadonlySet<string>,
): (key: SyntaxNode) => boolean {
  const imported = importNames(tree.rootNode)
  const given = givenValues(declaration)
  const written = writtenInLoops(declaration)
  return key => mayBeMade(key, [])

  function mayBeMade(expression: SyntaxNode, seen: readonly string[]): boolean {
    const node = inner(expression)
    if (node.descendantsOfType('identifier').some(({ text }) => written.has(text))) return true
    const callee = node.childForFieldName('function')
    if (node.type === 'call_expression' && callee) {
      const [first] = argumentsOf(node) ?? []
      return makesText(inner(callee)) || (first !== undefined && mayBeMade(first, seen))
    }
    if (node.type !== 'identifier' || seen.includes(node.text)) return false
    return given.get(node.text)?.some(value => mayBeMade(value, [...seen, node.text])) ?? false
  }

  function makesText(callee: SyntaxNode): boolean {
    const name = callee.childForFieldName('field')
    if (!name) return functions.has(callee.text)
    if (/^Sprint(?:f|ln)?$/.test(name.text)) return true
    const from = callee.childForFieldName('operand')?.text ?? ''
    return functions.has(name.text) && (!imported.has(from) || given.has(from))
  }
}

const FUNCTION = /^func\s*(?:\([^)]*\)\s*)?([\p{L}_][\p{L}\p{Nd}_]*)/gmu

/** The names of the functions and methods that texts declare. */
export function declaredFunctions(files: readonly { readonly text: string }[]): ReadonlySet<string> {
  return new Set(files.flatMap(({ text }) => [...text.matchAll(FUNCTION)].map(([, name = '']) => name)))
}

/** The names of what is assigned to, or written to, inside loops over something. */
function writtenInLoops(declaration: SyntaxNode): ReadonlySet<string> {
  const written = new Set<string>()
  for (const range of declaration.descendantsOfType('range_clause')) {
    const block = range.parent?.childForFieldName('body')
    for (const statement of block?.descendantsOfType('assignment_statement') ?? []) {
      const [target] = partsOf(statement.childForFieldName('left'))
      if (target) written.add(inner(target).text)
    }
    for (const call of block?.descendantsOfType('call_expression') ?? []) {
      const method = call.childForFieldName('function')
      const name = method?.childForFieldName('field')?.text ?? ''
      const receiver = method?.childForFieldName('operand')
      const [first] = argumentsOf(call) ?? []
      if (receiver && name.startsWith('Write')) written.add(inner(receiver).text)
      if (first && name.startsWith('Fprint')) written.add((operandOf(first, '&') ?? inner(first)).text)
    }
  }
  return written
}

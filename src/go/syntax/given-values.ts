import { inner, partsOf } from './expression.ts'
import type { SyntaxNode } from './tree.ts'

/**
 * What names are given, or what a range clause takes their elements from, by the text of the name: other variables of the
 * same name have theirs here too.
 */
export type GivenValues = ReadonlyMap<string, readonly SyntaxNode[]>

/**
 * Everything that names are given inside a node by declarations, assignments and range clauses. It asks no types, so
 * that what cannot be a finding is told before any is worked out.
 */
export function givenValues(node: SyntaxNode): GivenValues {
  const all = new Map<string, SyntaxNode[]>()
  for (const giving of node.descendantsOfType(GIVING)) {
    const isSpec = giving.type === 'var_spec'
    const names = isSpec ? giving.childrenForFieldName('name') : partsOf(giving.childForFieldName('left'))
    const right = giving.childForFieldName(isSpec ? 'value' : 'right')
    const values = giving.type === 'range_clause' && right ? [right] : partsOf(right)
    for (const [index, name] of names.entries()) {
      const value = values.length === names.length ? values[index] : values[0]
      if (!value) continue
      const { text } = inner(name)
      const known = all.get(text)
      if (known) known.push(value)
      else all.set(text, [value])
    }
  }
  return all
}

const GIVING = ['short_var_declaration', 'assignment_statement', 'var_spec', 'range_clause']

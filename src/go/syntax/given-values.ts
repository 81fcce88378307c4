import { inner, partsOf } from './expression.ts'
import type { SyntaxNode } from './tree.ts'

/** An expression that a name is given: as its value, or as what a range clause takes its elements from. */
export interface GivenValue {
  readonly value: SyntaxNode
  readonly isRanged: boolean
}

/** What names are given, by the text of the name: other variables of the same name have theirs here too. */
export type GivenValues = ReadonlyMap<string, readonly GivenValue[]>

/**
 * Everything that names are given inside a node by declarations, assignments and range clauses. It asks no types, so
 * that what cannot be a finding is told before any is worked out.
 */
export function givenValues(node: SyntaxNode): GivenValues {
  const all = new Map<string, GivenValue[]>()
  for (const giving of node.descendantsOfType(GIVING)) {
    const isSpec = giving.type === 'var_spec'
    const names = isSpec ? giving.childrenForFieldName('name') : partsOf(giving.childForFieldName('left'))
    const right = giving.childForFieldName(isSpec ? 'value' : 'right')
    const isRanged = giving.type === 'range_clause'
    const values = isRanged && right ? [right] : partsOf(right)
    for (const [index, name] of names.entries()) {
      const value = values.length === names.length ? values[index] : values[0]
      if (!value) continue
      const { text } = inner(name)
      const known = all.get(text)
      if (known) known.push({ value, isRanged })
      else all.set(text, [{ value, isRanged }])
    }
  }
  return all
}

const GIVING = ['short_var_declaration', 'assignment_statement', 'var_spec', 'range_clause']

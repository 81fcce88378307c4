import { partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { Solution } from './solve.ts'

/** All values that are written to a header, those of its literal too, whether they last or not. */
export function valuesOf({ header: { origin, uses } }: Solution): readonly SyntaxNode[] {
  const literal = origin.kind === 'new' ? origin.literal : undefined
  const written = uses.flatMap(use => (use.kind === 'write' && use.value ? [use.value] : []))
  return [literal, ...written].flatMap(value => (value ? elementsOf(value) : []))
}

function elementsOf(value: SyntaxNode): readonly SyntaxNode[] {
  if (value.type !== 'composite_literal') return [value]
  return partsOf(value.childForFieldName('body')).flatMap(element => {
    const [first, second] = partsOf(element)
    const content = element.type === 'keyed_element' ? second && partsOf(second)[0] : first
    return content ? [content] : []
  })
}

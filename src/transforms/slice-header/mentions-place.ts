import { isWithin } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { Place } from './place.ts'
import { isSizeCall } from './size.ts'
import type { Term } from './state.ts'
import type { Checking } from './term-changes.ts'

/** Reports whether code names the variable of a place, reads of headers and sizes left out. */
export function mentions(node: SyntaxNode, place: Place, { types, reads }: Checking): boolean {
  const roots = place.node.descendantsOfType('identifier')
  if (place.node.type !== 'identifier')
    return node.text.includes(place.node.text) && !onlyReads(node, place, reads)
  const root = roots[0] && types.objectOf(roots[0])
  return node.descendantsOfType('identifier').some(name => {
    if (name.text !== roots[0]?.text || types.objectOf(name) !== root) return false
    for (let up: SyntaxNode | undefined = name; up; up = up.parent) {
      if (reads.has(up) || isSizeCall(types, up) || isViewOf(up, place)) return false
      if (up === node) return true
    }
    return true
  })
}

function onlyReads(node: SyntaxNode, place: Place, reads: ReadonlyMap<SyntaxNode, Term>): boolean {
  let text = node.text
  for (const read of reads.keys()) if (isWithin(read, node)) text = text.replace(read.text, '')
  return (
    !text.includes(place.node.text) ||
    new RegExp(`unsafe\\.Pointer\\(&?\\(?${escaped(place.node.text)}\\)?\\)`).test(text)
  )
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** `&x` inside the conversion that makes a header of it. */
function isViewOf(node: SyntaxNode, place: Place): boolean {
  return (
    node.type === 'unary_expression' &&
    node.text === `&${place.node.text}` &&
    node.parent?.type === 'argument_list'
  )
}

import { inner, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { objectAt } from '../../go/types/callee.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Place } from './place.ts'
import type { Rewrite } from './rewrite.ts'
import { valuesOf } from './values.ts'
import type { Work } from './work.ts'

/** Why the new code would mean something else, whatever a person thinks of it; undefined when nothing speaks against it. */
export function obstacleIn(work: Work, { made }: Rewrite): string | undefined {
  const { solutions, reads, whole, types } = work
  if (whole.descendantsOfType('goto_statement').length > 0)
    return 'the function has a goto, by which code runs in another order than it is written'
  const places = solutions.flatMap(({ header: { origin } }) => (origin.kind === 'new' ? [] : [origin.place]))
  for (const place of places) {
    const reason = placeObstacle(place, types)
    if (reason) return reason
  }
  for (const node of [...places.map(({ node }) => node), ...solutions.flatMap(valuesOf)]) {
    const name = ambiguousName(node, whole, types)
    if (name) return `${name} means more than one thing in this function; rename one of them`
  }
  if (made.some(({ text, capacity }) => text === 'nil' || (text === '""' && capacity.kind !== 'zero')))
    return 'what it makes is nil, and perhaps without a type; write that by hand'
  for (const { header, casts } of solutions) {
    const hasCap =
      header.origin.kind === 'new' && casts.some(({ state }) => isUnset(state.Data.kind, state.Cap.kind))
    if (hasCap) return 'it has a Cap and no Data'
  }
  for (const [node, { part, term }] of reads) {
    const isConstant = term.kind === 'zero' || (term.kind === 'value' && types.constantOf(inner(term.node)))
    if (part !== 'Data' && isConstant) return `${node.text} reads memory, and would become a constant`
  }
  return undefined
}

function isUnset(data: string, capacity: string): boolean {
  return data === 'zero' && capacity !== 'zero'
}

function placeObstacle(place: Place, types: PackageTypes): string | undefined {
  if (place.kind === 'string' && place.type.kind !== 'basic')
    return `the type of ${place.text} has a name, and package unsafe makes plain strings`
  const doer = place.node
    .descendantsOfType(['call_expression', 'func_literal', 'composite_literal', 'unary_expression'])
    .find(node => node.type !== 'unary_expression' || node.childForFieldName('operator')?.type === '<-')
  const callee = doer?.type === 'call_expression' ? doer.childForFieldName('function') : undefined
  if (callee && objectAt(types, callee)?.kind === 'type') return undefined
  return (
    doer &&
    `${place.text} is worked out by ${doer.text.split('\n')[0]}, which would happen more or less often`
  )
}

/** A name in an expression that some other declaration in the function has as well. */
function ambiguousName(expression: SyntaxNode, whole: SyntaxNode, types: PackageTypes): string | undefined {
  for (const name of expression.descendantsOfType(['identifier', 'type_identifier'])) {
    const object = types.objectOf(name)
    if (!object || (object.kind === 'var' && object.isField)) continue
    const isOther = whole.descendantsOfType(['identifier', 'type_identifier']).some(other => {
      if (other.text !== name.text || isName(other) || other.parent?.type === 'qualified_type') return false
      const meant = types.objectOf(other)
      return meant !== object && !(meant?.kind === 'var' && meant.isField) && !isKey(other)
    })
    if (isOther) return name.text
  }
  return undefined
}

// Name: value, in a literal.
function isKey(name: SyntaxNode): boolean {
  const element = name.parent
  return element?.fieldName === 'key' && partsOf(element).length === 1
}

/** The name of the function itself, which is no name inside it. */
function isName({ parent, fieldName }: SyntaxNode): boolean {
  return parent?.type === 'function_declaration' && fieldName === 'name'
}

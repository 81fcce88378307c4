import { isDivision, isWithin, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { calleeOf, objectAt } from '../../go/types/callee.ts'
import { conversionOf } from '../unsafe/conversion.ts'
import { isCalm } from './calm.ts'
import { isHarmlessCall } from './purity.ts'
import type { Solution } from './solve.ts'
import { valuesOf } from './values.ts'
import type { Work } from './work.ts'

/**
 * Reports whether a panic of what makes the headers comes where it came: there is one kind of panic only, and nothing
 * else in the statements happens before it now, or decides whether it happens.
 */
export function arePanicsInPlace(work: Work, statements: readonly SyntaxNode[]): boolean {
  const values = work.solutions.flatMap(valuesOf).filter(value => !isCalm(value, work.types, work))
  const moved = work.solutions.filter(solution => isMoved(solution, work))
  const causes = new Set([
    ...values.map(value => causeOf(value, work)),
    ...moved.map(({ header }) =>
      header.origin.kind === 'new' ? 'nil' : causeOf(header.origin.place.node, work),
    ),
  ])
  if (causes.size === 0) return true
  if (causes.size > 1) return false
  const own = new Set<SyntaxNode>(values)
  const others = new Set<SyntaxNode>()
  for (const solution of work.solutions)
    for (const { node } of solution.header.uses)
      (moved.includes(solution) || !isPointer(solution) ? own : others).add(node)
  const using = statements.filter(statement =>
    [...own].some(node => isWithin(node, statement) && !isMaking(node, work)),
  )
  const hasWrites = work.solutions.some(({ header }) => header.uses.some(({ kind }) => kind === 'write'))
  // A panic of a value comes with the last statement now, after what the others do.
  if (values.length > 0 && using.slice(0, -1).some(statement => doesMore(statement, work))) return false
  return (hasWrites ? using : using.slice(0, 1)).every(isUndisturbed)

  /** Reports whether a statement does nothing else before it comes to what is its own, and always comes to it. */
  function isUndisturbed(node: SyntaxNode): boolean {
    if (own.has(node) || node.fieldName === 'type') return true
    if (others.has(node)) return false
    if (node.type === 'expression_list') return partsOf(node).every(isUndisturbed)
    if (![...own].some(each => isWithin(each, node))) return isName(node) || isCalm(node, work.types, work)
    if (node.type === 'func_literal') return false
    if (node.type === 'binary_expression') {
      const isChoice = /^(?:&&|\|\|)$/.test(node.childForFieldName('operator')?.type ?? '')
      const right = node.childForFieldName('right')
      if (isChoice && [...own].some(each => right && isWithin(each, right))) return false
    }
    return partsOf(node).every(part => (isPlainCallee(part) ? true : isUndisturbed(part)))
  }

  /** The name of a function or type, which evaluates nothing. */
  function isPlainCallee(node: SyntaxNode): boolean {
    if (node.fieldName !== 'function' || !node.parent) return false
    if (conversionOf(node.parent, work.types)) return true
    const object = calleeOf(work.types, node.parent)
    return object?.kind === 'builtin' || (object?.kind === 'func' && !object.isMethod)
  }

  function isName(node: SyntaxNode): boolean {
    return node.type === 'field_identifier' || objectAt(work.types, node)?.kind === 'package'
  }
}

/** Reports whether a statement does more than to write to headers or to declare variables. */
function doesMore(statement: SyntaxNode, { solutions, types }: Work): boolean {
  if (solutions.some(({ removed }) => removed.includes(statement))) return false
  if (!/^(?:short_var|var)_declaration$/.test(statement.type)) return true
  return statement
    .descendantsOfType(['call_expression', 'unary_expression'])
    .some(node =>
      node.type === 'call_expression'
        ? !isHarmlessCall(node, types)
        : node.childForFieldName('operator')?.type === '<-',
    )
}

function isMaking(node: SyntaxNode, { solutions }: Work): boolean {
  return solutions.some(
    ({ header: { declaration } }) => declaration !== undefined && isWithin(node, declaration),
  )
}

/** Reports whether what a header is of may panic at another place now. */
function isMoved(solution: Solution, work: Work): boolean {
  const { origin, uses } = solution.header
  if (origin.kind === 'new') return false
  if (!isCalm(origin.place.node, work.types, work)) return true
  if (!isPointer(solution)) return false
  return (
    origin.kind === 'copy' ||
    uses.some(({ kind, node }) => kind === 'write' || (kind === 'read' && isWritten(node, work)))
  )
}

/** What a pointer points to is looked up where the header is used. */
function isPointer({ header: { origin } }: Solution): boolean {
  return origin.kind !== 'new' && origin.place.text !== origin.place.node.text
}

function isWritten(read: SyntaxNode, { solutions }: Work): boolean {
  return solutions.flatMap(valuesOf).some(value => isWithin(read, value))
}

/** Nil pointers all panic alike; of other panics the text says what was evaluated. */
function causeOf(node: SyntaxNode, { types }: Work): string {
  const isOther = [node, ...node.descendantsOfType(OTHERS)].some(
    each =>
      OTHERS.includes(each.type) &&
      (each.type !== 'binary_expression' || isDivision(each)) &&
      !conversionOf(each, types),
  )
  return isOther ? node.text : 'nil'
}

const OTHERS = ['index_expression', 'slice_expression', 'binary_expression', 'type_assertion_expression']

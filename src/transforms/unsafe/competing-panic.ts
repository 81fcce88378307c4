import { functionAround, isDivision, isWithin } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { evaluatedWith } from './competing-call.ts'

/** What to say where an expression, which `name` stands for, and something beside it may both panic, in other words. */
export function panicCaution(types: PackageTypes, node: SyntaxNode, name: string): string | undefined {
  const panic = competingPanic(types, node)
  return (
    panic &&
    `where both ${panic.text.split('\n')[0]} and ${name} panic, Go does not say which of the two does`
  )
}

/**
 * Something in the same statement that may panic, in other words than an expression may: where both do, Go does not say
 * which of the two panics. Undefined when there is none.
 */
function competingPanic(types: PackageTypes, node: SyntaxNode): SyntaxNode | undefined {
  const all = evaluatedWith(node)
    .descendantsOfType(PANICKING)
    .filter(each => functionAround(each) === functionAround(node) && mayPanic(types, each))
  const own = new Set(all.filter(each => isWithin(each, node)).map(each => causeOf(types, each)))
  if (own.size === 0) return undefined
  return all.find(
    each =>
      !isWithin(each, node) && !isWithin(node, each) && (own.size > 1 || !own.has(causeOf(types, each))),
  )
}

const PANICKING = [
  'binary_expression',
  'index_expression',
  'selector_expression',
  'slice_expression',
  'type_assertion_expression',
  'unary_expression',
]

function mayPanic(types: PackageTypes, node: SyntaxNode): boolean {
  const operand = node.childForFieldName('operand')
  const kind = operand && underlyingOf(types.typeOf(operand)).kind
  switch (node.type) {
    case 'binary_expression': {
      const right = node.childForFieldName('right')
      return isDivision(node) && right !== undefined && !types.constantOf(right)
    }
    case 'index_expression': {
      const index = node.childForFieldName('index')
      return kind !== 'map' && !(kind === 'array' && index && types.constantOf(index))
    }
    case 'selector_expression':
      return kind === 'pointer'
    case 'unary_expression':
      return node.childForFieldName('operator')?.type === '*'
    default:
      return true
  }
}

/** Nil pointers all panic alike. */
function causeOf(types: PackageTypes, node: SyntaxNode): string {
  const operand = node.childForFieldName('operand')
  const isPointer = operand && underlyingOf(types.typeOf(operand)).kind === 'pointer'
  return node.type === 'unary_expression' || (node.type === 'selector_expression' && isPointer)
    ? 'nil'
    : node.text
}

import { argumentsOf, inner, isDivision, operandOf, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { builtinOf } from '../../go/types/callee.ts'
import { wholeNumber } from '../../go/types/constant.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { conversionOf } from '../unsafe/conversion.ts'
import { isOwnField } from './own-field.ts'
import { isSizeCall } from './size.ts'
import type { Work } from './work.ts'

/** Reports whether evaluating an expression neither does anything nor can panic, and its value is that of local variables. */
export function isCalm(value: SyntaxNode, types: PackageTypes, work: Work): boolean {
  return isEven(value, types, work, false)
}

/** The same, but that it may panic. */
export function isSteady(value: SyntaxNode, types: PackageTypes, work: Work): boolean {
  return isEven(value, types, work, true)
}

function isEven(value: SyntaxNode, types: PackageTypes, work: Work, mayPanic: boolean): boolean {
  const node = inner(value)
  const every = (nodes: readonly SyntaxNode[]) => nodes.every(part => isEven(part, types, work, mayPanic))
  if (work.reads.has(node) || types.constantOf(node) || isSizeCall(types, node)) return true
  const conversion = conversionOf(node, types)
  if (conversion) {
    const isOfSlice = underlyingOf(types.typeOf(conversion.operand)).kind === 'slice'
    // It panics when the slice is too short for the array.
    if (isOfSlice && /^(?:array|pointer)$/.test(underlyingOf(conversion.target).kind)) return false
    return every([conversion.operand])
  }
  switch (node.type) {
    case 'identifier':
    case 'nil':
      return true
    case 'binary_expression': {
      const right = node.childForFieldName('right')
      // By a number that is known, and is not 0 or negative.
      const isSound = right !== undefined && (wholeNumber(types.constantOf(right)) ?? 0n) > 0n
      return (mayPanic || isSound || !isDivision(node)) && every(partsOf(node))
    }
    case 'unary_expression': {
      if (operandOf(node, '*')) return mayPanic && every(partsOf(node))
      return node.childForFieldName('operator')?.type !== '<-' && every(partsOf(node))
    }
    case 'selector_expression': {
      const operand = node.childForFieldName('operand')
      return operand !== undefined && (mayPanic || isOwnField(node, types)) && every([operand])
    }
    case 'index_expression':
      return mayPanic && every(partsOf(node))
    case 'call_expression': {
      const builtin = builtinOf(types, node)
      if (builtin !== 'len' && builtin !== 'cap') return false
      const [measured] = argumentsOf(node) ?? []
      const kind = measured && underlyingOf(types.typeOf(measured)).kind
      return measured !== undefined && /^(?:slice|basic|array)$/.test(kind ?? '') && every([measured])
    }
    default:
      return false
  }
}

import { inner, operandOf, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { builtinOf } from '../../go/types/callee.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { conversionOf } from './conversion.ts'

/**
 * Reports whether an expression may be evaluated twice where it was evaluated once, or the other way round: it calls
 * nothing, receives nothing and makes nothing.
 */
export function isRepeatable(node: SyntaxNode, types: PackageTypes): boolean {
  const expression = inner(node)
  switch (expression.type) {
    case 'identifier':
    case 'int_literal':
    case 'float_literal':
    case 'rune_literal':
    case 'interpreted_string_literal':
    case 'raw_string_literal':
      return true
    case 'selector_expression': {
      const field = expression.childForFieldName('field')
      const operand = expression.childForFieldName('operand')
      const object = field && types.objectOf(field)
      if (!operand || !object || object.kind === 'func') return false
      return isRepeatable(operand, types)
    }
    case 'index_expression':
    case 'binary_expression':
      return partsOf(expression).every(part => isRepeatable(part, types))
    case 'unary_expression': {
      const operand = operandOf(expression, '*') ?? operandOf(expression, '&')
      return operand !== undefined && isRepeatable(operand, types)
    }
    case 'type_conversion_expression':
    case 'call_expression': {
      const conversion = conversionOf(expression, types)
      if (conversion) return isRepeatable(conversion.operand, types)
      return isLength(expression, types)
    }
    default:
      return false
  }
}

/** `len(x)` and `cap(x)` of what is repeatable itself. */
function isLength(call: SyntaxNode, types: PackageTypes): boolean {
  const builtin = builtinOf(types, call)
  if (builtin !== 'len' && builtin !== 'cap') return false
  return partsOf(call.childForFieldName('arguments')).every(argument => isRepeatable(argument, types))
}

import type { SyntaxNode } from '../syntax/tree.ts'
import type { Constant } from './constant.ts'
import { convertedConstant } from './constant-conversion.ts'
import { binaryConstant, laterUntyped, shiftConstant, unaryConstant } from './constant-operation.ts'
import { coreType } from './core-type.ts'
import { evaluate, evaluateField, evaluateIndirection, type Operand, ofType, UNKNOWN } from './evaluate.ts'
import type { Context } from './resolver.ts'
import { type BasicName, basic, isUntyped, pointerTo, type Type, unknown } from './type.ts'
import { underlyingOf } from './underlying.ts'

/** https://go.dev/ref/spec#Operators, with one operand. */
export function evaluateUnary(node: SyntaxNode, context: Context): Operand {
  const operator = node.childForFieldName('operator')?.type ?? ''
  if (operator === '*') return evaluateIndirection(node, context)
  const operand = evaluateField(node, 'operand', context)
  if (operand.mode !== 'value') return UNKNOWN
  const { type, constant } = operand
  if (operator === '&') return ofType(pointerTo(type))
  if (operator === '<-') {
    const core = coreType(type)
    return { mode: 'value', type: core.kind === 'channel' ? core.element : unknown, hasCommaOk: true }
  }
  return { mode: 'value', type, constant: constant && unaryConstant(operator, constant, type) }
}

const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>='])

/** https://go.dev/ref/spec#Operators, with two operands. */
export function evaluateBinary(node: SyntaxNode, context: Context): Operand {
  const operator = node.childForFieldName('operator')?.type ?? ''
  const left = node.childForFieldName('left')
  const right = node.childForFieldName('right')
  if (!left || !right) return UNKNOWN
  const a = evaluate(left, context)
  const b = evaluate(right, context)
  if (operator === '<<' || operator === '>>') return shift(operator, a, b)
  const type = commonType(a, b)
  const constant = constantOf(operator, a, b, type)
  if (COMPARISONS.has(operator)) return { mode: 'value', type: basic('untyped bool'), constant }
  return { mode: 'value', type, constant: constant && convertedConstant(constant, type) }
}

/** The type of both operands: they are identical, or one is untyped (https://go.dev/ref/spec#Arithmetic_operators). */
function commonType(a: Operand, b: Operand): Type {
  const left = a.mode === 'value' ? a.type : unknown
  const right = b.mode === 'value' ? b.type : unknown
  if (isUntyped(left) && isUntyped(right)) {
    if (left.name === right.name) return left
    return laterUntyped(left.name, right.name)
  }
  if (left.kind !== 'unknown' && !isUntyped(left)) return left
  if (right.kind !== 'unknown' && !isUntyped(right)) return right
  return unknown
}

function constantOf(operator: string, a: Operand, b: Operand, type: Type): Constant | undefined {
  if (a.mode !== 'value' || b.mode !== 'value' || !a.constant || !b.constant) return undefined
  const left = convertedConstant(a.constant, type)
  const right = convertedConstant(b.constant, type)
  if (!left || !right) return undefined
  return binaryConstant(operator, left, right, isInteger(type))
}

function isInteger(type: Type): boolean {
  const underlying = underlyingOf(type)
  return underlying.kind === 'basic' && /^(untyped (int|rune)|u?int)/.test(underlying.name)
}

const WHOLE: readonly BasicName[] = ['untyped float', 'untyped int']

/** The left operand alone decides on the type (https://go.dev/ref/spec#Arithmetic_operators, shift operators). */
function shift(operator: string, a: Operand, b: Operand): Operand {
  if (a.mode !== 'value') return UNKNOWN
  const type = a.type.kind === 'basic' && WHOLE.includes(a.type.name) ? basic('untyped int') : a.type
  if (!a.constant || b.mode !== 'value' || !b.constant) return ofType(type)
  const constant = shiftConstant(operator, a.constant, b.constant)
  return { mode: 'value', type, constant: constant && convertedConstant(constant, type) }
}

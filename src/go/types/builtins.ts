import { partsOf } from '../syntax/expression.ts'
import type { SyntaxNode } from '../syntax/tree.ts'
import { type Constant, int } from './constant.ts'
import { convertedConstant, laterUntyped } from './constant-operation.ts'
import { coreType } from './core-type.ts'
import { evaluate, type Operand, ofType, UNKNOWN } from './evaluate.ts'
import type { Context } from './resolver.ts'
import { fixedSize } from './sizes.ts'
import { basic, defaultType, isUntyped, pointerTo, sliceOf, type Type, unknown } from './type.ts'

const NOTHING: Type = { kind: 'tuple', types: [] }

/** The call of a built-in function (https://go.dev/ref/spec#Built-in_functions), or of one of package unsafe. */
export function evaluateBuiltin(name: string, nodes: readonly SyntaxNode[], context: Context): Operand {
  const [first, ...rest] = nodes
  if ((name === 'new' || name === 'make') && first) {
    const operand = evaluate(first, context)
    for (const node of rest) evaluate(node, context)
    if (name === 'make') return ofType(operand.mode === 'type' ? operand.type : unknown)
    if (operand.mode === 'type') return ofType(pointerTo(operand.type))
    // new(expr), since 1.26.
    return ofType(operand.mode === 'value' ? pointerTo(defaultType(operand.type)) : unknown)
  }
  const operands = nodes.map(node => evaluateArgument(node, context))
  const [argument = UNKNOWN] = operands
  const type = argument.mode === 'value' ? argument.type : unknown
  switch (name) {
    case 'len':
    case 'cap':
      return { mode: 'value', type: basic('int'), constant: lengthOf(name, argument, nodes[0]) }
    case 'append':
      return ofType(isUntyped(type) ? unknown : type)
    case 'copy':
      return ofType(basic('int'))
    case 'min':
    case 'max':
      return extreme(name, operands)
    case 'recover':
      return ofType({ kind: 'interface', methods: [], embedded: [], isComplete: true })
    case 'real':
    case 'imag':
      return ofType(partOfComplex(type))
    case 'complex':
      return ofType(complexOf(operands))
    case 'clear':
    case 'close':
    case 'delete':
    case 'panic':
    case 'print':
    case 'println':
      return ofType(NOTHING)
    case 'unsafe.Sizeof':
    case 'unsafe.Alignof': {
      const size = name === 'unsafe.Sizeof' ? fixedSize(type) : undefined
      return { mode: 'value', type: basic('uintptr'), constant: size === undefined ? undefined : int(size) }
    }
    case 'unsafe.Offsetof':
      return ofType(basic('uintptr'))
    case 'unsafe.Add':
      return ofType(basic('unsafe.Pointer'))
    case 'unsafe.Slice': {
      const core = coreType(type)
      return ofType(core.kind === 'pointer' ? sliceOf(core.element) : unknown)
    }
    case 'unsafe.SliceData': {
      const core = coreType(type)
      return ofType(core.kind === 'slice' ? pointerTo(core.element) : unknown)
    }
    case 'unsafe.String':
      return ofType(basic('string'))
    case 'unsafe.StringData':
      return ofType(pointerTo(basic('uint8')))
    default:
      return UNKNOWN
  }
}

function evaluateArgument(node: SyntaxNode, context: Context): Operand {
  const inner = node.type === 'variadic_argument' ? partsOf(node)[0] : node
  return inner ? evaluate(inner, context) : UNKNOWN
}

/** Constant for constant strings, and for arrays in expressions that do nothing (https://go.dev/ref/spec#Length_and_capacity). */
function lengthOf(name: string, operand: Operand, node: SyntaxNode | undefined): Constant | undefined {
  if (operand.mode !== 'value' || !node) return undefined
  if (name === 'len' && operand.constant?.kind === 'string') return int(BigInt(operand.constant.bytes.length))
  const core = coreType(operand.type)
  const array = core.kind === 'pointer' ? coreType(core.element) : core
  if (array.kind !== 'array' || array.length === undefined || operand.type.kind === 'parameter')
    return undefined
  const doesSomething = node
    .descendantsOfType(['call_expression', 'unary_expression', 'type_conversion_expression'])
    .some(inner => inner.type !== 'unary_expression' || inner.childForFieldName('operator')?.type === '<-')
  return doesSomething ? undefined : int(array.length)
}

function extreme(name: 'min' | 'max', operands: readonly Operand[]): Operand {
  let type: Type | undefined
  for (const operand of operands) {
    if (operand.mode !== 'value') return ofType(unknown)
    if (!type || (isUntyped(type) && !isUntyped(operand.type))) type = operand.type
    else if (isUntyped(type) && isUntyped(operand.type) && type.name !== operand.type.name)
      type = laterUntyped(type.name, operand.type.name)
  }
  const common = type ?? unknown
  const constants = operands.map(operand =>
    operand.mode === 'value' && operand.constant ? convertedConstant(operand.constant, common) : undefined,
  )
  return { mode: 'value', type: common, constant: extremeOf(name, constants) }
}

function extremeOf(name: 'min' | 'max', constants: readonly (Constant | undefined)[]): Constant | undefined {
  const values = constants.map(constant => (constant?.kind === 'int' ? constant.value : undefined))
  let result: bigint | undefined
  for (const value of values) {
    if (value === undefined) return undefined
    if (result === undefined || (name === 'min' ? value < result : value > result)) result = value
  }
  return result === undefined ? undefined : int(result)
}

function partOfComplex(type: Type): Type {
  const core = coreType(type)
  if (core.kind !== 'basic') return unknown
  if (core.name === 'complex64') return basic('float32')
  return core.name === 'complex128' ? basic('float64') : unknown
}

function complexOf(operands: readonly Operand[]): Type {
  for (const operand of operands) {
    const core = operand.mode === 'value' ? coreType(operand.type) : unknown
    if (core.kind !== 'basic') return unknown
    if (core.name === 'float32') return basic('complex64')
    if (core.name === 'float64') return basic('complex128')
  }
  return unknown
}

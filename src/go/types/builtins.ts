import { partsOf } from '../syntax/expression.ts'
import type { SyntaxNode } from '../syntax/tree.ts'
import { type Constant, int } from './constant.ts'
import { complex, partsOfComplex } from './constant-complex.ts'
import { convertedConstant } from './constant-conversion.ts'
import { binaryConstant, laterUntyped } from './constant-operation.ts'
import { coreType } from './core-type.ts'
import { evaluate, type Operand, ofType, UNKNOWN } from './evaluate.ts'
import type { Context } from './resolver.ts'
import { fixedSize } from './sizes.ts'
import {
  type BasicName,
  basic,
  defaultType,
  isUntyped,
  pointerTo,
  sliceOf,
  type Type,
  unknown,
} from './type.ts'

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
      return partOfComplex(argument, name === 'real' ? 0 : 1)
    case 'complex':
      return complexOf(operands)
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
  let [result] = constants
  for (const constant of constants.slice(1)) {
    const order = result && constant && binaryConstant('<', constant, result, false)
    if (order?.kind !== 'bool') return undefined
    if (order.value === (name === 'min')) result = constant
  }
  return result
}

const PARTS: Partial<Record<BasicName, BasicName>> = {
  complex64: 'float32',
  complex128: 'float64',
}

function partOfComplex(operand: Operand, index: 0 | 1): Operand {
  if (operand.mode !== 'value') return ofType(unknown)
  const core = coreType(operand.type)
  const name = core.kind === 'basic' ? PARTS[core.name] : undefined
  const type = name ? basic(name) : isUntyped(core) ? basic('untyped float') : unknown
  const part = operand.constant && partsOfComplex(operand.constant)?.[index]
  return { mode: 'value', type, constant: part && convertedConstant(part, type) }
}

/** Of untyped constants it is an untyped constant; one typed part decides for the other. */
function complexOf(operands: readonly Operand[]): Operand {
  const parts = operands.map(operand => {
    if (operand.mode !== 'value') return undefined
    return operand.constant && partsOfComplex(operand.constant)?.[0]
  })
  const types = operands.map(operand => (operand.mode === 'value' ? coreType(operand.type) : unknown))
  const typed = types.find(type => !isUntyped(type))
  const [real, imaginary] = parts
  const constant = real && imaginary && complex(real, imaginary)
  if (!typed) return { mode: 'value', type: basic('untyped complex'), constant }
  const name = typed.kind === 'basic' ? WHOLES[typed.name] : undefined
  const type = name ? basic(name) : unknown
  return { mode: 'value', type, constant: constant && convertedConstant(constant, type) }
}

const WHOLES: Partial<Record<BasicName, BasicName>> = {
  float32: 'complex64',
  float64: 'complex128',
}

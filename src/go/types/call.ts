import { partsOf } from '../syntax/expression.ts'
import type { SyntaxNode } from '../syntax/tree.ts'
import { evaluateBuiltin } from './builtins.ts'
import { convertedConstant } from './constant-conversion.ts'
import { coreType, isBytesOrString } from './core-type.ts'
import { evaluate, type Operand, ofType, operandOf, UNKNOWN } from './evaluate.ts'
import { inferTypeArguments, instantiatedFunc } from './infer.ts'
import { resolveName } from './names.ts'
import { qualifiedObject } from './qualified.ts'
import { type Context, recordType } from './resolver.ts'
import { basic, type FuncType, isUntyped, type Type, unknown } from './type.ts'
import { evaluateType, typeArgumentsOf } from './type-expression.ts'

/** https://go.dev/ref/spec#Calls: a call, a conversion, or a call of a built-in function. */
export function evaluateCall(node: SyntaxNode, context: Context): Operand {
  const function_ = node.childForFieldName('function')
  if (!function_) return UNKNOWN
  const callee = evaluate(function_, context)
  const argumentNodes = partsOf(node.childForFieldName('arguments') ?? node)
  if (callee.mode === 'builtin') return evaluateBuiltin(callee.name, argumentNodes, context)
  const typeArguments = node.childForFieldName('type_arguments') ? typeArgumentsOf(node) : []
  return evaluateApplied(callee, typeArguments, argumentNodes, context)
}

function evaluateApplied(
  callee: Operand,
  typeArguments: readonly SyntaxNode[],
  argumentNodes: readonly SyntaxNode[],
  context: Context,
): Operand {
  const explicit = typeArguments.map(argument => evaluateType(argument, context))
  const operands = argumentNodes.map(argument => evaluateArgument(argument, context))
  if (callee.mode === 'type') return conversion(callee.type, operands[0] ?? UNKNOWN)
  if (callee.mode !== 'value') return UNKNOWN
  const core = coreType(callee.type)
  if (core.kind !== 'func') return UNKNOWN
  const isSpread = argumentNodes.at(-1)?.type === 'variadic_argument'
  return ofType(resultOf(core, explicit, operands, isSpread))
}

function evaluateArgument(node: SyntaxNode, context: Context): Operand {
  if (node.type !== 'variadic_argument') return evaluate(node, context)
  const [inner] = partsOf(node)
  return inner ? evaluate(inner, context) : UNKNOWN
}

function resultOf(
  type: FuncType,
  explicit: readonly Type[],
  operands: readonly Operand[],
  isSpread: boolean,
): Type {
  const results = resultsOf(type, explicit, operands, isSpread)
  if (!results) return unknown
  const [only] = results
  return only && results.length === 1 ? only : { kind: 'tuple', types: results }
}

function resultsOf(
  type: FuncType,
  explicit: readonly Type[],
  operands: readonly Operand[],
  isSpread: boolean,
): readonly Type[] | undefined {
  if (type.typeParameters.length === 0) return type.results
  const inferred = inferTypeArguments(type, explicit, operands, isSpread)
  if (inferred) return instantiatedFunc(type, inferred).results
  return type.results.length === 0 ? [] : type.results.map(() => unknown)
}

/** https://go.dev/ref/spec#Conversions */
function conversion(type: Type, operand: Operand): Operand {
  if (operand.mode !== 'value' || !operand.constant) return ofType(type)
  const constant = convertedConstant(operand.constant, type, true)
  return { mode: 'value', type, constant }
}

/**
 * What the grammar reads as a conversion, `T(x)` with T in type syntax: also calls of `f[int](x)` and `a[i](x)`, which
 * look the same.
 */
export function evaluateConversionNode(node: SyntaxNode, context: Context): Operand {
  const type = node.childForFieldName('type')
  const argument = node.childForFieldName('operand')
  if (!type || !argument) return UNKNOWN
  return evaluateApplied(evaluate(type, context), [], [argument], context)
}

/** `x[i]`, or a generic type or function with type arguments. */
export function evaluateBracketed(node: SyntaxNode, context: Context): Operand {
  const base = node.childForFieldName('operand') ?? node.childForFieldName('type')
  if (!base) return UNKNOWN
  const callee = evaluateBase(base, context)
  const brackets = typeArgumentsOf(node)
  if (callee.mode === 'type') return { mode: 'type', type: evaluateType(node, context) }
  if (callee.mode !== 'value') {
    for (const bracket of brackets) evaluate(bracket, context)
    return UNKNOWN
  }
  const core = coreType(callee.type)
  if (core.kind === 'func') {
    const explicit = brackets.map(bracket => evaluateType(bracket, context))
    const inferred = inferTypeArguments(core, explicit, [], false)
    return ofType(inferred ? instantiatedFunc(core, inferred) : unknown)
  }
  const [index] = brackets
  if (index) evaluate(index, context)
  return indexed(callee.type, core)
}

function evaluateBase(base: SyntaxNode, context: Context): Operand {
  if (base.type !== 'type_identifier' && base.type !== 'qualified_type') return evaluate(base, context)
  const object = base.type === 'type_identifier' ? resolveName(base, context) : qualifiedObject(base, context)
  if (!object && base.type === 'qualified_type') return evaluate(base, context)
  const operand = operandOf(object, context)
  if (operand.mode === 'value') recordType(context, base, operand.type)
  return operand
}

function indexed(type: Type, core: Type): Operand {
  if (isUntyped(type) || isBytesOrString(type)) return ofType(basic('uint8'))
  switch (core.kind) {
    case 'map':
      return { mode: 'value', type: core.element, hasCommaOk: true }
    case 'slice':
    case 'array':
      return ofType(core.element)
    case 'basic':
      return ofType(core.name === 'string' ? basic('uint8') : unknown)
    case 'pointer': {
      const array = coreType(core.element)
      return ofType(array.kind === 'array' ? array.element : unknown)
    }
    default:
      return ofType(unknown)
  }
}

import { partsOf } from '../syntax/expression.ts'
import type { SyntaxNode } from '../syntax/tree.ts'
import { checkFunctionBody } from './body.ts'
import { evaluateBracketed, evaluateCall, evaluateConversionNode } from './call.ts'
import { evaluateCompositeLiteral } from './composite-literal.ts'
import type { Constant } from './constant.ts'
import { floatLiteral, imaginaryLiteral, intLiteral, runeLiteral, stringLiteral } from './constant-literal.ts'
import { coreType, isBytesOrString } from './core-type.ts'
import { findMember } from './lookup.ts'
import { resolveName } from './names.ts'
import type { GoObject } from './object.ts'
import { evaluateBinary, evaluateUnary } from './operators.ts'
import { type Context, recordObject, recordType } from './resolver.ts'
import { signatureOf } from './signature.ts'
import { type BasicName, basic, type FuncType, isUntyped, sliceOf, type Type, unknown } from './type.ts'
import { evaluateType } from './type-expression.ts'
import { builtWith } from './underlying.ts'

/** What an expression turned out to be. */
export type Operand =
  | {
      readonly mode: 'value'
      readonly type: Type
      readonly constant?: Constant | undefined
      /** May be assigned to two variables, the second of which gets a bool. */
      readonly hasCommaOk?: boolean
    }
  | { readonly mode: 'type'; readonly type: Type }
  | { readonly mode: 'builtin'; readonly name: string }
  | { readonly mode: 'unknown' }

export const UNKNOWN: Operand = { mode: 'unknown' }

export function ofType(type: Type): Operand {
  return { mode: 'value', type }
}

/** Works out what an expression is, and keeps what it finds of it and of everything inside it. */
export function evaluate(node: SyntaxNode, context: Context): Operand {
  const operand = evaluateNode(node, context)
  if (operand.mode === 'value' || operand.mode === 'type') recordType(context, node, operand.type)
  if (operand.mode === 'value' && operand.constant && !context.isRepeated)
    context.resolver.constants.set(node, operand.constant)
  return operand
}

function evaluateNode(node: SyntaxNode, context: Context): Operand {
  switch (node.type) {
    case 'identifier':
    case 'type_identifier':
    case 'package_identifier':
    case 'nil':
    case 'true':
    case 'false':
    case 'iota':
      return operandOf(resolveName(node, context), context)
    case 'int_literal':
      return literal('untyped int', intLiteral(node.text))
    case 'float_literal':
      return literal('untyped float', floatLiteral(node.text))
    case 'imaginary_literal':
      return literal('untyped complex', imaginaryLiteral(node.text))
    case 'rune_literal':
      return literal('untyped rune', runeLiteral(node.text))
    case 'interpreted_string_literal':
    case 'raw_string_literal':
      return literal('untyped string', stringLiteral(node.text))
    case 'parenthesized_expression': {
      const [inner] = partsOf(node)
      return inner ? evaluate(inner, context) : UNKNOWN
    }
    case 'func_literal': {
      const signature = signatureOf(node, context)
      checkFunctionBody(node, signature, context)
      return ofType(signature.type)
    }
    case 'composite_literal':
      return evaluateCompositeLiteral(node, context)
    case 'selector_expression':
    case 'qualified_type':
      return evaluateSelector(node, context)
    case 'index_expression':
    case 'generic_type':
    case 'type_instantiation_expression':
      return evaluateBracketed(node, context)
    case 'slice_expression':
      return evaluateSlice(node, context)
    case 'type_assertion_expression': {
      evaluateField(node, 'operand', context)
      const type = node.childForFieldName('type')
      return { mode: 'value', type: type ? evaluateType(type, context) : unknown, hasCommaOk: true }
    }
    case 'call_expression':
      return evaluateCall(node, context)
    case 'type_conversion_expression':
      return evaluateConversionNode(node, context)
    case 'unary_expression':
      return evaluateUnary(node, context)
    case 'pointer_type':
      return evaluateIndirection(node, context)
    case 'binary_expression':
      return evaluateBinary(node, context)
    case 'slice_type':
    case 'array_type':
    case 'map_type':
    case 'channel_type':
    case 'function_type':
    case 'struct_type':
    case 'interface_type':
    case 'parenthesized_type':
      return { mode: 'type', type: evaluateType(node, context) }
    case 'type_elem': {
      const [only, second] = partsOf(node)
      return only && !second ? evaluate(only, context) : UNKNOWN
    }
    default:
      return UNKNOWN
  }
}

function literal(name: BasicName, constant: Constant | undefined): Operand {
  return { mode: 'value', type: basic(name), constant }
}

export function evaluateField(node: SyntaxNode, field: string, context: Context): Operand {
  const child = node.childForFieldName(field)
  return child ? evaluate(child, context) : UNKNOWN
}

/** What an object is as an operand. */
export function operandOf(object: GoObject | undefined, context: Context): Operand {
  switch (object?.kind) {
    case 'const':
      if (object.name === 'iota' && object.package === '')
        return context.iota ? { mode: 'value', type: basic('untyped int'), constant: context.iota } : UNKNOWN
      return { mode: 'value', type: object.type(), constant: object.value() }
    case 'var':
    case 'func':
      return ofType(object.type())
    case 'type':
      return { mode: 'type', type: object.type() }
    case 'nil':
      return ofType(basic('untyped nil'))
    case 'builtin':
      return {
        mode: 'builtin',
        name: object.package === '' ? object.name : `${object.package}.${object.name}`,
      }
    default:
      return UNKNOWN
  }
}

function evaluateSelector(node: SyntaxNode, context: Context): Operand {
  const base = node.childForFieldName('operand') ?? node.childForFieldName('package')
  const name = node.childForFieldName('field') ?? node.childForFieldName('name')
  if (!base || !name) return UNKNOWN
  if (base.type === 'identifier' || base.type === 'type_identifier' || base.type === 'package_identifier') {
    const object = resolveName(base, context)
    if (object?.kind === 'package') {
      const member = context.resolver.imports.member(object.importPath, name.text, context)
      recordObject(context, name, member)
      return operandOf(member, context)
    }
  }
  const operand = evaluate(base, context)
  if (operand.mode !== 'value' && operand.mode !== 'type') return UNKNOWN
  const member = findMember(builtWith(operand.type, context.file), name.text)
  if (!member || member === 'unknown') return UNKNOWN
  context.resolver.objects.set(name, member.object)
  if (operand.mode === 'value') return ofType(member.type)
  return member.isMethod ? ofType(methodExpression(operand.type, member.type)) : UNKNOWN
}

/** `T.Method` is a function whose first parameter is the receiver (https://go.dev/ref/spec#Method_expressions). */
function methodExpression(receiver: Type, method: Type): Type {
  if (method.kind !== 'func') return unknown
  const type: FuncType = { ...method, parameters: [receiver, ...method.parameters] }
  return type
}

function evaluateSlice(node: SyntaxNode, context: Context): Operand {
  for (const bound of ['start', 'end', 'capacity']) evaluateField(node, bound, context)
  const operand = evaluateField(node, 'operand', context)
  if (operand.mode !== 'value') return UNKNOWN
  if (isUntyped(operand.type)) return ofType(basic('string'))
  const core = coreType(operand.type)
  if (isBytesOrString(operand.type)) return ofType(operand.type)
  if (core.kind === 'slice' || (core.kind === 'basic' && core.name === 'string')) return ofType(operand.type)
  if (core.kind === 'array') return ofType(sliceOf(core.element))
  if (core.kind !== 'pointer') return ofType(unknown)
  const array = coreType(core.element)
  return ofType(array.kind === 'array' ? sliceOf(array.element) : unknown)
}

/** `*T` of a type is a type, of a value what it points to. */
export function evaluateIndirection(node: SyntaxNode, context: Context): Operand {
  const child = node.childForFieldName('operand') ?? partsOf(node).at(-1)
  const operand = child ? evaluate(child, context) : UNKNOWN
  if (operand.mode === 'type') return { mode: 'type', type: { kind: 'pointer', element: operand.type } }
  if (operand.mode !== 'value') return UNKNOWN
  const core = coreType(operand.type)
  return ofType(core.kind === 'pointer' ? core.element : unknown)
}

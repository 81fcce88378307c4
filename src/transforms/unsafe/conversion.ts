import { argumentsOf, inner, operandOf, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Type } from '../../go/types/type.ts'

/** `T(operand)` (https://go.dev/ref/spec#Conversions). */
export interface Conversion {
  readonly node: SyntaxNode
  readonly target: Type
  /** As it is written, parentheses included. */
  readonly targetNode: SyntaxNode
  readonly operand: SyntaxNode
}

/** Recognises a conversion, parentheses around it aside. */
export function conversionOf(node: SyntaxNode, types: PackageTypes): Conversion | undefined {
  const call = inner(node)
  const targetNode = call.childForFieldName(call.type === 'type_conversion_expression' ? 'type' : 'function')
  const [operand, second] =
    call.type === 'type_conversion_expression'
      ? [call.childForFieldName('operand')]
      : (argumentsOf(call) ?? [])
  if (!targetNode || !operand || second || !denotesType(targetNode, types)) return undefined
  return { node: call, target: types.typeOf(targetNode), targetNode, operand: inner(operand) }
}

/** The operand of `unsafe.Pointer(operand)`. */
export function unsafePointerOperand(node: SyntaxNode, types: PackageTypes): SyntaxNode | undefined {
  const conversion = conversionOf(node, types)
  return conversion && isUnsafePointer(conversion.target) ? conversion.operand : undefined
}

/** `*(*T)(unsafe.Pointer(operand))`: what is stored somewhere, read as another type. */
export interface Reinterpretation {
  readonly node: SyntaxNode
  readonly target: Type
  /** T as it is written; undefined where it is the element of a pointer type with a name. */
  readonly targetNode: SyntaxNode | undefined
  /** The pointer inside `unsafe.Pointer(…)`. */
  readonly operand: SyntaxNode
}

export function reinterpretationOf(node: SyntaxNode, types: PackageTypes): Reinterpretation | undefined {
  const indirection = inner(node)
  const pointer = operandOf(indirection, '*')
  const conversion = pointer && conversionOf(pointer, types)
  if (conversion?.target.kind !== 'pointer') return undefined
  const operand = unsafePointerOperand(conversion.operand, types)
  if (!operand) return undefined
  return {
    node: indirection,
    target: conversion.target.element,
    targetNode: elementNode(conversion.targetNode),
    operand,
  }
}

export function isUnsafePointer(type: Type): boolean {
  return type.kind === 'basic' && type.name === 'unsafe.Pointer'
}

/** Reports whether an expression stands for a type, by what its names denote. */
function denotesType(node: SyntaxNode, types: PackageTypes): boolean {
  switch (node.type) {
    case 'identifier':
    case 'type_identifier':
      return types.objectOf(node)?.kind === 'type'
    case 'selector_expression': {
      const field = node.childForFieldName('field')
      return field !== undefined && types.objectOf(field)?.kind === 'type'
    }
    case 'unary_expression': {
      const operand = operandOf(node, '*')
      return operand !== undefined && denotesType(operand, types)
    }
    case 'parenthesized_expression':
    case 'index_expression':
    case 'type_instantiation_expression': {
      const [first] = partsOf(node)
      return first !== undefined && denotesType(first, types)
    }
    default:
      return TYPE_NODES.has(node.type)
  }
}

const TYPE_NODES = new Set([
  'qualified_type',
  'generic_type',
  'pointer_type',
  'parenthesized_type',
  'slice_type',
  'array_type',
  'map_type',
  'channel_type',
  'function_type',
  'struct_type',
  'interface_type',
])

/** T in `*T`, parentheses aside. */
function elementNode(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type === 'parenthesized_expression' || node.type === 'parenthesized_type') {
    const [only] = partsOf(node)
    return only && elementNode(only)
  }
  if (node.type === 'unary_expression') return operandOf(node, '*')
  return node.type === 'pointer_type' ? partsOf(node)[0] : undefined
}

import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { conversionOf, isUnsafePointer } from '../unsafe/conversion.ts'
import { operandOf, partsOf } from '../unsafe/expression.ts'

/** `(*[N]T)(pointer)[start:end:capacity]` with an N that no memory has. */
export interface ArrayView {
  readonly node: SyntaxNode
  readonly arrayNode: SyntaxNode
  readonly elementNode: SyntaxNode
  /** Undefined where it depends on the platform. */
  readonly length: bigint | undefined
  /** Of type unsafe.Pointer. */
  readonly pointer: SyntaxNode
  readonly bounds: {
    readonly start: SyntaxNode | undefined
    readonly end: SyntaxNode
    readonly capacity: SyntaxNode | undefined
  }
}

/** Arrays from this length on are taken for invented ones. */
const HUGE = 1n << 16n

/** Recognises a slice of a cast to a huge array; a cast that is not sliced, or has no end, is something else. */
export function arrayViewOf(node: SyntaxNode, types: PackageTypes): ArrayView | undefined {
  const operand = node.childForFieldName('operand')
  const end = node.childForFieldName('end')
  const conversion = operand && conversionOf(operand, types)
  if (!end || conversion?.target.kind !== 'pointer') return undefined
  const array = underlyingOf(conversion.target.element)
  const arrayNode = arrayTypeIn(conversion.targetNode)
  const elementNode = arrayNode?.childForFieldName('element')
  if (array.kind !== 'array' || !arrayNode || !elementNode) return undefined
  if (array.length !== undefined && array.length < HUGE) return undefined
  if (!isUnsafePointer(types.typeOf(conversion.operand))) return undefined
  return {
    node,
    arrayNode,
    elementNode,
    length: array.length,
    pointer: conversion.operand,
    bounds: {
      start: node.childForFieldName('start'),
      end,
      capacity: node.childForFieldName('capacity'),
    },
  }
}

/** The array type in `(*[N]T)`. */
function arrayTypeIn(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type === 'array_type') return node
  if (node.type === 'unary_expression') {
    const operand = operandOf(node, '*')
    return operand && arrayTypeIn(operand)
  }
  if (!/^(?:pointer_type|parenthesized_type|parenthesized_expression)$/.test(node.type)) return undefined
  const [only] = partsOf(node)
  return only && arrayTypeIn(only)
}

import { operandOf, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Type } from '../../go/types/type.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { conversionOf, isUnsafePointer } from '../unsafe/conversion.ts'
import { typeInFile } from '../unsafe/type-in-file.ts'

/** `(*[N]T)(pointer)[start:end:capacity]` with an N that no memory has, or `(*A)(pointer)[…]` of such an array type A. */
export interface ArrayView {
  readonly node: SyntaxNode
  /** `[N]T` or A as it is written. */
  readonly arrayText: string
  /** `[N]T`; undefined where a name stands for it. */
  readonly arrayNode: SyntaxNode | undefined
  readonly element: Type
  /** The type of the elements as the code around can write it; undefined when it has no name there. */
  readonly elementText: string | undefined
  /** Undefined where it depends on the platform. */
  readonly length: bigint | undefined
  /** Of type unsafe.Pointer, or of one that is not known. */
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
  const typeNode = pointedTypeIn(conversion.targetNode)
  if (array.kind !== 'array' || !typeNode) return undefined
  if (array.length !== undefined && array.length < HUGE) return undefined
  const arrayNode = typeNode.type === 'array_type' ? typeNode : undefined
  const written = arrayNode?.childForFieldName('element')?.text
  const type = types.typeOf(conversion.operand)
  if (!isUnsafePointer(type) && type.kind !== 'unknown') return undefined
  return {
    node,
    arrayText: typeNode.text,
    arrayNode,
    element: array.element,
    elementText: written ?? typeInFile(array.element, node, types),
    length: array.length,
    pointer: conversion.operand,
    bounds: {
      start: node.childForFieldName('start'),
      end,
      capacity: node.childForFieldName('capacity'),
    },
  }
}

/** What stands behind the star in `(*T)`; undefined where a name stands for the pointer type. */
function pointedTypeIn(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type === 'unary_expression') return operandOf(node, '*')
  if (!/^(?:pointer_type|parenthesized_type|parenthesized_expression)$/.test(node.type)) return undefined
  const [only] = partsOf(node)
  return only && (node.type === 'pointer_type' ? only : pointedTypeIn(only))
}

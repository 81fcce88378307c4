import { inner, operandOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { basic, type Type } from '../../go/types/type.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { conversionOf, unsafePointerOperand } from '../unsafe/conversion.ts'
import { type Layout, layoutOf } from './layout.ts'

/** A slice or string variable, or a field, an element or a target of a pointer that is one. */
export interface Place {
  /** What stands behind `&`, or the pointer. */
  readonly node: SyntaxNode
  /** `x`, or `*p` for a pointer. */
  readonly text: string
  /** The text as an operand: in parentheses where it has to be. */
  readonly operand: string
  readonly kind: 'slice' | 'string'
  readonly type: Type
  readonly element: Type
}

/** `(*Header)(unsafe.Pointer(&x))`: the header of a slice or string that exists. */
export interface View {
  readonly node: SyntaxNode
  readonly layout: Layout
  /** Or why it is not known what the header is of. */
  readonly place: Place | string
}

/** Recognises the conversion of a pointer to one to a header. */
export function viewOf(node: SyntaxNode, types: PackageTypes): View | undefined {
  const conversion = conversionOf(node, types)
  if (conversion?.target.kind !== 'pointer') return undefined
  const layout = layoutOf(conversion.target.element)
  if (!layout) return undefined
  const pointer = unsafePointerOperand(conversion.operand, types)
  if ((pointer ?? conversion.operand).type === 'nil')
    return {
      node: conversion.node,
      layout,
      place: 'it is a nil pointer: what is read or written there panics',
    }
  const place = pointer
    ? (placeAt(pointer, types) ??
      `what ${pointer.text} points to is not a slice or string that the compiler knows`)
    : `what ${conversion.operand.text} points to is not known here`
  return { node: conversion.node, layout, place }
}

/** The slice or string that a pointer expression points to. */
export function placeAt(pointer: SyntaxNode, types: PackageTypes): Place | undefined {
  const addressed = operandOf(pointer, '&')
  if (addressed) return placeOf(addressed, addressed.text, types.typeOf(addressed))
  const expression = inner(pointer)
  const type = underlyingOf(types.typeOf(expression))
  if (type.kind !== 'pointer') return undefined
  return placeOf(expression, `*${expression.text}`, type.element)
}

/** The slice or string that an expression is. */
export function placeIn(expression: SyntaxNode, types: PackageTypes): Place | undefined {
  return placeOf(expression, expression.text, types.typeOf(expression))
}

function placeOf(node: SyntaxNode, text: string, type: Type): Place | undefined {
  const operand = text.startsWith('*') ? `(${text})` : text
  const underlying = type.kind === 'parameter' ? type : underlyingOf(type)
  if (underlying.kind === 'slice')
    return { node, text, operand, kind: 'slice', type, element: underlying.element }
  if (isString(type)) return { node, text, operand, kind: 'string', type, element: basic('uint8') }
  return undefined
}

export function isString(type: Type): boolean {
  const underlying = type.kind === 'parameter' ? type : underlyingOf(type)
  return underlying.kind === 'basic' && underlying.name === 'string'
}

import { argumentsOf, inner, operandOf, outer, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { builtinOf } from '../../go/types/callee.ts'
import { identical } from '../../go/types/identical.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { basic, type Type } from '../../go/types/type.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { conversionOf, reinterpretationOf, unsafePointerOperand } from '../unsafe/conversion.ts'

type Kind = 'string' | 'byte slice'

/** A string read as a byte slice, or the other way round. */
export interface Cast {
  readonly node: SyntaxNode
  readonly from: Kind
  readonly to: Kind
  /** The string or slice that is read. */
  readonly value: SyntaxNode
  /** What is read is what a pointer points to, and `value` is the pointer. */
  readonly isPointer: boolean
  readonly target: Type
  /** The target type as it is written; undefined where it has no text of its own. */
  readonly targetNode: SyntaxNode | undefined
  readonly hasGarbageCapacity: boolean
}

// *(*string)(unsafe.Pointer(&b)), *(*[]byte)(unsafe.Pointer(&s)),
// *(*[]byte)(unsafe.Pointer(&struct{string; Cap int}{s, len(s)}))
export function castOf(node: SyntaxNode, types: PackageTypes): Cast | undefined {
  const reinterpretation = reinterpretationOf(node, types)
  if (!reinterpretation) return undefined
  const { target, targetNode, operand } = reinterpretation
  const to = kindOf(target)
  if (!to) return undefined
  const common = { node, to, target, targetNode }

  const place = operandOf(operand, '&')
  if (!place) {
    const pointer = underlyingOf(types.typeOf(operand))
    const from = pointer.kind === 'pointer' ? kindOf(pointer.element) : undefined
    if (!from || from === to) return undefined
    return { ...common, from, value: operand, isPointer: true, hasGarbageCapacity: from === 'string' }
  }
  const padded = to === 'byte slice' ? paddedString(place, types) : undefined
  if (padded) return { ...common, from: 'string', value: padded, isPointer: false, hasGarbageCapacity: false }
  const from = kindOf(types.typeOf(place))
  if (!from || from === to) return undefined
  return { ...common, from, value: place, isPointer: false, hasGarbageCapacity: from === 'string' }
}

/** A pointer to one kind that is converted to a pointer to the other, and not used at once. */
export interface Kept {
  readonly node: SyntaxNode
  readonly from: Kind
  readonly to: Kind
}

export function keptPointer(node: SyntaxNode, types: PackageTypes): Kept | undefined {
  const conversion = conversionOf(node, types)
  if (conversion?.target.kind !== 'pointer') return undefined
  const around = outer(node).parent
  if (around && operandOf(around, '*')) return undefined
  const operand = unsafePointerOperand(conversion.operand, types)
  const source = operand && underlyingOf(types.typeOf(operand))
  const from = source?.kind === 'pointer' ? kindOf(source.element) : undefined
  const to = kindOf(conversion.target.element)
  return from && to && from !== to ? { node, from, to } : undefined
}

function kindOf(type: Type): Kind | undefined {
  const underlying = underlyingOf(type)
  if (type.kind === 'parameter') return undefined
  if (underlying.kind === 'basic') return underlying.name === 'string' ? 'string' : undefined
  if (underlying.kind !== 'slice') return undefined
  return identical(underlying.element, basic('uint8')) ? 'byte slice' : undefined
}

/** s of `struct{string; Cap int}{s, len(s)}`, which has the layout of a slice whose capacity is its length. */
function paddedString(place: SyntaxNode, types: PackageTypes): SyntaxNode | undefined {
  const literal = inner(place)
  const struct = literal.type === 'composite_literal' ? underlyingOf(types.typeOf(literal)) : undefined
  if (struct?.kind !== 'struct' || struct.fields.length !== 2) return undefined
  const [text, capacity] = struct.fields
  if (kindOf(text?.type ?? basic('int')) !== 'string' || !isInt(capacity?.type)) return undefined
  const body = literal.childForFieldName('body')
  const [first, second] = (body ? partsOf(body) : []).map((element, index) =>
    elementValue(element, struct.fields[index]?.name),
  )
  if (!first || !second) return undefined
  const [measured] = argumentsOf(second) ?? []
  if (builtinOf(types, second) !== 'len' || measured?.text !== first.text) return undefined
  return first
}

function isInt(type: Type | undefined): boolean {
  const underlying = type && underlyingOf(type)
  return underlying?.kind === 'basic' && underlying.name === 'int'
}

/** The value of an element, which may have the name of its field before it. */
function elementValue(element: SyntaxNode, field: string | undefined): SyntaxNode | undefined {
  if (element.type !== 'keyed_element') return partsOf(element)[0]
  const [key, value] = partsOf(element)
  return key?.text === field && value ? partsOf(value)[0] : undefined
}

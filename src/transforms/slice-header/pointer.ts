import { inner, operandOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { calleeOf } from '../../go/types/callee.ts'
import { wholeNumber } from '../../go/types/constant.ts'
import { identical } from '../../go/types/identical.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Type } from '../../go/types/type.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { conversionOf, isUnsafePointer, reinterpretationOf } from '../unsafe/conversion.ts'
import { type Place, placeAt } from './place.ts'
import type { Term } from './state.ts'
import type { Writer } from './writer.ts'

/** What a Data word holds, as an expression without uintptr where that is possible. */
export interface Pointer {
  readonly text: string
  /** `typed`: a pointer to `element`; `unsafe`: an unsafe.Pointer; `integer`: a uintptr. */
  readonly kind: 'typed' | 'unsafe' | 'integer' | 'nil'
  readonly element?: Type
  /** What is known to lie there whole: the variable of which it is the address, or the array of whose first element. */
  readonly room?: Type
  /** Whose data it is. */
  readonly place?: Place
  /** It is the address of something, or evaluating it panics. */
  readonly isNonNil: boolean
  /** Arithmetic was done on it. */
  readonly isMoved?: boolean
}

export function pointerOf(term: Term, writer: Writer): Pointer | string {
  switch (term.kind) {
    case 'own':
      return dataOf(term.place, writer)
    case 'zero':
      return { text: 'nil', kind: 'nil', isNonNil: false }
    case 'value':
      return pointerIn(term.node, writer)
    case 'operation': {
      const base = pointerOf(term.left, writer)
      if (typeof base === 'string') return base
      if (term.operator !== '+' && term.operator !== '-') return `its Data is changed by ${term.operator}=`
      return moved(base, term.operator, term.right, writer)
    }
  }
}

/** The data of a slice or string. */
function dataOf(place: Place, writer: Writer): Pointer {
  const name = place.kind === 'slice' ? 'SliceData' : 'StringData'
  const text = `${writer.unsafe(name)}(${place.text})`
  return { text, kind: 'typed', element: place.element, place, isNonNil: false }
}

function pointerIn(expression: SyntaxNode, writer: Writer): Pointer | string {
  const { types } = writer
  const node = inner(expression)
  const read = writer.reads.get(node)
  if (read) return pointerOf(read, writer)
  const conversion = conversionOf(node, types)
  if (conversion && isAddress(conversion.target)) return convertedPointer(conversion.operand, writer)
  const loaded = loadedData(node, types)
  if (loaded) return dataOf(loaded, writer)
  if (node.type === 'binary_expression') {
    const sum = sumOf(node, writer)
    if (sum) return sum
  }
  const type = types.typeOf(node)
  if (isUnsafePointer(type)) {
    const isAdd = node.type === 'call_expression'
    return { text: writer.tight(node), kind: 'unsafe', isNonNil: false, isMoved: isAdd }
  }
  if (node.type === 'nil' || wholeNumber(types.constantOf(node)) === 0n)
    return { text: 'nil', kind: 'nil', isNonNil: false }
  if (isPointerOfValue(node, types))
    return { text: `${writer.unsafe('Pointer')}(${writer.tight(node)})`, kind: 'unsafe', isNonNil: false }
  if (underlyingOf(type).kind === 'basic')
    return {
      text: integerText(node, writer),
      kind: 'integer',
      isNonNil: types.constantOf(node) !== undefined,
    }
  return `the type of ${node.text} is not known`
}

/** A constant without a type of its own cannot be converted to unsafe.Pointer. */
function integerText(node: SyntaxNode, writer: Writer): string {
  const text = writer.tight(node)
  if (!writer.types.constantOf(node)) return text
  writer.usesName('uintptr')
  return `uintptr(${text})`
}

/** Methods of reflect.Value whose result may be converted where they are called (https://pkg.go.dev/unsafe#Pointer, pattern 5). */
function isPointerOfValue(node: SyntaxNode, types: PackageTypes): boolean {
  const method = calleeOf(types, node)
  return (
    method?.kind === 'func' &&
    method.isMethod &&
    method.package === 'reflect' &&
    /^(?:Pointer|UnsafeAddr)$/.test(method.name)
  )
}

function isAddress(type: Type): boolean {
  return type.kind === 'basic' && (type.name === 'uintptr' || type.name === 'unsafe.Pointer')
}

/** What is inside `uintptr(…)` or `unsafe.Pointer(…)`. */
function convertedPointer(operand: SyntaxNode, writer: Writer): Pointer | string {
  const { types } = writer
  const type = underlyingOf(types.typeOf(operand))
  if (type.kind === 'pointer') {
    const addressed = operandOf(operand, '&')
    const isNonNil = addressed !== undefined
    const room = addressed && roomAt(addressed, types)
    return {
      ...{ text: writer.tight(operand), kind: 'typed', element: type.element, isNonNil },
      ...(room && { room }),
    }
  }
  if (type.kind === 'unknown')
    // Types of C are not known here; whatever is converted to unsafe.Pointer and is no integer is a pointer.
    return { text: writer.tight(operand), kind: 'typed', isNonNil: operandOf(operand, '&') !== undefined }
  return pointerIn(operand, writer)
}

/** `x` of `&x`, and of `&x[0]` where x is an array; where that is no element of a slice, which says of one. */
function roomAt(addressed: SyntaxNode, types: PackageTypes): Type {
  const array = addressed.type === 'index_expression' ? addressed.childForFieldName('operand') : undefined
  const index = addressed.childForFieldName('index')
  const isFirst = index && wholeNumber(types.constantOf(index)) === 0n
  const indexed = array && underlyingOf(types.typeOf(array))
  const type = indexed?.kind === 'pointer' ? underlyingOf(indexed.element) : indexed
  return type?.kind === 'array' && isFirst ? type : types.typeOf(addressed)
}

/** `*(*unsafe.Pointer)(unsafe.Pointer(&s))`: the first word of a slice or string. */
function loadedData(node: SyntaxNode, types: PackageTypes): Place | undefined {
  const loaded = reinterpretationOf(node, types)
  return loaded && isAddress(loaded.target) ? placeAt(loaded.operand, types) : undefined
}

// uintptr(p) + offset
// -----------------------
// unsafe.Add(p, offset)
function sumOf(node: SyntaxNode, writer: Writer): Pointer | string | undefined {
  const operator = node.childForFieldName('operator')?.type
  const left = node.childForFieldName('left')
  const right = node.childForFieldName('right')
  if (!left || !right || (operator !== '+' && operator !== '-')) return undefined
  const base = pointerIn(left, writer)
  if (typeof base === 'string') return base
  if (base.kind === 'integer' || base.kind === 'nil') {
    const other = pointerIn(right, writer)
    const isAddress = typeof other !== 'string' && other.kind !== 'integer' && other.kind !== 'nil'
    return isAddress && operator === '+' ? moved(other, '+', left, writer) : undefined
  }
  return moved(base, operator, right, writer)
}

/** Without an offset it is 1. */
function moved(
  base: Pointer,
  operator: string,
  by: SyntaxNode | undefined,
  writer: Writer,
): Pointer | string {
  if (base.kind === 'nil') return 'its Data is moved before it is set'
  if (base.kind === 'integer') {
    const text = `${base.text}${operator}${by ? writer.grouped(by) : '1'}`
    return { text, kind: 'integer', isNonNil: false, isMoved: true }
  }
  const offset = by ? writer.tight(by) : '1'
  const distance = operator === '-' ? `-int(${offset})` : offset
  if (operator === '-') writer.usesName('int')
  return {
    text: `${writer.unsafe('Add')}(${unsafePointer(base, writer)}, ${distance})`,
    kind: 'unsafe',
    isNonNil: base.isNonNil,
    isMoved: true,
  }
}

/** The pointer as an unsafe.Pointer. */
export function unsafePointer(pointer: Pointer, writer: Writer): string {
  return pointer.kind === 'unsafe' ? pointer.text : `${writer.unsafe('Pointer')}(${pointer.text})`
}

/** The pointer as one to elements of a type, which `elementText` names. */
export function elementPointer(pointer: Pointer, element: Type, elementText: string, writer: Writer): string {
  if (pointer.kind === 'typed' && pointer.element && identical(pointer.element, element)) return pointer.text
  if (pointer.kind === 'nil') return `(*${elementText})(nil)`
  return `(*${elementText})(${unsafePointer(pointer, writer)})`
}

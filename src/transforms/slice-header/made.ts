import { partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { basic, type Type } from '../../go/types/type.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { isDeclaredInside, typeInFile } from '../unsafe/type-in-file.ts'
import type { Part } from './layout.ts'
import type { Place } from './place.ts'
import { elementPointer, type Pointer, pointerOf } from './pointer.ts'
import type { Cast, Update } from './solve.ts'
import { isSameTerm, resolved, type State, type Term } from './state.ts'
import type { Writer } from './writer.ts'

/** A slice or string that the new code makes. */
export interface Made {
  readonly text: string
  readonly kind: 'slice' | 'string'
  /** Undefined where the memory stays that of the old slice: `x[:n]`. */
  readonly pointer: Pointer | undefined
  readonly element: Type
  readonly elementText: string
  readonly length: Term
  /** The same term as the length where both are one. */
  readonly capacity: Term
  /** Its Cap was never set, or is 0; `behind`: it had no such word, and what lies behind it in memory was the capacity. */
  readonly lacksCap: boolean | 'behind'
}

/** What a slice or string is after an update; or why that cannot be written. */
export function madeByUpdate(update: Update, isZero: boolean, writer: Writer): Made | string {
  const { place, parts, state } = update
  const text = elementText(place, writer)
  if (text === undefined) return `the element type of ${place.text} has no name here`
  const target = { kind: place.kind, element: place.element, elementText: text }
  if (parts.has('Data')) return made(withoutCap(state, parts, isZero), target, writer)
  if (isZero) return 'its Len is set while its Data is nil'
  return resliced(update, target, writer)
}

/** A slice whose Cap is 0 before only Data and Len are written. */
function withoutCap(state: State, parts: ReadonlySet<Part>, isZero: boolean): State {
  return isZero && !parts.has('Cap') ? { ...state, Cap: { kind: 'zero' } } : state
}

/** What `*(*[]T)(unsafe.Pointer(&header))` reads. */
export function madeByCast(cast: Cast, writer: Writer): Made | string {
  const result = read(cast, writer)
  const isBehind = !cast.hasCap && typeof result !== 'string' && result.kind === 'slice'
  return isBehind ? { ...result, lacksCap: 'behind' } : result
}

function read({ cast, state }: Cast, writer: Writer): Made | string {
  const type = underlyingOf(cast.target)
  const { targetNode, node } = cast
  if (type.kind === 'basic' && type.name === 'string') {
    const result = made(state, { kind: 'string', element: basic('uint8'), elementText: 'byte' }, writer)
    return cast.target.kind === 'basic' ? result : converted(result, targetNode, cast.target, node, writer)
  }
  if (type.kind !== 'slice')
    return `it is read as ${targetNode?.text ?? 'another type'}, which is no slice or string`
  const written =
    targetNode?.type === 'slice_type' ? targetNode.childForFieldName('element')?.text : undefined
  const text = written ?? typeInFile(type.element, node, writer.types)
  if (text === undefined) return `the element type of ${targetNode?.text ?? 'the slice'} has no name here`
  const result = made(state, { kind: 'slice', element: type.element, elementText: text }, writer)
  return written === undefined ? converted(result, targetNode, cast.target, node, writer) : result
}

function converted(
  result: Made | string,
  targetNode: SyntaxNode | undefined,
  target: Type,
  at: SyntaxNode,
  writer: Writer,
): Made | string {
  if (typeof result === 'string') return result
  const name = targetNode?.text ?? typeInFile(target, at, writer.types)
  return name === undefined
    ? 'the type that it is read as has no name here'
    : { ...result, text: `${name}(${result.text})` }
}

type Target = Pick<Made, 'kind' | 'element' | 'elementText'>

// unsafe.Slice(pointer, cap)[:len]
function made(state: State, target: Target, writer: Writer): Made | string {
  const pointer = pointerOf(state.Data, writer)
  if (typeof pointer === 'string') return pointer
  const length = resolved(state.Len, writer.reads)
  const capacity = resolved(state.Cap, writer.reads)
  const common = { ...target, pointer, length }
  if (pointer.kind === 'nil') {
    if (length.kind !== 'zero') return 'its Data is nil, or not set'
    return { ...common, capacity: length, lacksCap: false, text: target.kind === 'slice' ? 'nil' : '""' }
  }
  if (target.elementText === 'byte') writer.usesName('byte')
  const start = elementPointer(pointer, target.element, target.elementText, writer)
  const count = writer.count(state.Len)
  if (target.kind === 'string')
    return {
      ...common,
      capacity: length,
      lacksCap: false,
      text: `${writer.unsafe('String')}(${start}, ${count})`,
    }
  const slice = writer.unsafe('Slice')
  const lacksCap = capacity.kind === 'zero' && length.kind !== 'zero'
  if (lacksCap || isSameTerm(state.Len, state.Cap, writer.reads))
    return { ...common, capacity: length, lacksCap, text: `${slice}(${start}, ${count})` }
  const text = `${slice}(${start}, ${writer.count(state.Cap)})[:${count}]`
  return { ...common, capacity, lacksCap, text }
}

// x[:len], x[:len:cap]
function resliced({ place, parts, state }: Update, target: Target, writer: Writer): Made {
  const length = resolved(state.Len, writer.reads)
  const capacity = resolved(state.Cap, writer.reads)
  const count = writer.count(state.Len)
  const common = { ...target, pointer: undefined, length, capacity, lacksCap: false }
  if (!parts.has('Cap')) return { ...common, text: `${place.operand}[:${count}]` }
  const most = writer.count(state.Cap)
  const blank = /[-+*/%|&<>]/.test(`${count}${most}`) ? ' ' : ''
  return { ...common, text: `${place.operand}[:${count}${blank}:${blank}${most}]` }
}

/** The element type of a place as its declaration writes it, or as the code around can. */
function elementText(place: Place, { types, usesName }: Writer): string | undefined {
  if (place.kind === 'string') {
    usesName('byte')
    return 'byte'
  }
  const object =
    place.node.type === 'identifier' && !place.text.startsWith('*') ? types.objectOf(place.node) : undefined
  const declared = object?.declarations[0]?.node.parent
  const type = declared?.childForFieldName('type')
  const isList = declared?.type === 'var_spec' || declared?.type === 'parameter_declaration'
  const element = isList && type?.type === 'slice_type' ? partsOf(type)[0] : undefined
  if (element) {
    const names = element.descendantsOfType('type_identifier')
    return names.some(name => isDeclaredInside(name.text, place.node, types)) ? undefined : element.text
  }
  return typeInFile(place.element, place.node, types)
}

import { argumentsOf, inner, operandOf, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { builtinOf, calleeOf } from '../../go/types/callee.ts'
import type { FuncObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { unknown } from '../../go/types/type.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { isBytes } from '../map-bytes-key/bytes-to-string.ts'
import { brief } from '../map-bytes-key/link.ts'
import { conversionOf } from '../unsafe/conversion.ts'
import { isRepeatable } from '../unsafe/pure.ts'
import { castOf } from '../zero-copy-cast/cast.ts'
import { type FunctionBody, functionBodies } from './function-bodies.ts'
import { viewFunction } from './view-function.ts'

/** An expression whose value is a string that shares memory with bytes. */
export interface ZeroCopy {
  readonly node: SyntaxNode
  /** The byte slice, all of which the string is; undefined where there is only a pointer and a length. */
  readonly bytes: SyntaxNode | undefined
  /** How the string is made, for messages: the function's name, or the cast. */
  readonly by: string
  /** Import path of the package of the function that makes it; undefined for anything but a function elsewhere. */
  readonly from?: string
  /** `&b[0]` is taken. */
  readonly panicsWhenEmpty: boolean
}

/** Helpers that call helpers are followed so far. */
const DEEPEST = 3

/** Recognises a zero-copy string: a cast, a call of unsafe.String, or of a function that does nothing but that. */
export function zeroCopyOf(expression: SyntaxNode, types: PackageTypes, depth = 0): ZeroCopy | undefined {
  const node = inner(expression)
  const cast = castOf(node, types)
  if (!cast) return unsafeString(node, types) ?? helperCall(node, types, depth)
  if (cast.to !== 'string' || cast.isPointer) return undefined
  return { node, bytes: cast.value, by: 'a cast', panicsWhenEmpty: false }
}

// unsafe.String(p, n); of a whole slice where it is unsafe.String(unsafe.SliceData(b), len(b)), or of &b[0]
function unsafeString(node: SyntaxNode, types: PackageTypes): ZeroCopy | undefined {
  const [pointer, length] = argumentsOf(node) ?? []
  if (!pointer || !length || builtinOf(types, node) !== 'unsafe.String') return undefined
  const [measured] = builtinOf(types, inner(length)) === 'len' ? (argumentsOf(inner(length)) ?? []) : []
  const first = firstOf(pointer)
  const [data] =
    builtinOf(types, inner(pointer)) === 'unsafe.SliceData' ? (argumentsOf(inner(pointer)) ?? []) : []
  const bytes = data ?? first
  const isWhole =
    bytes &&
    measured &&
    bytes.text === measured.text &&
    isRepeatable(bytes, types) &&
    isBytes(types.typeOf(bytes))
  return {
    node,
    bytes: isWhole ? bytes : undefined,
    by: 'unsafe.String',
    panicsWhenEmpty: first !== undefined,
  }
}

/** b of `&b[0]` */
function firstOf(pointer: SyntaxNode): SyntaxNode | undefined {
  const element = operandOf(pointer, '&')
  if (element?.type !== 'index_expression' || element.childForFieldName('index')?.text !== '0')
    return undefined
  return element.childForFieldName('operand')
}

/** `b2s(b)`, where every declaration of b2s makes a string of its parameter, and one does it without a copy. */
function helperCall(node: SyntaxNode, types: PackageTypes, depth: number): ZeroCopy | undefined {
  const object = calleeOf(types, node)
  const [bytes, second] = argumentsOf(node) ?? []
  if (
    object?.kind !== 'func' ||
    !bytes ||
    second ||
    depth === DEEPEST ||
    !mayView(object) ||
    !isDirect(node, types)
  )
    return undefined
  const made = functionBodies(types, object).map(body => viewFunction(body, following(depth)))
  const views = made.filter(each => each?.kind === 'view')
  if (views.length === 0 || made.includes(undefined)) return undefined
  return {
    node,
    // nil, and bytes one by one for a variadic parameter, are no slice.
    bytes: isBytes(types.typeOf(bytes)) ? bytes : undefined,
    by: brief(node.childForFieldName('function') ?? node),
    ...(object.package !== types.importPath && { from: object.package }),
    panicsWhenEmpty: views.some(({ panicsWhenEmpty }) => panicsWhenEmpty),
  }
}

/** `func([]byte) string`; other packages are not read for anything else. */
function mayView({ type: typeOf }: FuncObject): boolean {
  const type = typeOf()
  if (type.kind !== 'func' || type.parameters.length !== 1 || type.results.length !== 1) return false
  const [parameter = unknown] = type.parameters
  const result = underlyingOf(type.results[0] ?? unknown)
  return isBytes(parameter) && result.kind === 'basic' && result.name === 'string'
}

function following(depth: number) {
  return (value: SyntaxNode, types: FunctionBody['types']) => zeroCopyOf(value, types, depth + 1)
}

/** A function, or a method of what can be left out because it is only a name. */
function isDirect(call: SyntaxNode, types: PackageTypes): boolean {
  const callee = call.childForFieldName('function')
  const operand = callee && inner(callee).childForFieldName('operand')
  if (!operand) return true
  if (!isRepeatable(operand, types)) return false
  if (operand.type === 'identifier' && types.objectOf(operand)?.kind === 'package') return true
  // A method of a value cannot be called by a nil pointer.
  const object = calleeOf(types, call)
  const receiver = object?.declarations[0]?.node.parent?.childForFieldName('receiver')
  const [declared] = partsOf(receiver)
  const isPointer = underlyingOf(types.typeOf(operand)).kind === 'pointer'
  return !isPointer || declared?.childForFieldName('type')?.type === 'pointer_type'
}

/** The zero-copy string in a key: the key itself, or what is converted to a defined string type. */
export function zeroCopyInKey(key: SyntaxNode, types: PackageTypes): ZeroCopy | undefined {
  const found = zeroCopyOf(key, types)
  if (found) return found
  const conversion = conversionOf(key, types)
  const target = conversion && underlyingOf(conversion.target)
  if (target?.kind !== 'basic' || target.name !== 'string') return undefined
  return zeroCopyInKey(conversion?.operand ?? key, types)
}

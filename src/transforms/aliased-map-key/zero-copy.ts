import { argumentsOf, inner, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { builtinOf } from '../../go/types/callee.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { isBytes } from '../map-bytes-key/bytes-to-string.ts'
import { conversionOf } from '../unsafe/conversion.ts'
import { isRepeatable } from '../unsafe/pure.ts'
import { castOf } from '../zero-copy-cast/cast.ts'

/** An expression whose value is a string that shares memory with bytes. */
export interface ZeroCopy {
  readonly node: SyntaxNode
  /** The byte slice; undefined where there is only a pointer and a length. */
  readonly bytes: SyntaxNode | undefined
  /** How the string is made, for messages: the function's name, or the cast. */
  readonly by: string
}

/** Recognises a zero-copy string: a cast, a call of unsafe.String, or of a function of this package that does just that. */
export function zeroCopyOf(expression: SyntaxNode, types: PackageTypes): ZeroCopy | undefined {
  const node = inner(expression)
  const cast = castOf(node, types)
  if (cast)
    return cast.to === 'string' && !cast.isPointer ? { node, bytes: cast.value, by: 'a cast' } : undefined
  return unsafeString(node, types) ?? helperCall(node, types)
}

// unsafe.String(p, n); of a whole slice where it is unsafe.String(unsafe.SliceData(b), len(b))
function unsafeString(node: SyntaxNode, types: PackageTypes): ZeroCopy | undefined {
  const [pointer, length] = argumentsOf(node) ?? []
  if (!pointer || !length || builtinOf(types, node) !== 'unsafe.String') return undefined
  const [bytes] =
    builtinOf(types, inner(pointer)) === 'unsafe.SliceData' ? (argumentsOf(inner(pointer)) ?? []) : []
  const [measured] = builtinOf(types, inner(length)) === 'len' ? (argumentsOf(inner(length)) ?? []) : []
  const isWhole = bytes && measured && bytes.text === measured.text && isRepeatable(bytes, types)
  return { node, bytes: isWhole ? bytes : undefined, by: 'unsafe.String' }
}

/** `b2s(b)`, where every declaration of b2s returns its parameter as a zero-copy string and does nothing else. */
function helperCall(node: SyntaxNode, types: PackageTypes): ZeroCopy | undefined {
  const callee = node.type === 'call_expression' ? node.childForFieldName('function') : undefined
  const [bytes, second] = argumentsOf(node) ?? []
  if (callee?.type !== 'identifier' || !bytes || second) return undefined
  const object = types.objectOf(callee)
  if (object?.kind !== 'func' || object.declarations.length === 0) return undefined
  const isHelper = object.declarations.every(({ node: name }) => isZeroCopyFunction(name.parent, types))
  if (!isHelper) return undefined
  // nil, and bytes one by one for a variadic parameter, are no slice.
  return { node, bytes: isBytes(types.typeOf(bytes)) ? bytes : undefined, by: object.name }
}

// func b2s(b []byte) string { return *(*string)(unsafe.Pointer(&b)) }
function isZeroCopyFunction(declaration: SyntaxNode | undefined, types: PackageTypes): boolean {
  if (declaration?.type !== 'function_declaration' || declaration.hasError) return false
  const body = declaration.childForFieldName('body')
  const [list] = body ? partsOf(body) : []
  const [statement, second] = list ? partsOf(list) : []
  if (statement?.type !== 'return_statement' || second) return false
  const [values] = partsOf(statement)
  const [value, other] = values ? partsOf(values) : []
  if (!value || other || helperCall(inner(value), types)) return false
  const made = zeroCopyOf(value, types)
  const [parameters] = [declaration.childForFieldName('parameters')]
  const names = parameters ? partsOf(parameters).flatMap(one => one.childrenForFieldName('name')) : []
  return names.length === 1 && made?.bytes?.type === 'identifier' && made.bytes.text === names[0]?.text
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

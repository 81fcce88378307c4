import { inner, outer, partsOf, rootOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { builtinOf, calleeOf } from '../../go/types/callee.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { becomesInterface } from './becomes-interface.ts'
import { isBytes, isString } from './bytes-to-string.ts'
import { type Encoding, packageNameAt } from './encoding.ts'
import { brief, type Problem } from './link.ts'
import { mapOfKey } from './map-of-key.ts'
import { isShown } from './printed.ts'
import { receivingVariable } from './receiving-variable.ts'

/** What is to become of a variable that holds a key as text, where it is used. */
export type KeyUse =
  /** Nothing: it is compared with another key, or given to no one. */
  | { readonly kind: 'kept' }
  /** Nothing: it is printed or logged, and now to be read. */
  | { readonly kind: 'shown' }
  /** `k == "abc"`: a constant is encoded once, and not the key decoded each time. */
  | { readonly kind: 'compared'; readonly constant: SyntaxNode; readonly value: string }
  /** `hex.EncodeToString([]byte(k))`: what the key is already. */
  | { readonly kind: 'encoded'; readonly call: SyntaxNode }
  /** `[]byte(k)`: the conversion is the function that decodes. */
  | { readonly kind: 'converted'; readonly conversion: SyntaxNode }
  /** `len(k)`: bytes do as well as text. */
  | { readonly kind: 'bytes' }
  | { readonly kind: 'text' }

/** Tells what to make of a use of a key; `isKey` says of other names whether they are keys of these maps. */
export function keyUse(
  types: PackageTypes,
  use: SyntaxNode,
  encoding: Encoding,
  isKey: (node: SyntaxNode) => boolean,
): KeyUse | Problem {
  const value = outer(use)
  if (receivingVariable(types, value) === 'none') return { kind: 'kept' }
  const problem = otherMap(types, use)
  if (problem) return problem
  if (becomesInterface(types, value)) return { kind: isShown(types, value) ? 'shown' : 'text' }
  const { parent } = value
  switch (parent?.type) {
    case 'binary_expression':
      return comparison(types, value, parent, encoding, isKey) ?? { kind: 'text' }
    case 'type_conversion_expression':
      return isBytes(types.typeOf(parent)) ? conversionOf(types, parent, encoding) : { kind: 'text' }
    case 'argument_list':
      return argument(types, value, parent)
    case 'variadic_argument':
      return builtinOf(types, parent.parent?.parent) === 'append' ? { kind: 'bytes' } : { kind: 'text' }
    case 'index_expression':
      return { kind: value.fieldName === 'operand' ? 'bytes' : 'text' }
    default:
      return { kind: 'text' }
  }
}

/** Another map would get keys that are decoded only to be encoded again once it is a map like this. */
function otherMap(types: PackageTypes, use: SyntaxNode): Problem | undefined {
  const value = withConversions(types, use)
  const map = mapOfKey(types, value)
  if (map) return { at: use, what: `${use.text}, which is a key, is also one of ${brief(map)}` }
  const object = receivingVariable(types, value)
  if (!object || object === 'none') return undefined
  const all = types.usesOf(object)
  if (all.unknown !== undefined) return { at: use, what: all.unknown }
  const isKey = all.uses.some(other =>
    mapOfKey(types, other.parent?.type === 'selector_expression' ? other.parent : other),
  )
  return isKey ? { at: use, what: `${object.name} is given a key, and is one of another map` } : undefined
}

// string(k)
function withConversions(types: PackageTypes, value: SyntaxNode): SyntaxNode {
  const list = outer(value).parent
  const call = list?.type === 'argument_list' ? list.parent : undefined
  const isText = call !== undefined && isConversion(types, call) && !isBytes(types.typeOf(call))
  return isText ? withConversions(types, call) : value
}

function comparison(
  types: PackageTypes,
  value: SyntaxNode,
  whole: SyntaxNode,
  { keepsOrder }: Encoding,
  isKey: (node: SyntaxNode) => boolean,
): KeyUse | undefined {
  const operator = whole.childForFieldName('operator')?.type ?? ''
  const isEquality = /^[=!]=$/.test(operator)
  if (!isEquality && !(keepsOrder && /^[<>]=?$/.test(operator))) return undefined
  const other = whole.childForFieldName(value.fieldName === 'left' ? 'right' : 'left')
  if (!other) return undefined
  if (isKey(inner(other))) return { kind: 'kept' }
  const constant = types.constantOf(inner(other))
  if (!isEquality || constant?.kind !== 'string') return undefined
  return { kind: 'compared', constant: inner(other), value: constant.bytes }
}

function argument(types: PackageTypes, value: SyntaxNode, list: SyntaxNode): KeyUse {
  const { parent: call } = list
  const builtin = builtinOf(types, call)
  if (builtin === 'len') return { kind: 'bytes' }
  if (builtin === 'copy') return { kind: partsOf(list)[1] === value ? 'bytes' : 'text' }
  return { kind: isConversion(types, call) ? 'bytes' : 'text' }
}

/** `Name(k)`, where the type is a string or a slice of bytes: it can be made of bytes as well. */
function isConversion(types: PackageTypes, call: SyntaxNode | undefined): boolean {
  if (!call || calleeOf(types, call)?.kind !== 'type') return false
  const type = types.typeOf(call)
  return isBytes(type) || isString(underlyingOf(type))
}

// []byte(k)
function conversionOf(types: PackageTypes, conversion: SyntaxNode, encoding: Encoding): KeyUse | Problem {
  const list = outer(conversion).parent
  const call = list?.type === 'argument_list' && partsOf(list).length === 1 ? list.parent : undefined
  const name = packageNameAt(types, conversion, rootOf(conversion), encoding)
  const isEncoded =
    typeof name === 'string' && call?.childForFieldName('function')?.text === `${name}.${encoding.encode}`
  const whole = isEncoded && call ? call : conversion
  if (whole.descendantsOfType('comment').length > 0)
    return { at: whole, what: 'there is a comment inside a key; move it out' }
  if (whole !== conversion) return { kind: 'encoded', call: whole }
  const isUnnamed = types.typeOf(conversion).kind === 'slice'
  return isUnnamed ? { kind: 'converted', conversion } : { kind: 'bytes' }
}

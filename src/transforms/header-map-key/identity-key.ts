import { argumentsOf, inner, operandOf, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { builtinOf, calleeOf } from '../../go/types/callee.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { isBytes } from '../map-bytes-key/bytes-to-string.ts'
import { isText } from '../pinned-substring-key/substring.ts'
import { type Layout, layoutOf } from '../slice-header/layout.ts'
import { conversionOf, reinterpretationOf } from '../unsafe/conversion.ts'
import { isRepeatable } from '../unsafe/pure.ts'

/** A struct with the words of a slice or string, which says where it is in memory. */
export interface IdentityKey {
  readonly node: SyntaxNode
  /** The slice or string. */
  readonly value: SyntaxNode
  /** What the slice or string holds: `string(b)`, or the string; undefined for slices of anything but bytes. */
  readonly content: string | undefined
  /** `&b[0]` is taken of it, which panics where it is empty. */
  readonly takesFirst: boolean
}

/** Recognises `*(*K)(unsafe.Pointer(&b))`, `K{uintptr(unsafe.Pointer(&b[0])), len(b), cap(b)}`, and calls of functions that do just that. */
export function identityKeyOf(types: PackageTypes, expression: SyntaxNode): IdentityKey | undefined {
  const node = inner(expression)
  return castKey(types, node) ?? literalKey(types, node) ?? helperKey(types, node)
}

// *(*K)(unsafe.Pointer(&b))
function castKey(types: PackageTypes, node: SyntaxNode): IdentityKey | undefined {
  const cast = reinterpretationOf(node, types)
  const layout = cast && layoutOf(cast.target)
  const value = cast && operandOf(cast.operand, '&')
  return layout && value && keyOf(types, node, value, layout, false)
}

// K{uintptr(unsafe.Pointer(&b[0])), len(b), cap(b)}
function literalKey(types: PackageTypes, node: SyntaxNode): IdentityKey | undefined {
  if (node.type !== 'composite_literal') return undefined
  const layout = layoutOf(types.typeOf(node))
  const body = node.childForFieldName('body')
  const values = partsOf(body).map(element => {
    return partsOf(element.type === 'keyed_element' ? element.childForFieldName('value') : element)[0]
  })
  const [data, length] = values
  if (!layout || !data || !length || values.length !== layout.parts.size) return undefined
  const [measured] = builtinOf(types, inner(length)) === 'len' ? (argumentsOf(inner(length)) ?? []) : []
  if (!measured || !isRepeatable(measured, types)) return undefined
  const capacity = values[2]
  const [sized] =
    capacity && builtinOf(types, inner(capacity)) === 'cap' ? (argumentsOf(inner(capacity)) ?? []) : []
  if (capacity && sized?.text !== measured.text && capacity.text !== length.text) return undefined
  const pointer = unconverted(data, types)
  const element = operandOf(pointer, '&')
  const takesFirst =
    element?.type === 'index_expression' &&
    element.childForFieldName('index')?.text === '0' &&
    element.childForFieldName('operand')?.text === measured.text
  const isData =
    /^unsafe\.(?:Slice|String)Data$/.test(builtinOf(types, pointer) ?? '') &&
    argumentsOf(pointer)?.[0]?.text === measured.text
  if (!takesFirst && !isData) return undefined
  return keyOf(types, node, measured, layout, takesFirst)
}

/** `p` of `uintptr(unsafe.Pointer(p))`. */
function unconverted(data: SyntaxNode, types: PackageTypes): SyntaxNode {
  const conversion = conversionOf(data, types)
  return conversion ? unconverted(conversion.operand, types) : inner(data)
}

// keyOf(b), where every declaration of keyOf returns the words of its parameter and does nothing else.
function helperKey(types: PackageTypes, node: SyntaxNode): IdentityKey | undefined {
  const [value, second] = argumentsOf(node) ?? []
  const object = calleeOf(types, node)
  if (!value || second || object?.kind !== 'func' || object.declarations.length === 0) return undefined
  const made = object.declarations.map(({ node: name }) => keyOfParameter(types, name.parent))
  const [first] = made
  const layout = layoutOf(types.typeOf(node))
  if (!first || !layout || made.includes(undefined)) return undefined
  return keyOf(
    types,
    node,
    value,
    layout,
    made.some(key => key?.takesFirst),
  )
}

// func keyOf(b []byte) K { return *(*K)(unsafe.Pointer(&b)) }
function keyOfParameter(types: PackageTypes, declaration: SyntaxNode | undefined): IdentityKey | undefined {
  const body =
    declaration?.type === 'function_declaration' ? declaration.childForFieldName('body') : undefined
  const [list] = partsOf(body)
  const [statement, second] = partsOf(list)
  const [values] = statement?.type === 'return_statement' && !second ? partsOf(statement) : []
  const [value, other] = partsOf(values)
  const returned = value && !other ? inner(value) : undefined
  const key = returned && (castKey(types, returned) ?? literalKey(types, returned))
  const parameters = declaration?.childForFieldName('parameters')
  const names = partsOf(parameters).flatMap(each => each.childrenForFieldName('name'))
  return key && names.length === 1 && names[0]?.text === key.value.text ? key : undefined
}

function keyOf(
  types: PackageTypes,
  node: SyntaxNode,
  value: SyntaxNode,
  { kind }: Layout,
  takesFirst: boolean,
): IdentityKey | undefined {
  const type = types.typeOf(value)
  const content =
    kind === 'slice' && isBytes(type)
      ? `string(${value.text})`
      : kind === 'string' && type.kind === 'basic' && isText(type)
        ? value.text
        : undefined
  return { node, value, content, takesFirst }
}

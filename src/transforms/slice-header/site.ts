import { functionAround } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { builtinOf } from '../../go/types/callee.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { callPlaces } from './call-places.ts'
import type { Origin } from './header.ts'
import type { Layout } from './layout.ts'
import { type Mention, mentionsIn } from './mentions.ts'
import { viewOf } from './place.ts'

/** A place where a header comes into being. */
export interface Site {
  readonly node: SyntaxNode
  readonly layout: Layout
  readonly origin: Origin
  readonly isPointer: boolean
}

/** Where the mention of a type makes a header, or what it does instead; undefined where another mention tells of it. */
export function siteOf({ node, layout }: Mention, types: PackageTypes): Site | string | undefined {
  const type = typeAround(node)
  const { parent } = type
  if (parent?.type === 'call_expression' && type.fieldName === 'function') {
    const view = viewOf(parent, types)
    if (!view) return `it is converted to ${layout.name} from something else than an unsafe.Pointer`
    if (typeof view.place === 'string') return view.place
    return { node: parent, layout, origin: { kind: 'view', place: view.place }, isPointer: true }
  }
  if (parent?.type === 'composite_literal')
    return { node: parent, layout, origin: { kind: 'new', literal: parent }, isPointer: false }
  if (parent?.type === 'var_spec' && !parent.childForFieldName('value') && type === node)
    return { node: parent, layout, origin: { kind: 'new', literal: undefined }, isPointer: false }
  if (parent?.type === 'var_spec') return declared(parent, types)
  if (parent?.type === 'argument_list' && builtinOf(types, parent.parent) === 'new')
    return {
      node: parent.parent as SyntaxNode,
      layout,
      origin: { kind: 'new', literal: undefined },
      isPointer: true,
    }
  return otherMention(type, types)
}

/** `var header *Header`, and `var header Header = value` */
function declared(spec: SyntaxNode, types: PackageTypes): string | undefined {
  const value = spec.childForFieldName('value')
  if (!value)
    return 'it is declared as a nil pointer: what is read or written there panics until it gets another'
  return mentionsIn(value, types).length > 0 ? undefined : 'its variable gets it from somewhere else'
}

/** `*T` and `(*T)` around a type. */
function typeAround(node: SyntaxNode): SyntaxNode {
  const { parent } = node
  if (
    !parent ||
    !/^(?:unary_expression|pointer_type|parenthesized_expression|parenthesized_type)$/.test(parent.type)
  )
    return node
  return typeAround(parent)
}

function otherMention(type: SyntaxNode, types: PackageTypes): string {
  switch (type.parent?.type) {
    case 'parameter_declaration':
    case 'variadic_parameter_declaration':
      return `a function takes it as a parameter${calledAt(type, types)}`
    case 'function_declaration':
    case 'method_declaration':
    case 'func_literal':
    case 'function_type':
    case 'method_elem':
      return `a function returns it${calledAt(type, types)}`
    case 'field_declaration':
      return 'it is kept in the field of a struct'
    case 'type_assertion_expression':
      return 'it is taken out of an interface'
    case 'slice_type':
    case 'array_type':
    case 'map_type':
      return 'it is the element of another type'
    case 'argument_list':
      return 'its size, alignment or type is asked for'
    default:
      return 'it is mentioned where no header is made'
  }
}

function calledAt(type: SyntaxNode, types: PackageTypes): string {
  const around = functionAround(type)
  if (!around?.childForFieldName('name')) return ''
  return `; ${callPlaces(around, types) ?? 'nothing in its package calls it'}`
}

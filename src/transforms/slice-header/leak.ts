import { functionAround, inner, operandOf, outer } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { builtinOf, objectAt } from '../../go/types/callee.ts'
import { initialValue } from '../../go/types/initial-value.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { unsafePointerOperand } from '../unsafe/conversion.ts'
import type { Leak, Origin } from './header.ts'
import type { Layout } from './layout.ts'
import { viewOf } from './place.ts'

interface Leaking {
  /** The expression that stands for the header, or for a pointer to it. */
  readonly node: SyntaxNode
  readonly isPointer: boolean
  readonly origin: Origin
  readonly layout: Layout
}

/**
 * How a header that is a value of its own goes where it may outlive the memory that its integer points to; undefined
 * when it does not, or is the header of a slice or string itself, which the garbage collector knows.
 */
export function leakOf({ node, isPointer, origin, layout }: Leaking, types: PackageTypes): Leak | undefined {
  if (!layout.hidesData) return undefined
  const around = outer(node).parent
  const operator =
    around?.type === 'unary_expression' ? around.childForFieldName('operator')?.type : undefined
  const copied = isPointer && operator === '*' ? around : undefined
  if (origin.kind === 'view' && !copied) return undefined
  const addressed = !isPointer && operator === '&' ? around : undefined
  return wayOut(outer(copied ?? addressed ?? node), types)
}

function wayOut(value: SyntaxNode, types: PackageTypes): Leak | undefined {
  const list = value.parent?.type === 'expression_list' ? value.parent.parent : value.parent
  if (value.parent?.fieldName === 'left') return undefined
  switch (list?.type) {
    case 'return_statement':
      return 'returned'
    case 'literal_element':
    case 'send_statement':
      return 'stored'
    case 'assignment_statement':
      return list.childForFieldName('left')?.namedChildren.some(target => isKept(target, types))
        ? 'stored'
        : undefined
    case 'argument_list':
      if (builtinOf(types, list.parent) === 'append') return 'stored'
      return list.parent && unsafePointerOperand(list.parent, types) ? 'pointed to' : undefined
    default:
      return undefined
  }
}

/** Reports whether a target of an assignment is no local variable, and not the header of a slice or string either. */
function isKept(target: SyntaxNode, types: PackageTypes): boolean {
  const pointer = operandOf(target, '*')
  if (pointer && isViewed(pointer, types)) return false
  const object = target.type === 'identifier' ? objectAt(types, target) : undefined
  return object?.kind === 'var' ? object.isPackageLevel : target.text !== '_'
}

/** `h` of `h := (*Header)(unsafe.Pointer(&x))`, or that itself. */
function isViewed(pointer: SyntaxNode, types: PackageTypes): boolean {
  const object = pointer.type === 'identifier' ? types.objectOf(pointer) : undefined
  const view = viewOf(inner((object && initialValue(object)) ?? pointer), types)
  return view !== undefined && typeof view.place !== 'string'
}

/** The same for a type that is mentioned where memory of that type is kept. */
export function leakAt(mention: SyntaxNode, layout: Layout): Leak | undefined {
  if (!layout.hidesData) return undefined
  const { parent } = mention
  if (parent?.type === 'var_spec') return functionAround(mention) ? undefined : 'kept'
  // Keys are the business of header-map-key.
  if (parent?.type === 'map_type' && mention.fieldName === 'key') return undefined
  return /^(?:field_declaration|slice_type|array_type|map_type|channel_type)$/.test(parent?.type ?? '')
    ? 'kept'
    : undefined
}

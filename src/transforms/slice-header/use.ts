import { argumentsOf, inner, outer, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { reinterpretationOf, unsafePointerOperand } from '../unsafe/conversion.ts'
import { isPlaceWanted } from '../unsafe/place-wanted.ts'
import type { Use, Write } from './header.ts'
import type { Layout } from './layout.ts'

/** What is done with a header, by the expression that stands for it; or why that is not understood. */
export function useOf(
  header: { readonly node: SyntaxNode; readonly isPointer: boolean; readonly isView: boolean },
  layout: Layout,
  types: PackageTypes,
): Use | string {
  const { isPointer, isView } = header
  const node = outer(header.node)
  const { parent } = node
  if (!parent) return 'it stands alone'
  if (parent.type === 'selector_expression' && node.fieldName === 'operand') return accessOf(parent, layout)
  const operator = parent.type === 'unary_expression' ? parent.childForFieldName('operator')?.type : undefined
  if (operator === '*' && isPointer) {
    const target = outer(parent)
    if (target.parent?.type === 'selector_expression' && target.fieldName === 'operand')
      return accessOf(target.parent, layout)
    return fillOf(target) ?? wholeUse(target)
  }
  if (operator === '&' && !isPointer) return pointerUse(outer(parent), isView, types)
  if (isPointer) return pointerUse(node, isView, types)
  return fillOf(node) ?? otherUse(node)
}

/** `*header`, read or written as a whole. */
function wholeUse({ parent }: SyntaxNode): string {
  if (parent?.type === 'binary_expression')
    return 'it is compared as a whole; compare the data and the length, by unsafe.SliceData or StringData and len'
  return 'it is copied as a whole; assign the slice or string itself'
}

/** `header.Field` */
function accessOf(selector: SyntaxNode, layout: Layout): Use | string {
  const field = selector.childForFieldName('field')
  const part = field && layout.parts.get(field.text)
  if (!part) return `${field?.text} is no field of ${layout.name}`
  const node = outer(selector)
  const { parent } = node
  if (parent?.type === 'unary_expression' && parent.childForFieldName('operator')?.type === '&')
    return `the address of its ${part} is taken, as atomic operations do`
  if (parent?.type === 'inc_statement' || parent?.type === 'dec_statement')
    return {
      kind: 'write',
      node,
      statement: parent,
      part,
      value: undefined,
      operator: parent.type === 'inc_statement' ? '+' : '-',
    }
  if (parent?.type === 'expression_list' && parent.fieldName === 'left') {
    const write = assignmentTo(node, parent)
    return write ? { ...write, part } : `its ${part} is assigned to in a way that is not understood`
  }
  if (parent?.type === 'argument_list' && /\.(?:Off|Size|Align)of$/.test(calleeText(parent)))
    return `the size or offset of its ${part} is asked for`
  return { kind: 'read', node: selector, part }
}

function calleeText({ parent }: SyntaxNode): string {
  return parent?.childForFieldName('function')?.text ?? ''
}

/** `*header = Header{…}` */
function fillOf(target: SyntaxNode): Use | undefined {
  const { parent } = target
  if (parent?.type !== 'expression_list' || parent.fieldName !== 'left') return undefined
  const write = assignmentTo(target, parent)
  const value = write?.value && inner(write.value)
  if (write?.operator !== '=' || value?.type !== 'composite_literal') return undefined
  return { ...write, value, part: undefined }
}

function assignmentTo(target: SyntaxNode, list: SyntaxNode): Write | undefined {
  const statement = list.parent
  if (statement?.type !== 'assignment_statement') return undefined
  const targets = partsOf(list)
  const right = statement.childForFieldName('right')
  const values = right ? partsOf(right) : []
  if (targets.length !== values.length) return undefined
  const operator = statement.childForFieldName('operator')?.text ?? '='
  return {
    kind: 'write',
    node: target,
    statement,
    part: undefined,
    value: values[targets.indexOf(target)],
    operator: operator === '=' ? '=' : operator.slice(0, -1),
  }
}

/** The pointer to a header in `*(*[]T)(unsafe.Pointer(pointer))`, or as a pointer only. */
function pointerUse(pointer: SyntaxNode, isView: boolean, types: PackageTypes): Use | string {
  const call = pointer.parent?.parent
  if (call && unsafePointerOperand(call, types) && argumentsOf(call)?.includes(pointer)) {
    const conversion = outer(call).parent
    const whole = conversion?.type === 'argument_list' ? conversion.parent : conversion
    const indirection = whole && outer(whole).parent
    const cast = indirection && reinterpretationOf(indirection, types)
    if (cast && cast.operand === inner(pointer))
      return isPlaceWanted(cast.node)
        ? 'what it is read as is written to, or its address is taken'
        : { kind: 'cast', node: cast.node, cast }
    if (isView) return { kind: 'pointer', node: pointer }
    return 'its address goes where it is not known what it becomes'
  }
  if (isView && call && isKeepAlive(call, types)) return { kind: 'pointer', node: pointer }
  return otherUse(pointer)
}

export function isKeepAlive(call: SyntaxNode, types: PackageTypes): boolean {
  const callee = call.type === 'call_expression' ? call.childForFieldName('function') : undefined
  const field = callee?.childForFieldName('field')
  const object = field && types.objectOf(field)
  return object?.kind === 'func' && object.package === 'runtime' && object.name === 'KeepAlive'
}

function otherUse({ parent, fieldName }: SyntaxNode): string {
  const list = parent?.type === 'expression_list' ? parent.parent : parent
  if (parent?.fieldName === 'left') return 'it is assigned to a second time'
  switch (list?.type) {
    case 'argument_list':
      return `it is passed to ${list.parent?.childForFieldName('function')?.text ?? 'a function'}`
    case 'return_statement':
      return 'it is returned'
    case 'assignment_statement':
    case 'short_var_declaration':
    case 'var_spec':
      return 'it is copied to another variable'
    case 'literal_element':
      return 'it is stored in a composite literal'
    default:
      return `it is used in a way that is not understood${fieldName ? ` (as ${fieldName})` : ''}`
  }
}

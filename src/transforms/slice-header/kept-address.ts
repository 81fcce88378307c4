import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { calleeOf } from '../../go/types/callee.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { conversionOf } from '../unsafe/conversion.ts'
import { valuesOf } from './values.ts'
import type { Work } from './work.ts'

/**
 * Reports whether an address lives on as an integer: `addr := h.Data`, `return uintptr(h.Data)`, `hash(h.Data, n)`. A
 * system call is no such place: what is converted to uintptr in its arguments is kept alive until it returns
 * (https://pkg.go.dev/unsafe#Pointer, pattern 4).
 */
export function isKept(node: SyntaxNode, work: Pick<Work, 'solutions' | 'types'>): boolean {
  const { solutions, types } = work
  const type = types.typeOf(node)
  if (type.kind === 'basic' && type.name === 'unsafe.Pointer') return false
  // A word of another header, which is followed itself.
  if (solutions.flatMap(valuesOf).includes(node)) return false
  const { parent } = node
  switch (parent?.type) {
    case 'expression_list':
      return parent.fieldName !== 'left'
    case 'binary_expression':
    case 'parenthesized_expression': {
      const operator = parent.childForFieldName('operator')?.type ?? ''
      return !/^(?:[=!<>]=|[<>])$/.test(operator) && isKept(parent, work)
    }
    case 'literal_element':
    case 'send_statement':
      return true
  }
  const call = parent?.type === 'argument_list' ? parent.parent : parent
  if (call?.type !== 'call_expression' && call?.type !== 'type_conversion_expression') return false
  const conversion = conversionOf(call, types)
  return conversion ? isKept(conversion.node, work) : !isSystemCall(call, types)
}

function isSystemCall(call: SyntaxNode, types: PackageTypes): boolean {
  const object = calleeOf(types, call)
  return (
    object?.kind === 'func' &&
    /^(?:syscall|golang\.org\/x\/sys\/(?:unix|windows))$/.test(object.package) &&
    /^(?:(?:Raw)?Syscall\w*|Call)$/.test(object.name)
  )
}

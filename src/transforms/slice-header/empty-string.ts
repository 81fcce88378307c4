import { inner, outer } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { calleeOf } from '../../go/types/callee.ts'
import { wholeNumber } from '../../go/types/constant.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { conversionOf } from '../unsafe/conversion.ts'
import type { Solution } from './solve.ts'

/**
 * Places where it matters what unsafe.StringData gives for an empty string, which is not specified
 * (https://pkg.go.dev/unsafe#StringData): system calls, and comparisons with nil.
 */
export function emptyStringsIn({ reads }: Solution, types: PackageTypes): readonly string[] {
  return [...reads].flatMap(([node, { part, term }]) => {
    if (part !== 'Data' || term.kind !== 'own' || term.place.kind !== 'string') return []
    const place = observer(outer(node), types)
    return place
      ? [`${place}, and what unsafe.StringData gives for an empty string is not specified: it may be nil`]
      : []
  })
}

function observer(value: SyntaxNode, types: PackageTypes): string | undefined {
  const { parent } = value
  if (parent?.type === 'binary_expression') {
    const other = parent.childForFieldName(value.fieldName === 'left' ? 'right' : 'left')
    const isNil = other && (inner(other).type === 'nil' || wholeNumber(types.constantOf(other)) === 0n)
    return isNil ? `${parent.text} asks whether there is memory` : undefined
  }
  const call = parent?.type === 'argument_list' ? parent.parent : undefined
  if (!call) return undefined
  if (conversionOf(call, types)) return observer(outer(call), types)
  const callee = calleeOf(types, call)
  return callee && /^(?:syscall|golang\.org\/x\/sys\/.*)$/.test(callee.package)
    ? `${call.childForFieldName('function')?.text} gets the address`
    : undefined
}

import { functionAround, inner, outer, partsOf } from '../../go/syntax/expression.ts'
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
  const held = variableGiven(value)
  if (held) return observerOfVariable(held, types)
  const call = parent?.type === 'argument_list' ? parent.parent : undefined
  if (!call) return undefined
  if (conversionOf(call, types)) return observer(outer(call), types)
  const callee = calleeOf(types, call)
  return callee && /^(?:syscall|golang\.org\/x\/sys\/.*)$/.test(callee.package)
    ? `${call.childForFieldName('function')?.text} gets the address`
    : undefined
}

/** `p` of `p := value`. */
function variableGiven({ parent, fieldName, text }: SyntaxNode): SyntaxNode | undefined {
  const statement = parent?.type === 'expression_list' ? parent.parent : undefined
  if (statement?.type !== 'short_var_declaration' || fieldName === 'left') return undefined
  const values = partsOf(statement.childForFieldName('right'))
  const names = partsOf(statement.childForFieldName('left'))
  return names.length === values.length ? names[values.findIndex(value => value.text === text)] : undefined
}

function observerOfVariable(name: SyntaxNode, types: PackageTypes): string | undefined {
  const object = types.objectOf(name)
  const uses = functionAround(name)?.descendantsOfType('identifier') ?? []
  for (const node of uses) {
    if (node === name || node.text !== name.text || types.objectOf(node) !== object) continue
    const found = observer(outer(node), types)
    if (found) return found
  }
  return undefined
}

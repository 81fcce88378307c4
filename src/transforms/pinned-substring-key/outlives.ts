import { functionAround, inner, operandOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { usagesOf } from '../../go/types/escape.ts'
import type { VarObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { declarationPlace } from '../map-bytes-key/declaration-place.ts'

/** Why a map lives longer than the function that puts something into it: a clause; undefined when it may not. */
export function outlivingReason(
  types: PackageTypes,
  map: SyntaxNode,
  seen: readonly VarObject[] = [],
): string | undefined {
  const node = inner(map)
  const pointer = operandOf(node, '*') ?? operandOf(node, '&')
  if (pointer) return outlivingReason(types, pointer, seen)
  if (node.type === 'index_expression' || node.type === 'selector_expression') {
    const field = node.childForFieldName('field')
    const member = field && types.objectOf(field)
    if (member?.kind === 'var' && member.isPackageLevel) return `${node.text} is declared outside functions`
    const operand = node.childForFieldName('operand')
    const reason = operand && outlivingReason(types, operand, seen)
    return reason && `${node.text} is a part of it, and ${reason}`
  }
  const object = node.type === 'identifier' ? types.objectOf(node) : undefined
  return object?.kind === 'var' ? outlivingVariable(types, object, seen) : undefined
}

function outlivingVariable(
  types: PackageTypes,
  object: VarObject,
  seen: readonly VarObject[],
): string | undefined {
  const [declared] = object.declarations
  if (!declared || seen.includes(object)) return undefined
  if (object.isPackageLevel) return `${object.name} is declared outside functions`
  const { node: name } = declared
  if (isReceiver(name)) return `${object.name} is the receiver`
  const place = declarationPlace(types, name)
  if (place?.kind === 'parameter') return `${object.name} comes from the caller`
  if (place?.kind === 'result') return `${object.name} is returned`
  const all = usagesOf(types, object)
  if (all.unknown !== undefined) return undefined
  if (
    all.usages.some(
      ({ kind, value }) => kind === 'returned' && functionAround(value) === functionAround(name),
    )
  )
    return `${object.name} is returned`
  if (place?.kind !== 'variable' || !place.value || place.index !== undefined) return undefined
  return outlivingReason(types, place.value, [...seen, object])
}

function isReceiver(name: SyntaxNode): boolean {
  return name.parent?.parent?.fieldName === 'receiver'
}

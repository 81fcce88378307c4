import { argumentsOf, functionAround, inner, outer } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { competingCall } from '../unsafe/competing-call.ts'
import { convertedBytes } from './bytes-to-string.ts'
import { keepsNothing } from './keeps-nothing.ts'
import { brief } from './link.ts'
import type { Places } from './places.ts'
import type { WebKeys } from './web-keys.ts'

/** What to look at where Go leaves open whether a key is evaluated first, or a call that may change its bytes. */
export function orderCautions(types: PackageTypes, places: Places, { keys }: WebKeys): readonly string[] {
  const cautions = keys.flatMap(key => {
    if (key.kind === 'constant' || key.kind === 'text') return []
    const bytes = key.kind === 'array' ? argumentsOf(key.node)?.[0] : key.bytes
    const call = bytes && competingCall(types, key.node)
    if (!call || isSteady(types, bytes)) return []
    return [
      `Go does not say whether ${brief(call)} or the key is evaluated first (${places.nameOf(key.node)}): see that the call does not change the key's bytes`,
    ]
  })
  return [...new Set(cautions)]
}

/** Reports whether nothing but the function itself can reach the bytes: a local array that is only made a string. */
function isSteady(types: PackageTypes, bytes: SyntaxNode): boolean {
  const array = bytes.type === 'slice_expression' ? bytes.childForFieldName('operand') : undefined
  const name = array && inner(array)
  const object = name?.type === 'identifier' ? types.objectOf(name) : undefined
  if (!name || object?.kind !== 'var' || object.isPackageLevel) return false
  if (underlyingOf(object.type()).kind !== 'array') return false
  const all = types.usesOf(object)
  return (
    all.unknown === undefined &&
    all.uses.every(use => functionAround(use) === functionAround(name) && !isReachedByOthers(types, use))
  )
}

function isReachedByOthers(types: PackageTypes, use: SyntaxNode): boolean {
  const value = outer(use)
  const { parent } = value
  if (parent?.type === 'unary_expression') return parent.childForFieldName('operator')?.type === '&'
  if (parent?.type === 'selector_expression') return true
  if (parent?.type !== 'slice_expression' || value.fieldName !== 'operand') return false
  if (keepsNothing(types, parent)) return false
  const conversion = outer(parent).parent?.parent
  return !conversion || convertedBytes(types, conversion) === undefined
}

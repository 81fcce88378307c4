import { outer, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { calleeOf } from '../../go/types/callee.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'

/** Functions of the standard library that neither change nor keep the bytes they are given. */
const READERS = new Set([
  'encoding/hex.EncodeToString',
  'bytes.Equal',
  'bytes.Compare',
  'bytes.HasPrefix',
  'bytes.HasSuffix',
  'bytes.Contains',
])

/** Reports whether bytes are only looked at by the call that they are an argument of. */
export function keepsNothing(types: PackageTypes, bytes: SyntaxNode): boolean {
  const value = outer(bytes)
  const isSpread = value.parent?.type === 'variadic_argument'
  const list = isSpread ? value.parent?.parent : value.parent
  const object = list?.type === 'argument_list' ? calleeOf(types, list.parent) : undefined
  if (object?.kind === 'func') return READERS.has(`${object.package}.${object.name}`)
  if (object?.kind !== 'builtin') return false
  // append(x, b...) and copy(x, b)
  return object.name === 'append' ? isSpread : object.name === 'copy' && partsOf(list)[1] === value
}

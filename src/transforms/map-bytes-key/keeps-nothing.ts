import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { partsOf, withParentheses } from './syntax.ts'

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
  const value = withParentheses(bytes)
  const isSpread = value.parent?.type === 'variadic_argument'
  const list = isSpread ? value.parent?.parent : value.parent
  const callee = list?.type === 'argument_list' ? list.parent?.childForFieldName('function') : undefined
  const object = callee && types.objectOf(callee.childForFieldName('field') ?? callee)
  if (object?.kind === 'func') return READERS.has(`${object.package}.${object.name}`)
  if (object?.kind !== 'builtin') return false
  // append(x, b...) and copy(x, b)
  return object.name === 'append' ? isSpread : object.name === 'copy' && partsOf(list)[1] === value
}

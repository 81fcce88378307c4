import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { calleeOf } from '../../go/types/callee.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { convertedBytes } from '../map-bytes-key/bytes-to-string.ts'

/** Methods of the standard library that make a string which they do not keep. */
const MAKERS = new Set(['bufio.ReadString', 'bufio.Text', 'bytes.ReadString', 'bytes.String'])

/** Reports whether an expression makes a string of its own: `string(bytes)`, `scanner.Text()`, `buffer.String()` … */
export function isMadeHere(types: PackageTypes, node: SyntaxNode): boolean {
  if (convertedBytes(types, node)) return true
  const object = calleeOf(types, node)
  return object?.kind === 'func' && object.isMethod && MAKERS.has(`${object.package}.${object.name}`)
}

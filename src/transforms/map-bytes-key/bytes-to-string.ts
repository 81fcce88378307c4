import { inner, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Type } from '../../go/types/type.ts'
import { underlyingOf } from '../../go/types/underlying.ts'

/** The bytes of `string(bytes)`; undefined for anything else, also where `string` or the type is not what it seems. */
export function convertedBytes(types: PackageTypes, node: SyntaxNode): SyntaxNode | undefined {
  const callee = node.type === 'call_expression' ? node.childForFieldName('function') : undefined
  const name = callee && inner(callee)
  if (name?.type !== 'identifier' || name.text !== 'string' || types.objectOf(name)?.package !== '')
    return undefined
  const [bytes, ...others] = partsOf(node.childForFieldName('arguments'))
  if (!bytes || others.length > 0) return undefined
  return isBytes(types.typeOf(bytes)) ? bytes : undefined
}

/** Reports whether the type is a slice of `byte` itself. */
export function isBytes(type: Type): boolean {
  const underlying = underlyingOf(type)
  return underlying.kind === 'slice' && isByte(underlying.element)
}

export function isByte(type: Type): boolean {
  return type.kind === 'basic' && type.name === 'uint8'
}

/** Reports whether the type is `string` itself. */
export function isString(type: Type): boolean {
  return type.kind === 'basic' && type.name === 'string'
}

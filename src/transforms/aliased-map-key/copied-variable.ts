import type { GoFile } from '../../go/file.ts'
import { lineNumber } from '../../go/source-lines.ts'
import { inner } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { isAssignedOnce } from '../../go/types/assigned-once.ts'
import { initialValue } from '../../go/types/initial-value.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { type ClonedText, clonedText } from './cloned-text.ts'
import { type ZeroCopy, zeroCopyOf } from './zero-copy.ts'

/** A key that is a variable which holds a zero-copy string. */
export type VariableKey = Pick<ZeroCopy, 'by' | 'bytes'> & { readonly line: number } & ClonedText

// k := b2s(b); …; m[k] = v
export function copyOfVariable(key: SyntaxNode, file: GoFile, types: PackageTypes): VariableKey | undefined {
  const name = inner(key)
  const object = name.type === 'identifier' ? types.objectOf(name) : undefined
  if (object?.kind !== 'var' || object.isField || object.isPackageLevel) return undefined
  const value = initialValue(object)
  const made = value && zeroCopyOf(value, types)
  if (!made) return undefined
  const { by, bytes } = made
  const found = { by, bytes, line: lineNumber(file.text, made.node.startIndex) }
  if (!isAssignedOnce(types, object))
    return { ...found, refusal: `${name.text} is assigned to more than once; copy it where the map keeps it` }
  return { ...found, ...clonedText(name, file, types) }
}

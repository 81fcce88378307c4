import type { GoFile } from '../../go/file.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { usagesOf } from '../../go/types/escape.ts'
import type { GoObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { includesVersion } from '../../go/version.ts'
import type { ImportChange } from '../../transform.ts'
import { inner, partsOf } from '../unsafe/expression.ts'
import { mayBeShadowed } from '../unsafe/names.ts'
import { zeroCopyOf } from './zero-copy.ts'

/** A key that is a variable which holds a zero-copy string. */
export type VariableKey = { readonly by: string; readonly line: number } & (
  | { readonly newText: string; readonly imports?: readonly ImportChange[] }
  | { readonly refusal: string }
)

// k := b2s(b); …; m[k] = v
export function copyOfVariable(key: SyntaxNode, file: GoFile, types: PackageTypes): VariableKey | undefined {
  const name = inner(key)
  const object = name.type === 'identifier' ? types.objectOf(name) : undefined
  if (object?.kind !== 'var' || object.isField || object.isPackageLevel) return undefined
  const value = initialValue(object)
  const made = value && zeroCopyOf(value, types)
  if (!made) return undefined
  const found = { by: made.by, line: file.text.slice(0, made.node.startIndex).split('\n').length }
  if (!isAssignedOnce(object, types))
    return { ...found, refusal: `${name.text} is assigned to more than once; copy it where the map keeps it` }
  if (!includesVersion(file.goVersion, '1.18'))
    return { ...found, refusal: 'strings.Clone needs Go 1.18; copy the bytes with string(b) instead' }
  if (mayBeShadowed('strings', name, types))
    return { ...found, refusal: 'strings is declared here as something else; give that another name' }
  if (types.typeOf(name).kind !== 'basic')
    return {
      ...found,
      refusal: `strings.Clone wants a plain string; copy the bytes where ${name.text} is made`,
    }
  return {
    ...found,
    newText: `strings.Clone(${name.text})`,
    imports: [{ path: file.path, needs: ['strings'] }],
  }
}

/** The value that `x := value` or `var x = value` gives a variable. */
function initialValue({ declarations }: GoObject): SyntaxNode | undefined {
  const name = declarations[0]?.node
  const list = name?.parent
  if (!name || !list) return undefined
  const statement = list.type === 'var_spec' ? list : list.parent
  const isDeclaration = statement?.type === 'short_var_declaration' || statement?.type === 'var_spec'
  if (!statement || !isDeclaration) return undefined
  const names = statement.type === 'var_spec' ? statement.childrenForFieldName('name') : partsOf(list)
  const right = statement.childForFieldName(statement.type === 'var_spec' ? 'value' : 'right')
  const values = right ? partsOf(right) : []
  return names.length === values.length ? values[names.indexOf(name)] : undefined
}

function isAssignedOnce(object: GoObject, types: PackageTypes): boolean {
  const all = usagesOf(types, object)
  return (
    all.unknown === undefined &&
    all.usages.every(
      ({ kind }) => kind !== 'assigned to' && kind !== 'address taken' && kind !== 'selected from',
    )
  )
}

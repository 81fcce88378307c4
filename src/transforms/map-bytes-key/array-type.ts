import { declaredNames } from '../../go/syntax/declared-names.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { identical } from '../../go/types/identical.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { TypeDeclaration } from '../../go/types/type.ts'
import { typeInFile } from '../unsafe/type-in-file.ts'
import { isSeenBy } from './added-function.ts'
import type { MapWeb } from './map-web.ts'
import type { WebKeys } from './web-keys.ts'

/**
 * How the type of the keys is written at a node: by its name where all arrays that are keys have one named type that
 * can be written everywhere, as `common.Hash`; else as `[32]byte`.
 */
export function arrayTypeAt(
  types: PackageTypes,
  { typeNodes }: MapWeb,
  { keys, variables }: WebKeys,
  length: bigint,
): (node: SyntaxNode | undefined) => string {
  const unnamed = `[${length}]byte`
  const arrays = keys.flatMap(key => (key.kind === 'array' ? [key.type] : []))
  const [type] = arrays
  if (type?.kind !== 'named' || !arrays.every(other => identical(other, type))) return () => unnamed
  const written = [
    ...typeNodes,
    ...variables.flatMap(({ type: node }) => node ?? []),
    ...keys.filter(({ kind }) => kind !== 'array').map(({ node }) => node),
  ]
  if (!written.every(node => typeInFile(type, node, types) !== undefined)) return () => unnamed
  if (!isEverywhere(type.declaration, written, types)) return () => unnamed
  return node => (node && typeInFile(type, node, types)) ?? unnamed
}

/** Reports whether all builds of the files that are to name a type of the package have it. */
function isEverywhere(
  { package: path, name }: TypeDeclaration,
  written: readonly SyntaxNode[],
  types: PackageTypes,
): boolean {
  if (path !== types.importPath) return true
  const declaring = types.files.filter(
    ({ text, tree }) =>
      text.includes(name) &&
      tree.rootNode.children.some(whole => declaredNames(whole).some(each => each.text === name)),
  )
  const [file, other] = declaring
  if (!file || other) return false
  return written.every(node => {
    const user = types.fileOf(node)
    return user !== undefined && isSeenBy(file, user)
  })
}

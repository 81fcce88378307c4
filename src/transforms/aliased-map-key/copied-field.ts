import type { GoFile } from '../../go/file.ts'
import { lineNumber } from '../../go/source-lines.ts'
import { inner } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { givenValue, isExported, usagesOf } from '../../go/types/escape.ts'
import type { VarObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { declarationPlace } from '../map-bytes-key/declaration-place.ts'
import { isDeclaredIn } from '../map-bytes-key/declared-in.ts'
import { fieldProblem, positionalValues } from '../map-bytes-key/struct-field.ts'
import { type ClonedText, clonedText } from './cloned-text.ts'
import { type ZeroCopy, zeroCopyInKey } from './zero-copy.ts'

/** A key that is a field which is never given anything but zero-copy strings and constants. */
export type FieldKey = Pick<ZeroCopy, 'by' | 'bytes'> & {
  readonly name: string
  /** Where one is given: `path:line`. */
  readonly place: string
} & ClonedText

// p.name = b2s(b) … m[p.name] = v
export function copyOfField(key: SyntaxNode, file: GoFile, types: PackageTypes): FieldKey | undefined {
  const field = inner(key).childForFieldName('field')
  const object = field && types.objectOf(field)
  if (object?.kind !== 'var' || !object.isField) return undefined
  const [made] = zeroCopiesOf(object, types)
  const giver = made && types.fileOf(made.node)
  if (!made || !giver) return undefined
  const place = `${giver.path}:${lineNumber(giver.text, made.node.startIndex)}`
  return { name: object.name, by: made.by, bytes: made.bytes, place, ...clonedText(inner(key), file, types) }
}

/** The zero-copy strings that a field is given; none where it is given others, or that is not known. */
function zeroCopiesOf(object: VarObject, types: PackageTypes): readonly ZeroCopy[] {
  const values = valuesOf(object, types) ?? []
  const made = values.map(value => zeroCopyInKey(value, types))
  const isCertain = values.every((value, index) => made[index] || types.constantOf(value) !== undefined)
  return isCertain ? made.filter(each => each !== undefined) : []
}

/** Everything that a field is given in the package, which alone can; undefined where that is not known. */
function valuesOf(object: VarObject, types: PackageTypes): readonly SyntaxNode[] | undefined {
  const [declared, other] = object.declarations
  const place = declared && declarationPlace(types, declared.node)
  if (place?.kind !== 'field' || other || isExported(object) || !isDeclaredIn(types, object)) return undefined
  if (fieldProblem(types, place)) return undefined
  const all = usagesOf(types, object)
  if (all.unknown !== undefined) return undefined
  const values: SyntaxNode[] = []
  for (const usage of all.usages) {
    if (usage.kind === 'address taken') return undefined
    if (usage.kind !== 'assigned to' && usage.kind !== 'initialised') continue
    const given = givenValue(usage)
    if (!given) return undefined
    values.push(given)
  }
  return [...values, ...positionalValues(types, object)]
}

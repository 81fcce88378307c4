import type { GoFile } from '../../go/file.ts'
import { lineNumber } from '../../go/source-lines.ts'
import { argumentsOf, inner } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { directCallsOf } from '../../go/types/direct-calls.ts'
import { isExported } from '../../go/types/escape.ts'
import { initialValue } from '../../go/types/initial-value.ts'
import type { FuncObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { unknown } from '../../go/types/type.ts'
import { declarationPlace } from '../map-bytes-key/declaration-place.ts'
import { type ClonedText, clonedText } from './cloned-text.ts'
import { literalParts } from './literal-parts.ts'
import { readsOf } from './unchanged.ts'
import { type ZeroCopy, zeroCopyInKey } from './zero-copy.ts'

/** A key that is a parameter, given a zero-copy string by a call in the package. */
export type ParameterKey = Pick<ZeroCopy, 'by' | 'bytes'> & {
  /** Where the call is: `path:line`. */
  readonly place: string
  /** Whether there are calls, or may be, that give it other strings. */
  readonly hasOthers: boolean
} & ClonedText

/** Functions that pass a parameter on are followed so far. */
const DEEPEST = 3

// put(b2s(b)) … func put(k string) { … m[k] = v }
export function copyOfParameter(
  key: SyntaxNode,
  file: GoFile,
  types: PackageTypes,
): ParameterKey | undefined {
  const name = inner(key)
  const given = givenTo(name, types, 0)
  const [first] = given.made
  const caller = first && types.fileOf(first.node)
  if (!first || !caller) return undefined
  const { by, bytes, node } = first
  const place = `${caller.path}:${lineNumber(caller.text, node.startIndex)}`
  return { by, bytes, place, hasOthers: given.hasOthers, ...clonedText(name, file, types) }
}

interface Given {
  readonly made: readonly ZeroCopy[]
  readonly hasOthers: boolean
}

const NOTHING_KNOWN: Given = { made: [], hasOthers: true }

/** What calls give for a parameter that keeps its value. */
function givenTo(name: SyntaxNode, types: PackageTypes, depth: number): Given {
  const object = name.type === 'identifier' ? types.objectOf(name) : undefined
  const [declared] = object?.declarations ?? []
  const place = declared && declarationPlace(types, declared.node)
  if (!object || place?.kind !== 'parameter' || !place.function || depth === DEEPEST) return NOTHING_KNOWN
  if (!readsOf(types, object)) return NOTHING_KNOWN
  const { calls, areAll } = callsOf(place.function, types)
  const made: ZeroCopy[] = []
  let hasOthers = !areAll
  for (const call of calls) {
    const argument = argumentsOf(call)?.[place.index]
    const parts = argument ? [...literalParts(argument, unknown, types)] : []
    const given = parts.map(({ value }) => givenBy(value, types, depth))
    made.push(...given.flatMap(each => each.made))
    hasOthers ||= given.length === 0 || given.some(each => each.hasOthers)
  }
  return { made, hasOthers }
}

function givenBy(argument: SyntaxNode, types: PackageTypes, depth: number): Given {
  const made = zeroCopyInKey(argument, types) ?? heldBy(inner(argument), types)
  return made ? { made: [made], hasOthers: false } : givenTo(inner(argument), types, depth + 1)
}

// k := b2s(b); put(k)
function heldBy(name: SyntaxNode, types: PackageTypes): ZeroCopy | undefined {
  const object = name.type === 'identifier' ? types.objectOf(name) : undefined
  if (object?.kind !== 'var' || object.isField || object.isPackageLevel) return undefined
  const value = initialValue(object)
  const made = value && zeroCopyInKey(value, types)
  return made && readsOf(types, object) ? made : undefined
}

function callsOf(
  object: FuncObject,
  types: PackageTypes,
): { readonly calls: readonly SyntaxNode[]; readonly areAll: boolean } {
  const all = directCallsOf(types, object)
  if (all.unknown !== undefined) return { calls: [], areAll: false }
  const areAll = all.others.length === 0 && !isExported(object) && !object.isMethod
  return { calls: all.calls, areAll }
}

import { inner } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { usagesOf } from '../../go/types/escape.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Edit, Fix } from '../../transform.ts'
import { declarationPlace } from '../map-bytes-key/declaration-place.ts'
import { exposureOf } from '../map-bytes-key/exposure.ts'
import { rangeKey } from '../map-bytes-key/key-variable.ts'
import { brief, type Problem } from '../map-bytes-key/link.ts'
import { listed } from '../map-bytes-key/listed.ts'
import type { MapWeb } from '../map-bytes-key/map-web.ts'
import type { Places } from '../map-bytes-key/places.ts'
import { realigned } from '../map-bytes-key/realign.ts'
import { shadowedName } from '../map-bytes-key/shadowed-name.ts'
import { competingCall } from '../unsafe/competing-call.ts'
import { type IdentityKey, identityKeyOf } from './identity-key.ts'

/** The fix that keys maps by what slices or strings hold, or why there is none. */
export function contentFix(types: PackageTypes, places: Places, web: MapWeb): Fix | readonly Problem[] {
  const made = new Map<SyntaxNode, IdentityKey & { content: string }>()
  const problems: Problem[] = [...web.problems]
  for (const key of web.keys) {
    const found = keyAt(types, web, key)
    if ('what' in found) problems.push(found)
    else made.set(found.node, found)
  }
  for (const range of web.ranges) {
    const name = rangeKey(range)
    const left = range.childForFieldName('left')?.namedChildren[0]
    if (name ?? (left && left.text !== '_'))
      problems.push({ at: range, what: 'a loop goes through the keys' })
  }
  const shadowed = problems.length === 0 ? shadowedName(types, [...web.typeNodes, ...made.keys()]) : undefined
  if (shadowed) problems.push(shadowed)
  const keys = [...made.values()]
  if (problems.length > 0 || keys.length === 0) return problems

  const edits: Edit[] = [
    ...web.typeNodes
      .flatMap(node => node.childForFieldName('key') ?? [])
      .map(node => replaced(node, 'string')),
    ...keys.map(({ node, content }) => replaced(node, content)),
  ]
  const [first, ...rest] = realigned(edits, places.fileAt)
  if (!first) throw new Error('a map without a type')
  const paths = [...new Set(edits.map(({ path }) => path))]
  return {
    title: `key ${listed(web.objects.map(({ name }) => name))} by content: ${keys[0]?.content}`,
    edits: [first, ...rest],
    imports: paths.map(path => ({ path, frees: ['unsafe', 'reflect'] })),
    proof: [
      `all ${web.keys.length} places where keys go in are known, in all files of the package, and none comes out`,
      `no map gets to another package, to an interface or out of sight: ${listed(web.objects.map(({ name }) => name))}`,
    ],
    safety: 'review',
    caution: [...cautionsOf(types, keys), ...exposures(types, places, web)].join('; '),
  }

  function replaced(node: SyntaxNode, newText: string): Edit {
    return places.edit(node, node.startIndex, node.endIndex, newText)
  }
}

/** Where code that looks into values by reflection may come to a struct that holds the map. */
function exposures(types: PackageTypes, places: Places, { objects }: MapWeb): string[] {
  const fields = objects.filter(({ isField }) => isField)
  const found = fields.flatMap(field => exposureOf(types, field) ?? [])
  return found.map(
    ({ at, what }) => `${what} (${places.nameOf(at)}), so that what is printed of it has text as keys`,
  )
}

function cautionsOf(types: PackageTypes, keys: readonly IdentityKey[]): string[] {
  const cautions = [
    'equal contents become one key wherever they are, and changed contents another; a map that asks whether two slices are the same memory has to stay as it is',
  ]
  const first = keys.find(({ takesFirst }) => takesFirst)
  if (first) cautions.push(`${brief(first.node)} panicked where ${first.value.text} was empty`)
  for (const { node } of keys) {
    const call = competingCall(types, node)
    if (call) cautions.push(`Go does not say whether ${brief(call)} or the key is evaluated first`)
  }
  return [...new Set(cautions)]
}

/** What a key says the memory of: itself, or the value of a variable that is nothing but a key. */
function keyAt(
  types: PackageTypes,
  web: MapWeb,
  key: SyntaxNode,
): (IdentityKey & { content: string }) | Problem {
  const made = identityKeyOf(types, variableValue(types, web, key) ?? key)
  if (!made) return { at: key, what: `what ${brief(key)} is made of is not known` }
  const { content } = made
  if (content === undefined)
    return { at: key, what: `${made.value.text} is neither bytes nor a plain string` }
  if (made.node.descendantsOfType('comment').length > 0)
    return { at: key, what: 'there is a comment inside a key; move it out' }
  return { ...made, content }
}

// k := *(*K)(unsafe.Pointer(&b)); …; m[k]
function variableValue(types: PackageTypes, web: MapWeb, key: SyntaxNode): SyntaxNode | undefined {
  const object = key.type === 'identifier' ? types.objectOf(key) : undefined
  if (object?.kind !== 'var' || object.isField || object.isPackageLevel) return undefined
  const [declared] = object.declarations
  const place = declared && declarationPlace(types, declared.node)
  if (place?.kind !== 'variable' || place.type || place.index !== undefined) return undefined
  const all = usagesOf(types, object)
  if (all.unknown !== undefined) return undefined
  return all.usages.every(({ value }) => web.keys.includes(inner(value))) ? place.value : undefined
}

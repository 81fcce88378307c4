import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Fix } from '../../transform.ts'
import { arrayEdits } from './array-edits.ts'
import { arrayTypeAt } from './array-type.ts'
import { orderCautions } from './evaluation-order.ts'
import { exposureCautions, mapSeenAsOther } from './exposure.ts'
import { lengthCheck } from './length-check.ts'
import { brief, type Problem } from './link.ts'
import { listed, shortened } from './listed.ts'
import type { MapWeb } from './map-web.ts'
import type { Places } from './places.ts'
import { realigned } from './realign.ts'
import type { WebKeys } from './web-keys.ts'

/**
 * The fix that keys all maps of a web by arrays. Keys that are not proven to have the length are checked, by a function
 * whose name is not among those `taken`.
 */
export function arrayFix(
  types: PackageTypes,
  places: Places,
  web: MapWeb,
  names: readonly string[],
  keys: WebKeys,
  length: bigint,
  taken: Set<string>,
): Fix | Problem {
  const unproven = keys.keys.filter(({ kind }) => kind === 'unproven').map(({ node }) => node)
  const textAt = arrayTypeAt(types, web, keys, length)
  const seen = mapSeenAsOther(types, web)
  if (seen) return seen
  const check = unproven.length > 0 ? lengthCheck(types, places, web, unproven, textAt, taken) : undefined
  if (check && 'what' in check) return check
  const edits = arrayEdits(types, places, web, keys, { length, textAt, checked: check?.name ?? '' })
  const [first, ...rest] = realigned([...edits, ...(check ? [check.edit] : [])], places.fileAt)
  if (!first) throw new Error('a map without a type')
  const text = textAt(web.typeNodes[0] ?? keys.keys[0]?.node)
  const common = {
    title: `key ${listed(names)} by ${text}${check ? ', and check the length of keys' : ''}`,
    edits: [first, ...rest] as const,
    proof: proofOf(places, web, names, keys, length),
  }
  const cautions = [
    ...lengthCautions(places, keys, length),
    ...exposureCautions(types, places, web, 'arrays'),
    ...orderCautions(types, places, keys),
  ]
  return cautions.length === 0
    ? { ...common, safety: 'safe' }
    : { ...common, safety: 'review', caution: cautions.join('; ') }
}

function proofOf(
  places: Places,
  web: MapWeb,
  names: readonly string[],
  { keys, variables }: WebKeys,
  length: bigint,
): string[] {
  const proven = keys.filter(({ kind }) => kind !== 'unproven')
  const lengths = proven.map(key => {
    const place = places.nameOf(key.node)
    if (key.kind === 'array') return `${brief(key.array)} is a [${length}]byte (${place})`
    if (key.kind === 'slice') return `${key.because} (${place})`
    return `${brief(key.node)} is constant (${place})`
  })
  const uses = web.keys.length + web.ranges.length
  return [
    `${proven.length < keys.length ? 'these keys have' : 'every key has'} ${length} bytes: ${shortened([...new Set(lengths)]).join('; ')}`,
    `all ${uses} places where keys go in or come out are known, in all files of the package`,
    ...(variables.length > 0
      ? [
          `variables that hold keys hold nothing else, and are never assigned to again: ${listed(variables.map(({ name }) => name.text))}`,
        ]
      : []),
    `no map gets to another package, to an interface or out of sight: ${listed(names)}`,
  ]
}

/** What becomes of a key of another length. */
function lengthCautions(places: Places, { keys }: WebKeys, length: bigint): string[] {
  const checked = keys.flatMap(key =>
    key.kind === 'unproven' ? [`${brief(key.bytes)} (${places.nameOf(key.node)})`] : [],
  )
  if (checked.length === 0) return []
  return [
    `a key of another length than ${length} bytes was one like any other, or was not found, and now panics: see that none comes as ${shortened(checked).join(', ')}`,
  ]
}

import { partsOf } from '../../go/syntax/expression.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Fix } from '../../transform.ts'
import { arrayEdits } from './array-edits.ts'
import { competingCallOf } from './evaluation-order.ts'
import { exposureOf } from './exposure.ts'
import { brief } from './link.ts'
import { listed } from './listed.ts'
import type { MapWeb } from './map-web.ts'
import type { Places } from './places.ts'
import { realigned } from './realign.ts'
import type { WebKeys } from './web-keys.ts'

/** The fix that keys all maps of a web by arrays: every key is proven to have that length. */
export function arrayFix(
  types: PackageTypes,
  places: Places,
  web: MapWeb,
  keys: WebKeys,
  length: bigint,
): Fix {
  const text = `[${length}]byte`
  const edits = arrayEdits(types, places, web, keys, { length, text })
  const [first, ...rest] = realigned(edits, places.fileAt)
  if (!first) throw new Error('a map without a type')
  const names = web.objects.map(({ name }) => name)
  const common = {
    title: `key ${listed(names)} by ${text}`,
    edits: [first, ...rest] as const,
    proof: proofOf(places, web, keys, length),
  }
  const cautions = cautionsOf(types, places, web, keys)
  return cautions.length === 0
    ? { ...common, safety: 'safe' }
    : { ...common, safety: 'review', caution: cautions.join('; ') }
}

function proofOf(places: Places, web: MapWeb, { keys, variables }: WebKeys, length: bigint): string[] {
  const lengths = keys.map(key => {
    const place = places.nameOf(key.node)
    if (key.kind === 'array') return `${brief(key.array)} is a [${length}]byte (${place})`
    if (key.kind === 'slice') return `${key.because} (${place})`
    return `${brief(key.node)} is constant (${place})`
  })
  const uses = web.keys.length + web.ranges.length
  return [
    `every key has ${length} bytes: ${shortened([...new Set(lengths)]).join('; ')}`,
    `all ${uses} places where keys go in or come out are known, in all files of the package`,
    ...(variables.length > 0
      ? [
          `variables that hold keys hold nothing else, and are never assigned to again: ${listed(variables.map(({ name }) => name.text))}`,
        ]
      : []),
    `no map gets to another package, to an interface or out of sight: ${listed(web.objects.map(({ name }) => name))}`,
  ]
}

function cautionsOf(types: PackageTypes, places: Places, web: MapWeb, { keys }: WebKeys): string[] {
  const exposed = web.objects
    .filter(({ isField }) => isField)
    .flatMap(field => exposureOf(types, field) ?? [])
    .map(
      ({ at, what }) =>
        `${what} (${places.nameOf(at)}), so code that looks at values by reflection, as %v of package fmt does, would see arrays as keys`,
    )
  const ordered = keys.flatMap(key => {
    if (key.kind !== 'array' && key.kind !== 'slice') return []
    const bytes = key.kind === 'slice' ? key.bytes : bytesOf(key.node)
    const call = bytes && competingCallOf(types, key.node, bytes)
    if (!call) return []
    return [
      `Go does not say whether ${brief(call)} or the key is evaluated first (${places.nameOf(key.node)}): see that the call does not change the key's bytes`,
    ]
  })
  return [...new Set([...exposed, ...ordered])]
}

function bytesOf(conversion: WebKeys['keys'][number]['node']) {
  return partsOf(conversion.childForFieldName('arguments'))[0]
}

function shortened(texts: readonly string[]): string[] {
  return texts.length > 5 ? [...texts.slice(0, 4), `and ${texts.length - 4} more`] : [...texts]
}

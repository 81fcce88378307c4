import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Fix } from '../../transform.ts'
import { ENCODINGS } from './encoding.ts'
import { orderCautions } from './evaluation-order.ts'
import { exposureCautions, mapSeenAsOther } from './exposure.ts'
import type { Problem } from './link.ts'
import { listed, shortened } from './listed.ts'
import type { MapWeb } from './map-web.ts'
import type { Places } from './places.ts'
import { isPrinted } from './printed.ts'
import { realigned } from './realign.ts'
import { type TextEdits, textEdits, textImports } from './text-edits.ts'
import type { WebKeys } from './web-keys.ts'

/**
 * The fix that has all keys of a web be text, or why there is none. Keys may be of any length. Where their bytes are
 * wanted, a function decodes them whose name is not among those `taken`.
 */
export function textFix(
  types: PackageTypes,
  places: Places,
  web: MapWeb,
  names: readonly string[],
  keys: WebKeys,
  mapKey: keyof typeof ENCODINGS,
  taken: Set<string>,
): Fix | Problem {
  const encoding = ENCODINGS[mapKey]
  const seen = mapSeenAsOther(types, web)
  if (seen) return seen
  const made = textEdits(types, places, web, keys, encoding, taken)
  if ('what' in made) return made
  const [first, ...rest] = realigned(made.edits, places.fileAt)
  if (!first) throw new Error('a map without keys')
  const { decoded } = made
  const uses = web.keys.length + web.ranges.length
  return {
    title: `make the keys of ${listed(names)} ${encoding.what}${decoded.length > 0 ? ', and decode them where their bytes are wanted' : ''}`,
    edits: [first, ...rest],
    imports: textImports(made.edits, encoding),
    proof: [
      `all ${uses} places where keys go in or come out are known, in all files of the package`,
      ...(decoded.length > 0
        ? [`every key is encoded where it goes in, so that none fails to be decoded: ${listed(names)}`]
        : []),
    ],
    safety: 'review',
    caution: cautionsOf(types, places, web, keys, made, encoding).join('; '),
  }
}

function cautionsOf(
  types: PackageTypes,
  places: Places,
  web: MapWeb,
  keys: WebKeys,
  { decoded, shown }: TextEdits,
  { longer, keepsOrder, what }: (typeof ENCODINGS)['hex'],
): string[] {
  const maps = web.problems.filter(({ isShown }) => isShown).map(({ at }) => at)
  const kept = maps.filter(map => !isPrinted(types, map))
  const placesOf = (nodes: readonly SyntaxNode[]) => [...new Set(nodes.map(node => places.nameOf(node)))]
  return [
    `keys can be printed, and put into JSON, as they are, but become ${longer}, and every look-up and store allocates`,
    ...(keepsOrder ? [] : [`sorted as ${what}, keys have another order than as bytes`]),
    ...(decoded.length > 0
      ? [`keys are decoded, with an allocation each time: ${shortened(placesOf(decoded)).join(', ')}`]
      : []),
    ...(maps.length + shown.length > 0
      ? [`whoever sees them sees other text: ${placesOf([...maps, ...shown]).join(', ')}`]
      : []),
    ...(decoded.length > 0 && kept.length > 0
      ? [
          `see that no keys are added where the map is an interface, as decoding those panics: ${placesOf(kept).join(', ')}`,
        ]
      : []),
    ...exposureCautions(types, places, web, 'other text'),
    ...orderCautions(types, places, keys),
  ]
}

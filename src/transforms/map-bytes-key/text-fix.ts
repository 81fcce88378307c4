import { outer } from '../../go/syntax/expression.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Fix } from '../../transform.ts'
import { becomesInterface } from './becomes-interface.ts'
import { orderCautions } from './evaluation-order.ts'
import { exposureCautions, mapSeenAsOther } from './exposure.ts'
import type { Problem } from './link.ts'
import { listed } from './listed.ts'
import type { MapWeb } from './map-web.ts'
import type { Places } from './places.ts'
import { realigned } from './realign.ts'
import { ENCODINGS, textEdits, textImports } from './text-edits.ts'
import type { WebKeys } from './web-keys.ts'

const TEXTS = {
  hex: { what: 'hexadecimal text', longer: 'twice as long' },
  base64: { what: 'base64 text', longer: 'a third longer' },
} as const

/** The fix that has all keys of a web be text, or why there is none. Keys may be of any length. */
export function textFix(
  types: PackageTypes,
  places: Places,
  web: MapWeb,
  names: readonly string[],
  keys: WebKeys,
  mapKey: keyof typeof ENCODINGS,
): Fix | Problem {
  const seen = mapSeenAsOther(types, web)
  if (seen) return seen
  const edits = textEdits(types, places, web, keys, ENCODINGS[mapKey])
  if ('what' in edits) return edits
  const [first, ...rest] = realigned(edits, places.fileAt)
  if (!first) throw new Error('a map without keys')
  const shown = [
    ...web.problems.filter(({ isShown }) => isShown).map(({ at }) => at),
    ...keys.variables.flatMap(({ uses }) => uses.filter(use => becomesInterface(types, outer(use)))),
  ].map(at => places.nameOf(at))
  return {
    title: `make the keys of ${listed(names)} ${TEXTS[mapKey].what}`,
    edits: [first, ...rest],
    imports: textImports(edits, ENCODINGS[mapKey]),
    proof: [
      `all ${web.keys.length + web.ranges.length} places where keys go in or come out are known, in all files of the package`,
    ],
    safety: 'review',
    caution: [
      `keys become ${TEXTS[mapKey].longer} and every look-up allocates; whoever sees them sees other text${shown.length > 0 ? `: ${shown.join(', ')}` : ''}`,
      ...exposureCautions(types, places, web, 'other text'),
      ...orderCautions(types, places, keys),
    ].join('; '),
  }
}

import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Fix } from '../../transform.ts'
import { hexEdits, hexImports } from './hex-edits.ts'
import type { Problem } from './link.ts'
import { listed } from './listed.ts'
import type { MapWeb } from './map-web.ts'
import type { Places } from './places.ts'
import { realigned } from './realign.ts'
import type { WebKeys } from './web-keys.ts'

/** The fix that has all keys of a web be hexadecimal text, or why there is none. Keys may be of any length. */
export function hexFix(types: PackageTypes, places: Places, web: MapWeb, keys: WebKeys): Fix | Problem {
  const edits = hexEdits(types, places, web, keys)
  if ('what' in edits) return edits
  const [first, ...rest] = realigned(edits, places.fileAt)
  if (!first) throw new Error('a map without keys')
  const shown = web.problems.filter(({ isShown }) => isShown).map(({ at }) => places.nameOf(at))
  return {
    title: `make the keys of ${listed(web.objects.map(({ name }) => name))} hexadecimal text`,
    edits: [first, ...rest],
    imports: hexImports(edits),
    proof: [
      `all ${web.keys.length + web.ranges.length} places where keys go in or come out are known, in all files of the package`,
    ],
    safety: 'review',
    caution: `keys become twice as long and every look-up allocates; whoever sees them sees other text${shown.length > 0 ? `: ${shown.join(', ')}` : ''}`,
  }
}

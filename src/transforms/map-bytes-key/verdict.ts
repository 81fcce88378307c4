import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { objectAt } from '../../go/types/callee.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { includesVersion } from '../../go/version.ts'
import type { Finding, Fix } from '../../transform.ts'
import { arrayFix } from './array-fix.ts'
import type { Candidate } from './candidates.ts'
import { isDeclaredIn } from './declared-in.ts'
import { provenLengths } from './key-length.ts'
import { brief, type Problem } from './link.ts'
import type { MapWeb } from './map-web.ts'
import type { Places } from './places.ts'
import { shadowedName } from './shadowed-name.ts'
import { textFix } from './text-fix.ts'
import { textWeb } from './text-web.ts'
import { type WebKeys, webKeys } from './web-keys.ts'

/** What keys become: arrays, hexadecimal text, or text in base64 with the characters of base64.StdEncoding. */
export type MapKey = (typeof MAP_KEYS)[number]

const MAP_KEYS = ['array', 'hex', 'base64'] as const

/** Why a value of `mapKey` cannot be used, whatever its type promised; undefined when it can. */
export function mapKeyProblem(mapKey: unknown): string | undefined {
  if (MAP_KEYS.some(known => known === mapKey)) return undefined
  const given = typeof mapKey === 'string' ? `'${mapKey}'` : String(mapKey)
  const allowed = MAP_KEYS.map(known => `'${known}'`).join(', ')
  return `the mapKey of mapBytesKeyWith(…) is ${given}; it can be ${allowed}, or a function that returns one of them`
}

/** A variable or field that holds a map, for whoever decides what its keys become. */
export interface NamedMap {
  /** Import path of the package that declares it. */
  readonly package: string
  readonly name: string
}

type Verdict = { readonly fix: Fix } | { readonly refusal: string }

/** The largest key that gc keeps in the map itself (https://github.com/golang/go/blob/master/src/internal/abi/map.go). */
const LARGEST_KEY = 128n

/** What becomes of a map whose keys are made by `string(bytes)`. */
export function verdict(
  types: PackageTypes,
  places: Places,
  candidate: Candidate,
  mapKeyOf: (map: NamedMap) => MapKey,
  taken: Set<string>,
): Finding {
  const { map, web, conversions } = candidate
  const start = web.objects.find(object => isDeclaredIn(types, object))
  const declared = start?.declarations[0]?.node ?? conversions[0] ?? map
  const at = places.locationOf(declared)
  const message = messageFor(start?.name ?? brief(map), conversions.length)
  const keys = webKeys(types, web)
  const mapKey = mapKeyOf({ package: types.importPath, name: start?.name ?? brief(map) })
  const wrong = mapKeyProblem(mapKey)
  if (wrong) return { at, message, refusal: wrong }
  const isArray = mapKey === 'array'
  const chosen = isArray ? arrayVerdict(keys) : textVerdict(mapKey)
  if (!('fix' in chosen)) return { at, message, ...chosen }
  const other = isArray ? textVerdict('hex') : arrayVerdict(keys)
  return { at, message, fix: { ...chosen.fix, ...('fix' in other && { alternatives: [other.fix] }) } }

  function arrayVerdict(keys: WebKeys): Verdict {
    const lengths = provenLengths(keys)
    const known = [
      ...web.problems,
      ...keys.problems,
      ...lengths.problems,
      ...versionProblems(),
      ...commentProblems(),
    ]
    const shadowed = known.length === 0 ? shadowedName(types, rewritten(web, keys)) : undefined
    const problems = shadowed ? [shadowed] : known
    if (problems.length === 0 && lengths.length === undefined)
      problems.push({ at: declared, what: 'no key of a known length goes into it' })
    if (problems.length > 0 || lengths.length === undefined) return { refusal: refusal(places, problems) }
    const { length } = lengths
    if (length > LARGEST_KEY || length < 1n) {
      const what = `keys of ${length} bytes are better kept as strings`
      return { refusal: refusal(places, [{ at: declared, what }]) }
    }
    const fix = arrayFix(types, places, web, namesOf(web), keys, length, taken)
    return 'what' in fix ? { refusal: refusal(places, [fix]) } : { fix }
  }

  function textVerdict(mapKey: 'hex' | 'base64'): Verdict {
    const { web, keys, others } = textWeb(types, candidate)
    const problems = [
      ...web.problems.filter(({ isShown }) => !isShown),
      ...keys.problems,
      ...others.flatMap(otherProblem),
    ]
    const shadowed = problems.length === 0 ? shadowedName(types, rewritten(web, keys)) : undefined
    if (shadowed) problems.push(shadowed)
    if (problems.length > 0) return { refusal: refusal(places, problems) }
    const fix = textFix(types, places, web, namesOf(web), keys, mapKey, taken)
    return 'what' in fix ? { refusal: refusal(places, [fix]) } : { fix }
  }

  /** A map that keys are shared with gets the keys that are chosen for this one: they may not be chosen otherwise. */
  function otherProblem(other: SyntaxNode): Problem[] {
    const name = objectAt(types, other)?.name ?? brief(other)
    if (mapKeyOf({ package: types.importPath, name }) === mapKey) return []
    return [{ at: other, what: `${name}, which has the same keys, is to have others` }]
  }

  function namesOf({ objects }: MapWeb): readonly string[] {
    return objects.length > 0 ? objects.map(({ name }) => name) : [brief(map)]
  }

  function commentProblems(): Problem[] {
    return keys.keys.flatMap(({ kind, node }) =>
      kind !== 'text' && node.descendantsOfType('comment').length > 0
        ? [{ at: node, what: 'there is a comment inside a key; move it out' }]
        : [],
    )
  }

  function versionProblems(): Problem[] {
    return keys.keys.flatMap(key => {
      if (key.kind !== 'slice' && key.kind !== 'constant') return []
      const { goVersion } = places.fileOf(key.node)
      if (includesVersion(goVersion, '1.17')) return []
      return [{ at: key.node, what: `Go ${goVersion} cannot convert a slice to an array` }]
    })
  }
}

/** The nodes that the fix writes anew. */
function rewritten({ typeNodes }: MapWeb, { keys, variables }: WebKeys): SyntaxNode[] {
  return [
    ...typeNodes,
    ...keys.map(({ node }) => node),
    ...variables.flatMap(({ name, uses }) => [name, ...uses]),
  ]
}

function messageFor(name: string, count: number): string {
  return `${count === 1 ? 'a key' : `${count} keys`} of ${name} ${count === 1 ? 'is' : 'are'} made by string(bytes)`
}

function refusal(places: Places, problems: readonly Problem[]): string {
  const all = [...new Set(problems.map(({ at, what }) => `${what} (${places.nameOf(at)})`))]
  const shown = all.slice(0, 3).join('; ')
  const more = all.length > 3 ? `; and ${all.length - 3} more` : ''
  return `left as it is: ${shown}${more}. string(b) copies, so the map is right as it stands`
}

import type { GoPackage } from '../../go/package.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { type Type, unknown } from '../../go/types/type.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import type { Finding, PackageTransform } from '../../transform.ts'
import { isDeclaredIn } from '../map-bytes-key/declared-in.ts'
import { makePlaces, type Places } from '../map-bytes-key/places.ts'
import type { Layout } from '../slice-header/layout.ts'
import { contentFix } from './content-fix.ts'
import { type HeaderMap, headerMaps } from './header-maps.ts'
import { type InterfaceKey, interfaceKeys } from './interface-keys.ts'
import { synchronizedWeb } from './synchronized-web.ts'

const WHY = `
\`reflect.SliceHeader\`, \`reflect.StringHeader\` and structs like \`{Data, Len, Cap}\` say where a slice or string is, not
what it holds. As the keys of a map they go wrong in three ways: equal bytes in other memory are not found; a buffer that
is used again is found under the key of what it held before; and where the address is a \`uintptr\`, the collector gives
the memory of a slice that is gone to another one, which is then found in its place. With Go 1.26.8, of 1000 new slices
one to 150 were found in a map of slices that were gone, another number in each run (\`examples/map-keys\`,
\`go test -bench Identity\`). Where the address is an
\`unsafe.Pointer\` the map keeps every slice in memory instead.

Every map with such keys is reported. Where all its uses are known and its keys are made of bytes or plain strings, by
a cast, a literal, or a function of the package that does just that, the fix keys it by content: \`m[string(b)]\`, which
look-ups do without a copy. The fix is for review: a map that asks whether two slices are the same memory, as code that
looks for cycles does, means what it says. A map of interfaces is reported where it gets such a key, as nothing says
what its other keys are, and so is a \`sync.Map\`, unless all calls that give it keys are known and do just that. Its
look-ups do make a copy of \`string(b)\`.
`

// struct{ data unsafe.Pointer; len, cap int }, on one line or several
const LAYOUT =
  /\b(?:uintptr|unsafe\.Pointer)[ \t]*(?:[;`]|\/\/|\r?\n)[^\n]*?(?:\n\s*(?:\/\/[^\n]*\n\s*)*)?\w+(?:\s*,\s*\w+)?\s+(?:int|uintptr)\b/

export const headerMapKey: PackageTransform = {
  name: 'header-map-key',
  meta: {
    summary: 'report maps keyed by where slices and strings are, and key them by content',
    why: WHY.trim(),
    since: '1.0',
    mentions: [
      { literal: 'eader', pattern: /reflect\.(?:Slice|String)Header/ },
      { literal: 'uintptr', pattern: LAYOUT },
      { literal: 'unsafe.Pointer', pattern: LAYOUT },
    ],
  },
  findInPackage,
}

function* findInPackage(pkg: GoPackage): Iterable<Finding> {
  const places = makePlaces(pkg)
  for (const map of headerMaps(pkg.types)) yield findingOf(map, places, pkg.types)
  const fixed = new Set<SyntaxNode>()
  for (const key of interfaceKeys(pkg.types)) {
    const web = synchronizedWeb(pkg.types, key.map)
    const start = web?.objects[0]?.declarations[0]?.node
    // One fix is for all keys of a map.
    if (start && fixed.has(start)) continue
    const fix = web ? contentFix(pkg.types, places, web) : []
    if (!start || !('title' in fix)) {
      yield storedKey(key, places, pkg.types)
      continue
    }
    fixed.add(start)
    yield { at: places.locationOf(start), message: keyedBy(start.text, key.layout), fix }
  }
}

/** Nothing says what other keys a map of interfaces has, so that it is only reported. */
function storedKey({ key, map, layout }: InterfaceKey, places: Places, types: PackageTypes): Finding {
  return {
    at: places.locationOf(key),
    message: `${map.text} gets ${layout.name} for a key: where ${whatOf(layout)} are, not what they hold`,
    refusal: harmOf(types.typeOf(key), layout),
  }
}

function findingOf(map: HeaderMap, places: Places, types: PackageTypes): Finding {
  const { layout, typeNode, web } = map
  const start = web?.objects.find(object => isDeclaredIn(types, object))
  const common = {
    at: places.locationOf(start?.declarations[0]?.node ?? typeNode),
    message: keyedBy(start ? start.name : typeNode.text, layout),
  }
  const fix = web ? contentFix(types, places, web) : []
  if ('title' in fix) return { ...common, fix }
  const reasons = [...new Set(fix.map(({ at, what }) => `${what} (${places.nameOf(at)})`))]
  const first = reasons.length > 0 ? `not all is known: ${reasons.slice(0, 3).join('; ')}. ` : ''
  const key = typeNode.childForFieldName('key')
  return { ...common, refusal: `${first}${harmOf(key ? types.typeOf(key) : unknown, layout)}` }
}

function keyedBy(map: string, layout: Layout): string {
  return `${map} is keyed by ${layout.name}: by where ${whatOf(layout)} are, not by what they hold`
}

function whatOf({ kind }: Layout): string {
  return kind === 'slice' ? 'slices' : 'strings'
}

function harmOf(key: Type, layout: Layout): string {
  const struct = underlyingOf(key)
  const data = struct.kind === 'struct' ? struct.fields[0]?.type : undefined
  const isPointer = data?.kind === 'basic' && data.name === 'unsafe.Pointer'
  const after = isPointer
    ? 'the map keeps all of them in memory'
    : 'memory that the collector gives to others is found under the old key'
  const equal =
    layout.kind === 'slice'
      ? 'equal slices elsewhere are missed, a reused buffer is found under its old key'
      : 'equal strings elsewhere are missed'
  return `${equal}, ${after}: use what they hold as the key, or say in an ignore comment that the memory is meant`
}

import type { GoFile } from '../../go/file.ts'
import type { GoPackage } from '../../go/package.ts'
import { functionAround, inner, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { calleeOf } from '../../go/types/callee.ts'
import { lazy } from '../../go/types/lazy.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Finding, PackageTransform } from '../../transform.ts'
import { functionBodies } from '../aliased-map-key/function-bodies.ts'
import {
  type KeyPlace,
  keyPlaces,
  type PossiblePlace,
  possibleStrings,
} from '../aliased-map-key/key-places.ts'
import { declarationsWith } from '../declarations.ts'
import { locationOf } from '../location.ts'
import { isDeclaredIn } from '../map-bytes-key/declared-in.ts'
import { brief } from '../map-bytes-key/link.ts'
import { type MapOrder, mapOrders, mentions } from './map-order.ts'
import { declaredFunctions, makeMayBeMade } from './may-be-made.ts'
import { type PrintedKey, printedKey, sourceOf } from './printed-key.ts'

const WHY = `
What cannot be a key of a map, because it has slices, maps or pointers in it, is often printed into a string that can.
Such a key has to say one thing only, and always the same:

- A loop over a map comes in another order each time: what it writes is another key for the same entries. Sort first.
- \`%v\` puts strings beside each other without quotes, so \`["a b"]\` and \`["a", "b"]\` are one key, as are nil and empty.
  \`%q\` quotes strings, and \`%#v\` also tells nil from empty.
- A pointer inside a struct, slice or map is printed as its address: equal values have other keys, and memory that is
  used again gives a key of something else. Print what tells values apart.
- A struct whose fields can all be compared needs no text: it is a key itself, without an allocation.

Each is shown by a test in \`examples/map-keys\`. Nothing is rewritten, since the text may be kept or shown elsewhere. Keys
are followed through variables, and functions of the package whose name has key, hash, string, fingerprint or signature in it; types with a method \`String\`, \`Error\` or \`Format\` are taken to know how to
print themselves. Tests are not looked at.
`

/** `m[made…]`, or `k := made…` and `m[k]` within 4000 characters. */
function keyOf(made: string): RegExp {
  return new RegExp(String.raw`\[(?:\w+\()?${made}|\b(\w+)(?:, \w+)? :?= ${made}[\s\S]{1,4000}?\[\1\]`)
}

/** A loop that writes to something, and then a key that is made of it, or of what is. */
function afterLoop(written: string): RegExp {
  return new RegExp(
    String.raw`\brange [^\n]{0,200}?\{[\s\S]{1,600}?${written}[\s\S]{1,2000}?` +
      String.raw`(?:\[[^\]\n]{0,99}\b\1\b[^\n]{0,99}\]|\b(\w+) :?= [^\n]{0,200}?\b\1\b[\s\S]{1,2000}?\[\2\])`,
  )
}

const MADE = [
  { literal: 'fmt.Sprint', pattern: keyOf(String.raw`fmt\.Sprint`) },
  {
    literal: '(',
    pattern: keyOf(String.raw`[\w.]*(?:[kK]ey|[hH]ash|String|[fF]ingerprint|[sS]ignature)\w*\(`),
  },
  { literal: 'range ', pattern: afterLoop(String.raw`\b(\w+)(?: \+= | = append\(|\.Write)`) },
  { literal: 'range ', pattern: afterLoop(String.raw`Fprint\w*\(&?(\w+)`) },
] as const

function isMade(text: string): boolean {
  return MADE.some(({ literal, pattern }) => text.includes(literal) && pattern.test(text))
}

export const uncomparableKey: PackageTransform = {
  name: 'uncomparable-key',
  meta: {
    summary: 'report keys printed from maps, slices and pointers that do not say one thing',
    why: WHY.trim(),
    since: '1.0',
    mentions: MADE,
  },
  findInPackage,
}

function* findInPackage({ candidates, files, types }: GoPackage): Iterable<Finding> {
  const functions = lazy(() => declaredFunctions(files), new Set<string>())
  for (const file of candidates) {
    if (file.path.endsWith('_test.go')) continue
    for (const whole of declarationsWith(file, isMade)) {
      const known = new Set<SyntaxNode>()
      const mayBeMade = makeMayBeMade(file, whole, functions())
      const isWanted = (place: PossiblePlace) => possibleStrings(place.whole).some(mayBeMade)
      for (const place of keyPlaces(whole, types, isWanted)) {
        const finding = findingOf(place, known, file, types)
        if (finding) yield finding
      }
    }
  }
}

/** A loop, or what prints a key, is reported for its first key only. */
function findingOf(
  { key }: KeyPlace,
  known: Set<SyntaxNode>,
  file: GoFile,
  types: PackageTypes,
): Finding | undefined {
  const printed = printedKey(sourceOf(types, key))
  const order = printed ? undefined : orderOf(key, types)
  const cause = printed?.call ?? order?.range
  if (!cause || known.has(cause)) return undefined
  known.add(cause)
  if (printed) return ofPrinted(printed, key, file)
  if (!order) return undefined
  return {
    at: locationOf(file, key),
    message: `a key is made by going through the map ${order.map.text} in its own order`,
    refusal: `the order is another one each time, and so is the key: sort what is written to ${order.written.name} first`,
  }
}

function ofPrinted({ call, value, printed }: PrintedKey, key: SyntaxNode, file: GoFile): Finding {
  const reasons = [
    printed.hasAddress &&
      'pointers and functions in it are printed as addresses, so that equal values have other keys',
    printed.joinsStrings && 'strings in it are printed without quotes, so that several values have one key',
  ].filter(reason => reason !== false)
  const cure =
    printed.isComparable && !printed.hasAddress
      ? `${value.text} can be compared: it can be the key itself`
      : printed.hasAddress
        ? 'print what tells values apart'
        : '%q quotes strings, and %#v also tells nil from empty'
  return {
    at: locationOf(file, key),
    message: `a key is printed from ${value.text} by ${brief(call)}`,
    refusal: `${reasons.join('; ')}: ${cure}`,
  }
}

/** The loop that decides on a key: in the function around it, or in one that returns it. */
function orderOf(key: SyntaxNode, types: PackageTypes): MapOrder | undefined {
  const { node, types: others } = sourceOf(types, key)
  const around = others === types ? functionAround(node)?.childForFieldName('body') : undefined
  const own = around && mapOrders(types, around).find(order => isDecided(types, node, order))
  if (own) return own
  const object = calleeOf(others, node)
  if (object?.kind !== 'func' || !isDeclaredIn(others, object)) return undefined
  for (const { declaration, types: made } of functionBodies(others, object)) {
    const body = declaration.childForFieldName('body')
    if (!body) continue
    const returned = body
      .descendantsOfType('return_statement')
      .filter(statement => functionAround(statement) === declaration)
      .flatMap(statement => partsOf(partsOf(statement)[0]))
    const found = mapOrders(made, body).find(order => returned.some(value => isDecided(made, value, order)))
    if (found) return found
  }
  return undefined
}

/** What is written is all that the text is made of: the variable, or a method's result. */
function isDecided(types: PackageTypes, text: SyntaxNode, { range, written }: MapOrder): boolean {
  const node = inner(text)
  const isAfter = (range.parent ?? range).endIndex <= node.startIndex
  return isAfter && mentions(types, node, written)
}

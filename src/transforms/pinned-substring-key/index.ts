import type { GoFile } from '../../go/file.ts'
import type { GoPackage } from '../../go/package.ts'
import { inner, isWithin } from '../../go/syntax/expression.ts'
import { givenValues } from '../../go/syntax/given-values.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { initialValue } from '../../go/types/initial-value.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Finding, PackageTransform } from '../../transform.ts'
import { clonedText } from '../aliased-map-key/cloned-text.ts'
import {
  type KeyPlace,
  keyPlaces,
  type PossiblePlace,
  possibleStrings,
} from '../aliased-map-key/key-places.ts'
import { declarationsWith } from '../declarations.ts'
import { locationOf } from '../location.ts'
import { competingCall } from '../unsafe/competing-call.ts'
import { conversionOf } from '../unsafe/conversion.ts'
import { isKeptOtherwise } from './keeps-whole.ts'
import { mayBeCut } from './may-be-cut.ts'
import { type Origin, originOf } from './origin.ts'
import { outlivingReason } from './outlives.ts'
import { isText } from './substring.ts'

const WHY = `
A substring shares the memory of the string that it is cut out of: \`m[line[:i]] = v\` keeps the whole of \`line\` for as
long as the map keeps the key. Assigning to a key that is there already is no way out: the map then keeps the key that
was given last.

The fix puts a copy into the map: \`m[strings.Clone(line[:i])] = v\`. What the program does stays the same; what changes
is memory. It is for review, since only a person knows whether that is worth it: every store makes a copy.

It is found where a map that outlives the function (outside functions, of the receiver or the caller, returned) is given
a part of a string that is a parameter, or that the function makes: \`string(bytes)\`, \`scanner.Text()\`,
\`reader.ReadString\`, \`buffer.String()\`. Parts are slices with a bound that is not constant, or an end, and the results
of \`strings.Cut\`, \`Fields\` and \`Split\` and their like, also through variables. What only trims, \`s[1:]\` or
\`strings.TrimSpace\`, is left alone, and so is a key whose string the function lets something else keep: the value in
the map, a field, its results. Neither are keys \`s[i:]\` of a loop, which overlap. Tests are not looked at.

With 10000 keys of 8 bytes, cut out of lines of 1 KiB, and Go 1.26.8, as \`examples/map-keys\` prints it
(\`go test -bench Pinned -benchmem\`):

| key | memory in use, bytes an entry | allocations to make the lines and fill the map |
|---|---|---|
| \`line[:8]\` | 1068 | 20081 |
| \`strings.Clone(line[:8])\` | 60 | 30081 |
`

/** A part of a string: `s[i:j]`, what a function of package strings returns, or `fields[0]` of that. */
const CUT = String.raw`(?:\[(?:\d+|[^\]\n]{0,60}:[^\]\n]{0,60})\]|\bstrings\.\w+\()`
const METHOD = String.raw`\.(?:LoadOrStore|Store|Swap)\(`
/** What follows the key in `m[k] = v`, `m[k], ok = v, true`, `m[k]++`. */
const STORED = String.raw`\](?:,[^\n]{0,60})?\s*(?:(?:[-+*/%&|^]|<<|>>|&\^)?=[^=]|\+\+|--)`
/** `Name(` or `(Name)(` of a conversion. */
const CONVERTED = String.raw`(?:\(?[\w.]+\)?\()?`
const GIVEN = String.raw`^[ \t]*(?:(?:for|if|switch|var) )?(?:\w+, ){0,3}?(\w+)(?:, \w+){0,3} *:?= *[^\n]{0,120}?${CUT}`

/**
 * A store with a part of a string as the key, with a variable that was given one above, or with one that ranges over
 * such a variable; not more than 4000 characters apart.
 */
const STORES = new RegExp(
  [
    String.raw`\[${CONVERTED}[\w.]*${CUT}[^\n]{0,60}${STORED}`,
    String.raw`${METHOD}[\w.]*${CUT}`,
    String.raw`${GIVEN}[\s\S]{1,4000}?(?:\[${CONVERTED}\1\)?${STORED}|${METHOD}\1\b)`,
    String.raw`${GIVEN}[\s\S]{1,2000}?\b(\w+) := range \2\b[\s\S]{1,2000}?(?:\[${CONVERTED}\3\)?${STORED}|${METHOD}\3\b)`,
  ].join('|'),
  'm',
)

export const pinnedSubstringKey: PackageTransform = {
  name: 'pinned-substring-key',
  meta: {
    summary: 'copy substrings where a map keeps them as keys, and with them the whole string',
    why: WHY.trim(),
    since: '1.18',
    mentions: [{ literal: ']', pattern: STORES }],
  },
  findInPackage,
}

function* findInPackage({ candidates, types }: GoPackage): Iterable<Finding> {
  for (const file of candidates) {
    if (file.path.endsWith('_test.go')) continue
    for (const whole of declarationsWith(file, text => STORES.test(text))) {
      const given = givenValues(whole)
      const isWanted = (place: PossiblePlace) =>
        place.isStored && possibleStrings(place.whole).some(text => mayBeCut(text, given))
      for (const place of keyPlaces(whole, types, isWanted)) {
        const finding = findingOf(place, file, types)
        if (finding) yield finding
      }
    }
  }
}

function findingOf({ key, map }: KeyPlace, file: GoFile, types: PackageTypes): Finding | undefined {
  const text = unconverted(key, types)
  const origin = originOf(types, text)
  if (!origin?.isCut || isOneOfManyEnds(text, origin, types)) return undefined
  const reason = outlivingReason(types, map)
  if (!reason || isKeptOtherwise(types, origin)) return undefined
  const at = locationOf(file, text)
  const common = { at, message: `a map keeps ${text.text}, and with it the whole of ${origin.name}` }
  const clone = clonedText(text, file, types)
  if ('refusal' in clone) return { ...common, refusal: clone.refusal }
  return {
    ...common,
    fix: {
      title: `copy the key: ${clone.newText}`,
      edits: [{ ...at, newText: clone.newText }],
      imports: clone.imports,
      proof: [
        wholeOf(origin),
        `the map lives on: ${reason}`,
        'the copy is equal to the key, so the map finds the same entries',
      ],
      safety: 'review',
      caution: cautionOf(text, origin, types),
    },
  }
}

/** `s[i:]` for several i: the keys overlap, so that copies would need more memory than the whole string. */
function isOneOfManyEnds(key: SyntaxNode, { whole }: Origin, types: PackageTypes): boolean {
  const object = key.type === 'identifier' ? types.objectOf(key) : undefined
  const cut = (object && initialValue(object)) ?? key
  if (cut.type !== 'slice_expression' || cut.childForFieldName('end')) return false
  for (let up = cut.parent; up && !isWithin(whole, up); up = up.parent)
    if (up.type === 'for_statement') return true
  return false
}

function wholeOf({ name, isParameter, whole }: Origin): string {
  return isParameter
    ? `${name} is a parameter, which the function lets nothing else keep`
    : `${name} is made here by ${whole.text}, and the function lets nothing else keep it`
}

function cautionOf(key: SyntaxNode, { name, isParameter }: Origin, types: PackageTypes): string {
  const others = isParameter ? 'no caller keeps it' : 'no function that is called keeps it'
  const cost = `every store makes a copy, also under a key that is there; that pays where ${name} is much longer than the key and ${others}`
  const call = competingCall(types, key)
  if (!call) return cost
  return `${cost}; Go does not say whether ${call.text.split('\n')[0]} or the key is evaluated first: see that it does not change what the key is cut by`
}

/** The string in `Name(text)`. */
function unconverted(key: SyntaxNode, types: PackageTypes): SyntaxNode {
  const node = inner(key)
  const conversion = conversionOf(node, types)
  if (!conversion || !isText(conversion.target) || !isText(types.typeOf(conversion.operand))) return node
  return unconverted(conversion.operand, types)
}

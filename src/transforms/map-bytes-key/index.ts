import type { GoPackage } from '../../go/package.ts'
import type { Finding, PackageTransform } from '../../transform.ts'
import { candidates } from './candidates.ts'
import { lookedUpCopy } from './looked-up-copy.ts'
import { makePlaces } from './places.ts'
import { type MapKey, mapKeyProblem, type NamedMap, verdict } from './verdict.ts'

/**
 * Keys maps by arrays of bytes instead of strings made of bytes, where every key is proven to have one length; with
 * `mapKey: 'hex'` or `'base64'` by text, of any length. A function decides for each map by itself. Throws for any other
 * value, which ends as an error of the configuration.
 */
export function mapBytesKeyWith({
  mapKey,
}: {
  readonly mapKey: MapKey | ((map: NamedMap) => MapKey)
}): PackageTransform {
  const wrong = typeof mapKey === 'function' ? undefined : mapKeyProblem(mapKey)
  if (wrong) throw new TypeError(wrong)
  const mapKeyOf = typeof mapKey === 'function' ? mapKey : () => mapKey
  return { ...mapBytesKey, findInPackage: pkg => findInPackage(pkg, mapKeyOf) }
}

// m[string(b)], delete(m, string(b)), {string(b): v}; and k := string(b), T{k: string(b)} with a [k] or [t.k] below it.
const KEY =
  /\[\s{0,40}string\(|\bdelete\([^\n]{0,200}?,\s{0,40}string\(|(?:^|[{,])\s{0,40}string\([^\n]{0,200}?\)\s{0,40}:(?!=)|(?:^[ \t]*(?:(?:if|for|switch|var) )?|[{,] ?)(\w+)(?:, \w+)?(?: :?= |: *| string = )string\([\s\S]{1,8000}?(?:\[(?:\w+\.)*\1\s*\]|\bdelete\([^\n]{0,200}?[,.]\s{0,40}\1\)|[{,\n]\s{0,40}\1:)/m

function hasKey(text: string): boolean {
  return text.includes('string(') && KEY.test(text)
}

export const mapBytesKey: PackageTransform = {
  name: 'map-bytes-key',
  meta: {
    summary: 'key maps by arrays of bytes where every key is `string(bytes)` of one length',
    why: `A key made by \`string(b)\` is correct: the conversion copies, so the map keeps nothing of b's array alive, and
changing b later does not change the key. What it costs is an allocation for every insertion, also for that of a key
that is there already; look-ups by \`m[string(b)]\` cost none. Where all keys have one length, an array \`[N]byte\` is a key
without an allocation, and the compiler then sees to it that every key has that length.

It is done without a question only where everything is proven: each key is \`string(x[:])\` of an array, a constant, or \`string(b)\` of a slice
whose length is certain (it was made so, cut so, or a guard rules other lengths out), all N are one N of at most 128,
and the map is followed through all variables, unexported fields, parameters and results of its package that share it, in
tests and the files of other platforms too. Slices become arrays by \`[N]byte(b)\`, before Go 1.20 by
\`*(*[N]byte)(b)\`, and before 1.17 not at all. Keys of range loops become arrays, and \`string(k[:])\` where text is wanted.
Where all arrays that are keys have one type with a name, \`common.Hash\`, and every place can write it, maps are keyed by it.

Where some keys are arrays and the others are \`string(b)\` of slices whose length is fixed by convention only, the fix is
for review: it adds a function that panics when the length is another one, and the caution lists the places.

It is for review when code that looks into values by reflection (\`fmt\`'s %v, a debugger's dump) may come to a struct
that holds the map, since it would see arrays for keys; and when Go leaves open whether a key or a call that might
change its bytes is evaluated first. A map that is exported, given to another package, converted to an interface (as
encoders and templates do) or reached in a way that is not followed is left alone, with the places;
only a copy \`k := string(b)\` that is made for look-ups alone is put where it costs nothing, into \`m[string(b)]\`.

With 100000 keys of 32 bytes and Go 1.26.8, as \`examples/map-keys\` prints it (\`go test -bench . -benchmem\`):

| key | allocations to fill the map | memory in use, bytes an entry | look-up | assignment to a key that is there |
|---|---|---|---|---|
| \`string(b)\` | 100532 | 67 | no allocation | 1 allocation, 32 bytes |
| \`[32]byte(b)\` | 532 | 63 | no allocation | no allocation |
| \`hex.EncodeToString(b)\` | 200532 | 99 | 1 allocation, 64 bytes | 2 allocations, 128 bytes |

Maps are Swiss tables there, as since Go 1.24. A look-up takes an array about as long as \`string(b)\`, and hexadecimal
text three times as long: what arrays save are the copies of insertions and assignments, which take half the time.

Hexadecimal text is no remedy for slow keys. It doubles them and allocates for every look-up and store; it is for keys
that people read or that JSON carries, where arbitrary bytes become U+FFFD and may collide. Sorted, hexadecimal keys
stand as their bytes would, base64 keys do not. For a repository that wants it,
\`mapBytesKeyWith({ mapKey: 'hex' })\` takes the place of this transform, \`'base64'\` likewise; all its fixes are for
review. Constants are encoded as they are rewritten. Variables that hold keys, those of range loops too, hold text then:
they are looked up, deleted, compared with each other and printed as they are; other uses get the bytes by a function
that is added to the file, \`countsKeyBytes(k)\` for \`[]byte(k)\` and \`string(countsKeyBytes(k))\` for \`k\`. Decoding
cannot fail, as every key is seen to be encoded where it goes in. Another map that such a variable is a key of gets the
same keys; where it cannot, or keys are not followed from where they come, the map is left alone.
In \`transforms.config.ts\`, with both names imported from gomend, as no two transforms may have one name:

\`\`\`ts
export default defineConfig({
  transforms: [
    ...shippedTransforms.filter(({ name }) => name !== 'map-bytes-key'),
    mapBytesKeyWith({ mapKey: 'hex' }),
  ],
})
\`\`\`

A choice for each map is a function:
\`mapBytesKeyWith({ mapKey: ({ name }) => (name === 'peers' ? 'hex' : 'array') })\`.
In the review, \`o\` shows the other kind of key for the map that it asks about.`,
    since: '1.0',
    mentions: [{ literal: 'string(', pattern: KEY }],
  },
  findInPackage: pkg => findInPackage(pkg, () => 'array'),
}

function* findInPackage(pkg: GoPackage, mapKeyOf: (map: NamedMap) => MapKey): Iterable<Finding> {
  const places = makePlaces(pkg)
  const taken = new Set<string>()
  for (const candidate of candidates(pkg.types, hasKey)) {
    const finding = verdict(pkg.types, places, candidate, mapKeyOf, taken)
    yield finding
    if (finding.fix) continue
    for (const conversion of candidate.conversions) {
      const copy = lookedUpCopy(pkg.types, places, conversion)
      if (copy) yield copy
    }
  }
}

import type { GoFile } from '../../go/file.ts'
import type { GoPackage } from '../../go/package.ts'
import { lineNumber } from '../../go/source-lines.ts'
import { lazy } from '../../go/types/lazy.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Finding, PackageTransform } from '../../transform.ts'
import { type KeyPlace, keyPlaces } from './key-places.ts'
import { madeInKey } from './made-in-key.ts'
import { madeInLiteral } from './made-in-literal.ts'
import { namedKey } from './named-key.ts'
import { takenBack } from './taken-back.ts'
import { KEY_BY_NAME, reviewed, valueKeys } from './value-keys.ts'

const WHY = `
A string made by \`*(*string)(unsafe.Pointer(&b))\`, \`unsafe.String\` or a helper such as \`b2s\` shares its memory with
\`b\`. As the key of a map it changes when the buffer is reused: the entry stays in the bucket of its old hash, is not
found under the old key nor under the new one, and cannot be deleted. Assigning to a key that is there already is no
way out: since Go 1.17 an assignment may replace the stored key as well.

The fix copies where the map may keep the key: \`m[string(b)] = v\`. Look-ups become \`m[string(b)]\` too, since the
compiler makes no copy for them. A string that is a part of the key, as in \`m[key{b2s(b), n}]\`, is no different. Where
the key has a name it is cloned as the map keeps it, \`m[strings.Clone(k)] = v\`, also when the name is that of a
parameter, for which a call in the package gives a zero-copy string; parts of a struct or array that has a name are
copied where it is made, which is for review. So is a field named key of a struct that becomes the value of a map.

A plain \`string(b)\` has none of these problems: it copies, and nothing of \`b\` stays alive or changes with it.
Where keys live in memory that is only ever appended to, the zero-copy key is right: say so in an ignore comment. A key
of \`buffer[start:]\` looks like that, and is for review.

With Go 1.26.8, of 1000 keys that were stored by way of one buffer about 950 were lost, and looking up a zero-copy key
takes as long as looking up \`string(b)\`: neither allocates (\`examples/map-keys\`, \`go test -bench Aliased -benchmem\`).

Helpers are functions and methods that do nothing but make the string, by a cast, \`unsafe.String\` or headers; in the
package itself under any name, in packages that it imports where the name says so (\`unsafe\`, \`NoCopy\`, \`BytesToString\`,
\`b2s\`, \`hack.String\`). A key that comes out of a field is followed where the package gives the field nothing but such
strings and constants; one that comes out of a result is not.
`

// unsafe.String, a header, or a cast to a pointer to string or to a type whose name says that it is one.
const ZERO_COPY = /unsafe\.String\(|[Ss]tring_?[Hh]eader|\(\s*\*\s*(?:string|\w*\.?\w*[Ss]tr\w*)\s*\)\s*\(/

export const aliasedMapKey: PackageTransform = {
  name: 'aliased-map-key',
  meta: {
    summary: 'copy zero-copy strings where a map keeps them as keys',
    why: WHY.trim(),
    since: '1.0',
    mentions: [
      { literal: 'unsafe', pattern: ZERO_COPY },
      // What helpers of other packages are called.
      { literal: 'nsafe', pattern: /\.\w*[uU]nsafe\w*\(/ },
      {
        literal: 'String(',
        pattern:
          /\b(?:hack|zerocopy)\.String\(|[bB](?:ytes?|\w*Slice)(?:To|2|As)String\(|(?:No|Zero|no|zero)Copy\w*String\(/,
      },
      { literal: '2s', pattern: /\.(?:[bB]2s|\w*[bB]ytes?2str\w*)\(/ },
      { literal: '2S', pattern: /\.(?:[bB]2S|\w*[bB]ytes?2Str\w*)\(/ },
    ],
  },
  findInPackage,
}

function* findInPackage({ files, types }: GoPackage): Iterable<Finding> {
  const caution = lazy(() => cautionOf(types), undefined)
  for (const file of files) {
    for (const whole of file.tree.rootNode.children) {
      if (whole.hasError || !/_declaration$/.test(whole.type)) continue
      for (const place of keyPlaces(whole, types, () => true)) {
        const finding = findingOf(place, file, types)
        if (!finding) continue
        const why = place.isStored ? caution() : undefined
        yield why === undefined ? finding : reviewed(finding, why)
      }
      for (const place of valueKeys(whole, types)) {
        const finding = madeInKey(place, file, types)
        if (finding) yield reviewed(finding, KEY_BY_NAME)
      }
    }
  }
}

function cautionOf(types: PackageTypes): string | undefined {
  const place = takenBack(types)
  if (!place) return undefined
  const file = types.fileOf(place)
  const where = file ? ` (${file.path}:${lineNumber(file.text, place.startIndex)})` : ''
  return `${place.text.split('\n')[0]} asks for the bytes behind a key${where}: see that it does not want those that the key was made of`
}

function findingOf(place: KeyPlace, file: GoFile, types: PackageTypes): Finding | undefined {
  const made = madeInKey(place, file, types)
  if (made || !place.isStored) return made
  return namedKey(place, file, types) ?? madeInLiteral(place, file, types)
}

import type { GoFile } from '../../go/file.ts'
import type { GoPackage } from '../../go/package.ts'
import { inner, outer, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { wholeNumber } from '../../go/types/constant.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Finding, FixableFinding, PackageTransform } from '../../transform.ts'
import { locationOf } from '../location.ts'
import { competingCall } from '../unsafe/competing-call.ts'
import { typeInFile } from '../unsafe/type-in-file.ts'
import { copyOfVariable } from './copied-variable.ts'
import { type KeyPlace, keyPlaces } from './key-places.ts'
import { type ZeroCopy, zeroCopyInKey, zeroCopyOf } from './zero-copy.ts'

const WHY = `
A string made by \`*(*string)(unsafe.Pointer(&b))\`, \`unsafe.String\` or a helper such as \`b2s\` shares its memory with
\`b\`. As the key of a map it changes when the buffer is reused: the entry stays in the bucket of its old hash, is not
found under the old key nor under the new one, and cannot be deleted. Assigning to a key that is there already is no
way out: since Go 1.17 an assignment may replace the stored key as well.

The fix copies where the map may keep the key: \`m[string(b)] = v\`. Look-ups become \`m[string(b)]\` too, since the
compiler makes no copy for them.

A plain \`string(b)\` has none of these problems: it copies, and nothing of \`b\` stays alive or changes with it.
Where keys live in memory that is only ever appended to, the zero-copy key is right: say so in an ignore comment. A key
of \`buffer[start:]\` looks like that, and is for review.

With Go 1.26.8, of 1000 keys that were stored by way of one buffer 941 were lost, and looking up a zero-copy key takes
as long as looking up \`string(b)\`: neither allocates (\`examples/map-keys\`, \`go test -bench Aliased -benchmem\`).

Helpers are functions and methods that do nothing but make the string, by a cast, \`unsafe.String\` or headers; in the
package itself under any name, in packages that it imports where the name says so (\`unsafe\`, \`NoCopy\`, \`BytesToString\`,
\`b2s\`, \`hack.String\`). A key that comes in as a parameter or out of a field is not followed.
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
  for (const file of files) {
    for (const whole of file.tree.rootNode.children) {
      if (whole.hasError || !/_declaration$/.test(whole.type)) continue
      for (const place of keyPlaces(whole, types)) {
        const finding = findingOf(place, file, types)
        if (finding) yield finding
      }
    }
  }
}

function findingOf(place: KeyPlace, file: GoFile, types: PackageTypes): Finding | undefined {
  const made = zeroCopyInKey(place.key, types)
  if (made) return ofExpression(made, place, file, types)
  if (!place.isStored) return undefined
  const variable = copyOfVariable(place.key, file, types)
  if (!variable) return undefined
  const message = `a map keeps ${place.key.text}, which shares memory with bytes: ${variable.by} made it on line ${variable.line}`
  const common = { at: locationOf(file, place.key), message }
  if ('refusal' in variable) return { ...common, refusal: variable.refusal }
  const { newText, imports } = variable
  return {
    ...common,
    fix: {
      title: `copy the key: ${newText}`,
      edits: [{ ...locationOf(file, place.key), newText }],
      imports,
      proof: [`${place.key.text} is assigned once`, SAME_BYTES],
      ...safetyOf(place.key, place, types, { bytes: variable.bytes, panicsWhenEmpty: false }),
    },
  }
}

const SAME_BYTES = 'the copy has the same bytes at this moment, and keeps them'

function ofExpression(
  made: ZeroCopy,
  place: KeyPlace,
  file: GoFile,
  types: PackageTypes,
): Finding | undefined {
  const { key, isStored } = place
  const { node, bytes, by } = made
  const message = isStored
    ? `a map keeps a string that shares memory with ${bytes?.text ?? 'bytes'}, made by ${by}`
    : `a look-up with a zero-copy string, made by ${by}, which saves nothing`
  const common: Pick<FixableFinding, 'at' | 'message'> = { at: locationOf(file, node), message }
  // Other look-ups would need a copy, and keep nothing.
  if (!isStored && (!bytes || inner(key) !== node || types.typeOf(node).kind !== 'basic')) return undefined
  if (!bytes)
    return { ...common, refusal: 'the bytes have no slice to copy from; use strings.Clone around the key' }
  const type = typeInFile(types.typeOf(node), node, types)
  if (type === undefined)
    return { ...common, refusal: 'the type of the key cannot be written here: its name means something else' }
  if (node.descendantsOfType('comment').length > 0)
    return { ...common, refusal: 'there is a comment inside the key; move it out' }
  const newText = `${type}(${bytes.text})`
  return {
    ...common,
    fix: {
      title: isStored ? `copy the key: ${newText}` : `look up ${newText}, which makes no copy either`,
      edits: [{ ...locationOf(file, node), newText }],
      imports: [{ path: file.path, frees: ['unsafe', ...(made.from === undefined ? [] : [made.from])] }],
      proof: [
        `${bytes.text} is a byte slice, and ${by} makes a string of the whole of it`,
        isStored ? SAME_BYTES : 'the compiler looks up string(b) without an allocation',
      ],
      ...safetyOf(node, place, types, made),
    },
  }
}

/** What else the statement does may change the bytes between the copy and the use of the key; `&b[0]` may panic. */
function safetyOf(
  made: SyntaxNode,
  { key, isStored }: KeyPlace,
  types: PackageTypes,
  { bytes, panicsWhenEmpty }: Pick<ZeroCopy, 'bytes' | 'panicsWhenEmpty'>,
): { readonly safety: 'safe' } | { readonly safety: 'review'; readonly caution: string } {
  const arena = bytes && arenaOf(bytes, types)
  const notEmpty = panicsWhenEmpty ? bytes?.text : undefined
  // Another zero-copy string changes nothing.
  const call = competingCall(types, made, other => zeroCopyOf(other, types) !== undefined)
  const target = isStored ? otherTarget(key) : undefined
  const what = call?.text.split('\n')[0] ?? (target && `the assignment to ${target.text}`)
  const cautions = [
    what &&
      `if ${what} changes the bytes, the map was given the changed key, and may now be given the one before`,
    arena !== undefined && isStored
      ? `where ${arena} is only ever appended to and its memory never used again, as an arena, the key did not change, and the copy costs memory: say so in an ignore comment`
      : undefined,
    notEmpty && `where ${notEmpty} is empty this panicked, and does no longer`,
  ].filter(caution => caution !== undefined)
  return cautions.length === 0 ? { safety: 'safe' } : { safety: 'review', caution: cautions.join('; ') }
}

/** What `buffer[start:]` is a part of, where that is what was appended to it last. */
function arenaOf(bytes: SyntaxNode, types: PackageTypes): string | undefined {
  const start = bytes.type === 'slice_expression' ? bytes.childForFieldName('start') : undefined
  const isTail =
    start && wholeNumber(types.constantOf(start)) === undefined && !bytes.childForFieldName('end')
  return isTail ? bytes.childForFieldName('operand')?.text : undefined
}

/** Something else that the assignment to `m[key]` assigns to: the bytes of the key, perhaps. */
function otherTarget(key: SyntaxNode): SyntaxNode | undefined {
  const list = key.parent && outer(key.parent).parent
  if (list?.type !== 'expression_list') return undefined
  return partsOf(list).find(
    ({ startIndex, endIndex }) => endIndex < key.startIndex || startIndex > key.endIndex,
  )
}

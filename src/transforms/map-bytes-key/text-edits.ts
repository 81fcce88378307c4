import { outer, rootOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Edit, ImportChange } from '../../transform.ts'
import { decoder } from './decoder.ts'
import { type Encoding, packageNameAt } from './encoding.ts'
import type { Key } from './key.ts'
import { type KeyUse, keyUse } from './key-use.ts'
import { brief, type Problem } from './link.ts'
import type { MapWeb } from './map-web.ts'
import type { Places } from './places.ts'
import type { WebKeys } from './web-keys.ts'

export interface TextEdits {
  readonly edits: readonly Edit[]
  /** Where keys are decoded. */
  readonly decoded: readonly SyntaxNode[]
  /** Where keys are printed as they are. */
  readonly shown: readonly SyntaxNode[]
}

/** The edits that have all keys of a web be text, or why there are none. */
export function textEdits(
  types: PackageTypes,
  places: Places,
  web: MapWeb,
  { keys, variables }: WebKeys,
  encoding: Encoding,
  taken: Set<string>,
): TextEdits | Problem {
  const given = variables.flatMap(variable => variable.keys.map(({ node }) => node))
  const known = new Set([...web.keys, ...given])
  const ofKeys = new Set(variables.flatMap(variable => variable.uses))
  const edits: Edit[] = []
  for (const key of keys) {
    const edit = keyEdit(key)
    if ('what' in edit) return edit
    edits.push(edit)
  }

  const uses: (readonly [node: SyntaxNode, use: KeyUse])[] = []
  for (const node of ofKeys) {
    if (known.has(node)) continue
    const use = keyUse(types, node, encoding, other => ofKeys.has(other))
    if ('what' in use) return use
    uses.push([node, use])
  }
  const nodesOf = (kinds: RegExp) => uses.filter(([, { kind }]) => kinds.test(kind)).map(([node]) => node)
  const [first, ...others] = nodesOf(/^(converted|bytes|text)$/)
  const added = first && decoder(types, places, web, [first, ...others], encoding, taken)
  if (added && 'what' in added) return added
  for (const [node, use] of uses) {
    const made = useEdits(node, use, added?.name ?? '')
    if ('what' in made) return made
    edits.push(...made)
  }
  if (added) edits.push(added.edit)
  return { edits, decoded: first ? [first, ...others] : [], shown: nodesOf(/^shown$/) }

  function keyEdit(key: Exclude<Key, { kind: 'variable' }>): Edit | Problem {
    const { node } = key
    const name = packageNameAt(types, node, rootOf(node), encoding)
    if (typeof name !== 'string') return name
    switch (key.kind) {
      // string(b)
      // ------
      // hex.EncodeToString(b), or base64.StdEncoding.EncodeToString(b)
      case 'array':
      case 'slice':
      case 'unproven': {
        const callee = node.childForFieldName('function') ?? node
        return places.edit(node, callee.startIndex, callee.endIndex, `${name}.${encoding.encode}`)
      }
      case 'constant': {
        const isLiteral = /_string_literal$/.test(node.type)
        const text = `"${Buffer.from(key.value, 'latin1').toString(encoding.bufferName)}"`
        const newText = isLiteral ? text : `${name}.${encoding.encode}([]byte(${node.text}))`
        return places.edit(node, node.startIndex, node.endIndex, newText)
      }
      case 'text':
        return { at: node, what: `${brief(node)} is a string that is not made of bytes here` }
    }
  }

  function useEdits(node: SyntaxNode, use: KeyUse, decode: string): readonly Edit[] | Problem {
    switch (use.kind) {
      case 'kept':
      case 'shown':
        return []
      case 'compared': {
        if (use.value === '') return []
        const edit = keyEdit({ kind: 'constant', node: use.constant, value: use.value })
        return 'what' in edit ? edit : [edit]
      }
      // hex.EncodeToString([]byte(k))
      // -----------------------------
      // k
      case 'encoded':
        return [places.edit(node, use.call.startIndex, use.call.endIndex, node.text)]
      // []byte(k)
      // ------
      // seenKeyBytes(k)
      case 'converted':
        return [places.edit(node, use.conversion.startIndex, outer(node).startIndex, `${decode}(`)]
      // len(k)               f(k)
      //     -                  -
      // seenKeyBytes(k)      string(seenKeyBytes(k))
      case 'bytes':
        return around(node, `${decode}(`, ')')
      case 'text':
        return around(node, `string(${decode}(`, '))')
    }
  }

  function around(node: SyntaxNode, before: string, after: string): Edit[] {
    return [
      places.edit(node, node.startIndex, node.startIndex, before),
      places.edit(node, node.endIndex, node.endIndex, after),
    ]
  }
}

/** The imports that keys as text need, or may leave unused. */
export function textImports(
  edits: readonly Edit[],
  { importPath, encode, decode }: Encoding,
): readonly ImportChange[] {
  return [...new Set(edits.map(({ path }) => path))].map(path => {
    const isNeeded = edits.some(
      edit =>
        edit.path === path && (edit.newText.includes(`.${encode}`) || edit.newText.includes(`.${decode}`)),
    )
    return isNeeded ? { path, needs: [importPath] } : { path, frees: [importPath] }
  })
}

import type { GoFile } from '../../go/file.ts'
import { outer, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Edit } from '../../transform.ts'
import { becomesInterface } from './becomes-interface.ts'
import { isBytes } from './bytes-to-string.ts'
import type { Key } from './key.ts'
import type { KeyVariable } from './key-variable.ts'
import { brief, type Problem } from './link.ts'
import type { MapWeb } from './map-web.ts'
import type { Places } from './places.ts'
import type { WebKeys } from './web-keys.ts'

const HEX = 'encoding/hex'

/** The edits that have all keys of a web be hexadecimal text, or why there are none. */
export function hexEdits(
  types: PackageTypes,
  places: Places,
  web: MapWeb,
  { keys, variables }: WebKeys,
): readonly Edit[] | Problem {
  const isKey = new Set([
    ...web.keys,
    ...variables.flatMap(({ keys: given }) => given.map(({ node }) => node)),
  ])
  const edits: Edit[] = []
  for (const key of keys) {
    const edit = keyEdit(key)
    if ('what' in edit) return edit
    edits.push(edit)
  }
  for (const variable of variables)
    for (const use of variable.uses) {
      const edit = isKey.has(use) ? undefined : useEdit(variable, use)
      if (edit && 'what' in edit) return edit
      if (edit) edits.push(edit)
    }
  return edits

  function keyEdit(key: Exclude<Key, { kind: 'variable' }>): Edit | Problem {
    const { node } = key
    const name = hexName(types, places.fileOf(node))
    if (name === undefined) return { at: node, what: 'hex is another thing here than package encoding/hex' }
    switch (key.kind) {
      // string(b)
      // ------
      // hex.EncodeToString(b)
      case 'array':
      case 'slice':
      case 'unproven': {
        const callee = node.childForFieldName('function') ?? node
        return places.edit(node, callee.startIndex, callee.endIndex, `${name}.EncodeToString`)
      }
      case 'constant': {
        const isLiteral = /_string_literal$/.test(node.type)
        const text = `"${Buffer.from(key.value, 'latin1').toString('hex')}"`
        const newText = isLiteral ? text : `${name}.EncodeToString([]byte(${node.text}))`
        return places.edit(node, node.startIndex, node.endIndex, newText)
      }
      case 'text':
        return { at: node, what: `${brief(node)} is a string that is not made of bytes here` }
    }
  }

  /** What is to become of a key that is looked at: nothing where it is shown, less where it was made hexadecimal. */
  function useEdit({ name }: KeyVariable, use: SyntaxNode): Edit | Problem | undefined {
    const value = outer(use)
    if (becomesInterface(types, value)) return undefined
    const { parent } = value
    const call =
      parent?.type === 'type_conversion_expression' && isBytes(types.typeOf(parent))
        ? encoding(parent)
        : undefined
    // hex.EncodeToString([]byte(k))
    // -----------------------------
    // k
    if (call) return places.edit(call, call.startIndex, call.endIndex, name.text)
    return { at: use, what: `${name.text}, which is a key, is used as bytes or text` }
  }

  function encoding(bytes: SyntaxNode): SyntaxNode | undefined {
    const list = outer(bytes).parent
    const call = list?.type === 'argument_list' && partsOf(list).length === 1 ? list.parent : undefined
    const callee = call?.childForFieldName('function')?.childForFieldName('field')
    const object = callee && types.objectOf(callee)
    return object?.kind === 'func' && object.package === HEX && object.name === 'EncodeToString'
      ? call
      : undefined
  }
}

/** What package encoding/hex is called in a file, or would be; undefined when that name means another thing there. */
function hexName(types: PackageTypes, { tree }: GoFile): string | undefined {
  const spec = tree.rootNode
    .descendantsOfType('import_spec')
    .find(each => each.childForFieldName('path')?.text.slice(1, -1) === HEX)
  const name = spec?.childForFieldName('name')?.text ?? 'hex'
  if (name === '_' || name === '.') return undefined
  const others = tree.rootNode
    .descendantsOfType(['identifier', 'type_identifier'])
    .filter(node => node.text === name)
    .some(node => {
      const object = types.objectOf(node)
      return object?.kind !== 'package' || object.importPath !== HEX
    })
  return others ? undefined : name
}

/** The imports that hexadecimal keys need, or may leave unused. */
export function hexImports(edits: readonly Edit[]) {
  return [...new Set(edits.map(({ path }) => path))].map(path => {
    const isNeeded = edits.some(edit => edit.path === path && edit.newText.endsWith('.EncodeToString'))
    return isNeeded ? { path, needs: [HEX] } : { path, frees: [HEX] }
  })
}

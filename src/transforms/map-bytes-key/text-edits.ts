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

/** A way to write bytes as text. */
export interface Encoding {
  readonly importPath: string
  /** What the package is called where it is imported without another name. */
  readonly packageName: string
  /** What encodes bytes, after the name of the package. */
  readonly call: string
  readonly bufferName: 'hex' | 'base64'
}

export const ENCODINGS: Readonly<Record<'hex' | 'base64', Encoding>> = {
  hex: { importPath: 'encoding/hex', packageName: 'hex', call: 'EncodeToString', bufferName: 'hex' },
  base64: {
    importPath: 'encoding/base64',
    packageName: 'base64',
    call: 'StdEncoding.EncodeToString',
    bufferName: 'base64',
  },
}

/** The edits that have all keys of a web be text, or why there are none. */
export function textEdits(
  types: PackageTypes,
  places: Places,
  web: MapWeb,
  { keys, variables }: WebKeys,
  encoding: Encoding,
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
    const { importPath, packageName, call, bufferName } = encoding
    const name = nameOf(types, places.fileOf(node), encoding)
    if (name === undefined)
      return { at: node, what: `${packageName} is another thing here than package ${importPath}` }
    switch (key.kind) {
      // string(b)
      // ------
      // hex.EncodeToString(b), or base64.StdEncoding.EncodeToString(b)
      case 'array':
      case 'slice':
      case 'unproven': {
        const callee = node.childForFieldName('function') ?? node
        return places.edit(node, callee.startIndex, callee.endIndex, `${name}.${call}`)
      }
      case 'constant': {
        const isLiteral = /_string_literal$/.test(node.type)
        const text = `"${Buffer.from(key.value, 'latin1').toString(bufferName)}"`
        const newText = isLiteral ? text : `${name}.${call}([]byte(${node.text}))`
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
        ? encodingOf(parent)
        : undefined
    // hex.EncodeToString([]byte(k))
    // -----------------------------
    // k
    if (call) return places.edit(call, call.startIndex, call.endIndex, name.text)
    return { at: use, what: `${name.text}, which is a key, is used as bytes or text` }
  }

  function encodingOf(bytes: SyntaxNode): SyntaxNode | undefined {
    const list = outer(bytes).parent
    const call = list?.type === 'argument_list' && partsOf(list).length === 1 ? list.parent : undefined
    const callee = call?.childForFieldName('function')
    const name = nameOf(types, places.fileOf(bytes), encoding)
    return name !== undefined && callee?.text === `${name}.${encoding.call}` ? call : undefined
  }
}

/** What the package is called in a file, or would be; undefined when that name means another thing there. */
function nameOf(
  types: PackageTypes,
  { tree }: GoFile,
  { importPath, packageName }: Encoding,
): string | undefined {
  const spec = tree.rootNode
    .descendantsOfType('import_spec')
    .find(each => each.childForFieldName('path')?.text.slice(1, -1) === importPath)
  const name = spec?.childForFieldName('name')?.text ?? packageName
  if (name === '_' || name === '.') return undefined
  const others = tree.rootNode
    .descendantsOfType(['identifier', 'type_identifier'])
    .filter(node => node.text === name)
    .some(node => {
      const object = types.objectOf(node)
      return object?.kind !== 'package' || object.importPath !== importPath
    })
  return others ? undefined : name
}

/** The imports that keys as text need, or may leave unused. */
export function textImports(edits: readonly Edit[], { importPath, call }: Encoding) {
  return [...new Set(edits.map(({ path }) => path))].map(path => {
    const isNeeded = edits.some(edit => edit.path === path && edit.newText.includes(`.${call}`))
    return isNeeded ? { path, needs: [importPath] } : { path, frees: [importPath] }
  })
}

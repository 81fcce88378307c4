import { lineNumber } from '../source-lines.ts'
import type { SyntaxNode } from '../syntax/tree.ts'
import type { TypedFile } from './files.ts'
import { type GoObject, isSameObject } from './object.ts'

/** Every use of an object, or why they are not all known. */
export type Uses =
  | { readonly uses: readonly SyntaxNode[]; readonly unknown?: never }
  | { readonly unknown: string }

/** The grammar tells some predeclared names from others; they may be declared anew. */
const IDENTIFIERS = [
  'identifier',
  'type_identifier',
  'field_identifier',
  'package_identifier',
  'label_name',
  'nil',
  'true',
  'false',
  'iota',
]

/**
 * Finds the uses of objects in files, their declarations left out: every identifier of an object's name has to be
 * proven to be the object, or proven to be another one.
 */
export function makeUsesIn(
  files: readonly TypedFile[],
  objectOf: (identifier: SyntaxNode) => GoObject | undefined,
): (object: GoObject) => Uses {
  let mentions: ReadonlyMap<string, readonly Mention[]> | undefined

  return object => {
    mentions ??= mentionsByName(files)
    const uses: SyntaxNode[] = []
    for (const { file, node } of mentions.get(object.name) ?? []) {
      const other = objectOf(node)
      if (!other) return { unknown: `what ${object.name} is at ${placeOf(file, node)} is not known` }
      if (!isDeclaration(object, node) && isSameOrOneOf(object, other)) uses.push(node)
    }
    const unparsed = mentionUnparsed(files, object.name)
    if (unparsed)
      return { unknown: `${object.name} is mentioned in code that cannot be parsed, at ${unparsed}` }
    return { uses }
  }
}

interface Mention {
  readonly file: TypedFile
  readonly node: SyntaxNode
}

function mentionsByName(files: readonly TypedFile[]): ReadonlyMap<string, readonly Mention[]> {
  const mentions = new Map<string, Mention[]>()
  for (const file of files) {
    for (const node of file.tree.rootNode.descendantsOfType(IDENTIFIERS)) {
      if (node.parent?.type === 'package_clause') continue
      const known = mentions.get(node.text)
      if (known) known.push({ file, node })
      else mentions.set(node.text, [{ file, node }])
    }
  }
  return mentions
}

/** Names in what the parser did not understand may be in no identifier. */
function mentionUnparsed(files: readonly TypedFile[], name: string): string | undefined {
  const mention = new RegExp(`(?<![\\p{L}\\p{Nd}_])${name}(?![\\p{L}\\p{Nd}_])`, 'u')
  for (const file of files) {
    if (!file.tree.rootNode.hasError) continue
    const found = file.tree.rootNode.children.find(whole => whole.hasError && mention.test(whole.text))
    if (found) return placeOf(file, found)
  }
  return undefined
}

function isDeclaration(object: GoObject, node: SyntaxNode): boolean {
  return object.declarations.some(declared => declared.node === node)
}

/** An object that each platform declares for itself is used where any of its declarations is. */
function isSameOrOneOf(object: GoObject, other: GoObject): boolean {
  if (isSameObject(object, other)) return true
  if (object.declarations.length + other.declarations.length < 3) return false
  return (
    object.kind === other.kind &&
    object.declarations.some(({ node }) => other.declarations.some(declared => declared.node === node))
  )
}

function placeOf(file: { readonly path: string; readonly text: string }, node: SyntaxNode): string {
  const line = lineNumber(file.text, node.startIndex)
  return `${file.path}:${line}`
}

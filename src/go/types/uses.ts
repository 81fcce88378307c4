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
  const mentions = new Map<TypedFile, ReadonlyMap<string, readonly SyntaxNode[]>>()

  return object => {
    const mentioning = files.filter(({ text }) => text.includes(object.name))
    const uses: SyntaxNode[] = []
    for (const file of mentioning) {
      const byName = mentions.get(file) ?? mentionsByName(file)
      mentions.set(file, byName)
      for (const node of byName.get(object.name) ?? []) {
        const other = objectOf(node)
        if (!other) return { unknown: `what ${object.name} is at ${placeOf(file, node)} is not known` }
        if (!isDeclaration(object, node) && isSameOrOneOf(object, other)) uses.push(node)
      }
    }
    const unparsed = mentionUnparsed(mentioning, object.name)
    if (unparsed)
      return { unknown: `${object.name} is mentioned in code that cannot be parsed, at ${unparsed}` }
    return { uses }
  }
}

function mentionsByName(file: TypedFile): ReadonlyMap<string, readonly SyntaxNode[]> {
  const mentions = new Map<string, SyntaxNode[]>()
  for (const node of file.tree.rootNode.descendantsOfType(IDENTIFIERS)) {
    if (node.parent?.type === 'package_clause') continue
    const known = mentions.get(node.text)
    if (known) known.push(node)
    else mentions.set(node.text, [node])
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

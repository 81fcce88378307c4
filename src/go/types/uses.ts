import type { SyntaxNode } from '../syntax/tree.ts'
import { type GoObject, isSameObject } from './object.ts'
import type { PackageTypes } from './package-types.ts'

/** Every use of an object, or why they are not all known. */
export type Uses =
  | { readonly uses: readonly SyntaxNode[]; readonly unknown?: never }
  | { readonly unknown: string }

const IDENTIFIERS = ['identifier', 'type_identifier', 'field_identifier', 'package_identifier', 'label_name']

/**
 * Finds the uses of an object, its declarations left out: every identifier of its name has to be proven to be the
 * object, or proven to be another one.
 */
export function usesIn(types: PackageTypes, object: GoObject): Uses {
  const uses: SyntaxNode[] = []
  for (const file of types.files) {
    if (!file.text.includes(object.name)) continue
    for (const whole of file.tree.rootNode.children) {
      for (const node of whole.descendantsOfType(IDENTIFIERS)) {
        if (node.text !== object.name || node.parent?.type === 'package_clause') continue
        const other = types.objectOf(node)
        if (!other) return { unknown: `what ${object.name} is at ${placeOf(file, node)} is not known` }
        if (isDeclaration(object, node) || !isSameOrOneOf(object, other)) continue
        uses.push(node)
      }
      if (whole.hasError && new RegExp(`\\b${object.name}\\b`).test(whole.text))
        return {
          unknown: `${object.name} is mentioned in code that cannot be parsed, at ${placeOf(file, whole)}`,
        }
    }
  }
  return { uses }
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
  const line = file.text.slice(0, node.startIndex).split('\n').length
  return `${file.path}:${line}`
}

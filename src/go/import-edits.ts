import { type Declaration, editsOf, type Shape } from './import-declaration.ts'
import { removals } from './import-removal.ts'
import { hasName, type Import, importsOf } from './imports.ts'
import { newDeclaration } from './new-import.ts'
import { lineStart, restIsComment } from './source-lines.ts'
import type { SyntaxNode } from './syntax/tree.ts'
import type { ParsedText, TextEdit } from './text-edit.ts'
import { isUsed } from './unused-import.ts'

/**
 * The edits of the import declarations of `file` that its other edits make necessary; `patched` is the root of what
 * those make of it. An import in `frees` goes when its name was used and is used no more. Import "C" and its preamble
 * are left alone.
 */
export function importEdits(
  file: ParsedText,
  patched: SyntaxNode,
  { needs, frees }: { readonly needs: ReadonlySet<string>; readonly frees: ReadonlySet<string> },
): readonly TextEdit[] {
  const imports = importsOf(file.root)
  const isDropped = (each: Import) =>
    hasName(each) &&
    frees.has(each.path) &&
    !needs.has(each.path) &&
    isUsed(each, imports, file.root) &&
    !isUsed(each, imports, patched)
  const added = [...needs].filter(path => !imports.some(each => each.path === path && hasName(each))).sort()

  const declarations = file.root.namedChildren
    .filter(({ type }) => type === 'import_declaration')
    .map(node => {
      const own = imports.filter(({ declaration }) => declaration === node)
      return {
        node,
        imports: own,
        dropped: new Set(own.filter(isDropped)),
        shape: shapeOf(file.text, node, own),
      }
    })
  const target = added.length > 0 ? targetOf(declarations) : undefined
  const edits: TextEdit[] = []
  const emptied: SyntaxNode[] = []
  for (const declaration of declarations) {
    const additions = declaration === target ? added : []
    if (declaration.dropped.size + additions.length === 0) continue
    const changes = editsOf(file.text, declaration, additions)
    if (changes) edits.push(...changes)
    else emptied.push(declaration.node)
  }
  edits.push(...removals(file.text, emptied))
  if (added.length > 0 && !target) edits.push(newDeclaration(file, added))
  return edits.map(edit => ({ ...edit, newText: withLineBreaks(edit.newText, file.text) }))
}

function shapeOf(text: string, node: SyntaxNode, imports: readonly Import[]): Shape {
  if (!isAlone(text, node)) return 'odd'
  if (!node.text.includes('\n')) return node.descendantsOfType('comment').length > 0 ? 'odd' : 'line'
  const opensLine = restIsComment(text, node.startIndex + node.text.indexOf('(') + 1)
  const closesLine = text.slice(lineStart(text, node.endIndex), node.endIndex).trim() === ')'
  return opensLine && closesLine && imports.every(each => isAlone(text, each.node)) ? 'block' : 'odd'
}

function isAlone(text: string, { startIndex, endIndex }: SyntaxNode): boolean {
  return text.slice(lineStart(text, startIndex), startIndex).trim() === '' && restIsComment(text, endIndex)
}

/** The declaration that takes new imports in; undefined when they get one of their own. */
function targetOf(declarations: readonly Declaration[]): Declaration | undefined {
  const open = declarations.filter(
    ({ shape, imports }) => shape !== 'odd' && imports.every(({ path }) => path !== 'C'),
  )
  const withParentheses = open.find(({ node }) => node.text.includes('('))
  if (withParentheses || open.length === 1) return withParentheses ?? open[0]
  return open.find(({ imports, dropped }) => imports.length === dropped.size)
}

function withLineBreaks(newText: string, text: string): string {
  const newline = text.indexOf('\n')
  return text[newline - 1] === '\r' ? newText.replaceAll('\n', '\r\n') : newText
}

import type { SyntaxTree } from '../go/syntax/tree.ts'
import type { FuncObject } from '../go/types/object.ts'

interface File {
  readonly text: string
  readonly tree: SyntaxTree
}

/**
 * Reports whether a function or method of the same name is declared in several files, one for each platform perhaps: a
 * method of any type, or of the type `receiver`.
 */
export function isDeclaredAgain(
  { name, isMethod }: FuncObject,
  files: readonly File[],
  receiver?: string,
): boolean {
  const type = receiver === undefined ? '' : String.raw`\b${receiver}\b[^)]*`
  const before = isMethod ? String.raw`\([^)]*${type}\)\s*` : ''
  const declaration = new RegExp(String.raw`^func\s*${before}${name}\s*[([]`, 'm')
  return files.filter(({ text }) => text.includes(name) && declaration.test(text)).length > 1
}

/** Reports whether a directive gives others the name of a function. */
export function isLinked({ name }: FuncObject, files: readonly File[]): boolean {
  const directive = new RegExp(`^//(?:go:linkname|export)\\s.*\\b${name}\\b`, 'm')
  return files.some(({ text }) => text.includes(name) && directive.test(text))
}

/** Reports whether a method of an interface has the name of a function. */
export function isWantedByInterface({ name }: FuncObject, files: readonly File[]): boolean {
  return files.some(
    ({ text, tree }) =>
      text.includes(name) &&
      tree.rootNode
        .descendantsOfType(['method_elem', 'method_spec'])
        .some(method => method.childForFieldName('name')?.text === name),
  )
}

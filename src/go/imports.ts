import type { SyntaxNode } from './syntax/tree.ts'

/**
 * The import path behind each name that the file's import declarations bring in. Without an explicit name it is the
 * last element of the path that is no major version: right for the standard library, a guess elsewhere.
 */
export function importNames(root: SyntaxNode): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const spec of root.descendantsOfType('import_spec')) {
    const path = spec.childForFieldName('path')?.text.slice(1, -1) ?? ''
    const name = spec.childForFieldName('name')?.text ?? lastElement(path)
    if (name !== '_' && name !== '.') names.set(name, path)
  }
  return names
}

function lastElement(path: string): string {
  const elements = path.split('/')
  const last = elements.at(-1) ?? ''
  return /^v\d+$/.test(last) ? (elements.at(-2) ?? last) : last
}

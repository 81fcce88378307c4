import type { SyntaxNode } from './syntax/tree.ts'
import { stdPackage, stdPackageName } from './types/std-api.ts'

/** One import of a file. */
export interface Import {
  readonly node: SyntaxNode
  /** Its import_declaration, which may hold others. */
  readonly declaration: SyntaxNode
  readonly path: string
  /** As written before the path, `_` and `.` included; undefined when the package's own name is used. */
  readonly name: string | undefined
}

/** The imports of a file in source order. */
export function importsOf(root: SyntaxNode): readonly Import[] {
  return root.namedChildren
    .filter(({ type }) => type === 'import_declaration')
    .flatMap(declaration =>
      declaration.descendantsOfType('import_spec').map(node => ({
        node,
        declaration,
        path: node.childForFieldName('path')?.text.slice(1, -1) ?? '',
        name: node.childForFieldName('name')?.text,
      })),
    )
}

/** Reports whether an import brings a name into the file that its code can use. */
export function hasName({ name }: Import): boolean {
  return name !== '_' && name !== '.'
}

/**
 * The import path behind each name that the file's import declarations bring in. Without an explicit name it is the
 * last element of the path that is no major version: right for the standard library, a guess elsewhere.
 */
export function importNames(root: SyntaxNode): ReadonlyMap<string, string> {
  const named = importsOf(root).filter(hasName)
  return new Map(named.map(({ name, path }) => [name ?? stdPackageName(path), path]))
}

/** Reports whether a file is one of cgo. */
export function importsC(root: SyntaxNode): boolean {
  return importsOf(root).some(({ path }) => path === 'C')
}

/** Reports whether a path is one of the standard library. */
export function isStandard(path: string): boolean {
  return path === 'unsafe' || stdPackage(path) !== undefined
}

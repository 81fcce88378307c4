import type { SyntaxNode } from '../syntax/tree.ts'
import { objectOfDeclarations } from './declared.ts'
import type { ImportDeclaration } from './files.ts'
import type { GoObject, PackageObject } from './object.ts'
import { type Context, recordObject } from './resolver.ts'
import { lookUp } from './scope.ts'
import { visibleFrom } from './unit.ts'
import { predeclared } from './universe.ts'

/**
 * The object that a name denotes where it stands: declared in a block around it, imported by its file, declared by its
 * package, or predeclared (https://go.dev/ref/spec#Declarations_and_scope). Undefined when that is not known.
 */
export function resolveName(node: SyntaxNode, context: Context): GoObject | undefined {
  const object = find(node.text, context)
  recordObject(context, node, object)
  return object
}

function find(name: string, context: Context): GoObject | undefined {
  if (name === '_') return undefined
  return lookUp(context.scope, name) ?? findOutside(name, context)
}

function findOutside(name: string, context: Context): GoObject | undefined {
  const imported = importedAs(name, context)
  if (imported) return imported
  const { unit } = context.resolver
  const all = unit.declarationsOf(name)
  const declarations = visibleFrom(context.file, all)
  if (declarations.length > 0) return objectOfDeclarations(context.resolver, declarations)
  if (all.length > 0 || unit.mayDeclare(name)) return undefined
  return dotImported(name, context) ?? predeclared(name) ?? guessedImport(name, context)
}

function importedAs(name: string, context: Context): PackageObject | undefined {
  const declaration = importsByName(context).get(name)
  return declaration && packageObject(declaration, name, context)
}

/** The import declarations of a file by the names that they bring in, as far as these are known. */
function importsByName(context: Context): ReadonlyMap<string, ImportDeclaration> {
  const { resolver, file } = context
  const known = resolver.importNames.get(file)
  if (known) return known
  const names = new Map<string, ImportDeclaration>()
  for (const declaration of file.imports) {
    const name = declaration.name ?? resolver.imports.packageName(declaration.path, context)
    if (name !== undefined && name !== '.' && name !== '_') names.set(name, declaration)
  }
  resolver.importNames.set(file, names)
  return names
}

export function packageObject(declaration: ImportDeclaration, name: string, context: Context): PackageObject {
  const { resolver, file } = context
  const known = resolver.specs.get(declaration.node) as PackageObject | undefined
  if (known) return known
  const object: PackageObject = {
    kind: 'package',
    name,
    package: resolver.unit.importPath,
    importPath: declaration.path,
    declarations: [{ path: file.path, node: declaration.node }],
  }
  resolver.specs.set(declaration.node, object)
  return object
}

function dotImported(name: string, context: Context): GoObject | undefined {
  if (!/^\p{Lu}/u.test(name)) return undefined
  for (const { name: importName, path } of context.file.imports) {
    if (importName !== '.') continue
    const object = context.resolver.imports.member(path, name, context)
    if (object) return object
  }
  return undefined
}

/**
 * A name that nothing else explains is that of an imported package whose sources are not there. It counts as known
 * when the import path ends in it and no other such path mentions it.
 */
function guessedImport(name: string, context: Context): GoObject | undefined {
  if (context.file.imports.some(declaration => declaration.name === '.')) return undefined
  const nameless = context.file.imports.filter(
    ({ name: explicit, path }) =>
      explicit === undefined && context.resolver.imports.packageName(path, context) === undefined,
  )
  const mentioning = nameless.filter(({ path }) => path.includes(name))
  const [only] = mentioning
  if (!only || mentioning.length > 1) return undefined
  const elements = only.path.split('/').filter(element => !/^v\d+$/.test(element))
  if (elements.at(-1)?.replace(/\.v\d+$/, '') !== name) return undefined
  return packageObject(only, name, context)
}

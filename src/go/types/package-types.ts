import { rootOf } from '../syntax/expression.ts'
import type { SyntaxNode } from '../syntax/tree.ts'
import { checkFunctionBody } from './body.ts'
import type { Constant } from './constant.ts'
import { contextOf, methodObject, objectOfDeclarations } from './declared.ts'
import type { TypedFile } from './files.ts'
import { packageObject } from './names.ts'
import type { GoObject } from './object.ts'
import { type Resolver, recordObject } from './resolver.ts'
import { signatureOf } from './signature.ts'
import type { SourceDirectory } from './source.ts'
import { constantOfSpec, variablesOfSpec } from './specs.ts'
import { type Type, unknown } from './type.ts'
import { type Declaration, declarationsIn } from './unit.ts'
import { makeUsesIn, type Uses } from './uses.ts'

/** What is known of the files of one directory. Nodes that are asked about are nodes of these files' trees. */
export interface PackageTypes {
  readonly directory: string
  readonly importPath: string
  readonly files: readonly TypedFile[]
  /** What an identifier denotes; undefined when that is not known. */
  objectOf(identifier: SyntaxNode): GoObject | undefined
  /**
   * The type of an expression, untyped where Go has it so, or the type that a type expression denotes;
   * unknown, or with unknown parts, where it is not known.
   */
  typeOf(expression: SyntaxNode): Type
  /** The value of a constant expression; undefined when it is none, or depends on the platform. */
  constantOf(expression: SyntaxNode): Constant | undefined
  /** All uses of an object in the files of this directory, or why they are not all known. */
  usesOf(object: GoObject): Uses
  /** The file that a node is of; undefined when it is of none of these. */
  fileOf(node: SyntaxNode): TypedFile | undefined
  /** A package that the files here import, with the bodies of its functions; undefined where its sources are not here. */
  imported(importPath: string): PackageTypes | undefined
}

/** A unit that can be asked about, and all of its files. */
export interface ResolvedUnit {
  readonly resolver: Resolver
  readonly files: readonly TypedFile[]
}

export function makePackageTypes(
  source: SourceDirectory,
  units: readonly ResolvedUnit[],
  imported: (importPath: string) => PackageTypes | undefined,
): PackageTypes {
  const places = new Map<SyntaxNode, { resolver: Resolver; file: TypedFile }>()
  const looked = new Set<SyntaxNode>()

  const files = units.flatMap(unit => unit.files)
  const objectOf = (identifier: SyntaxNode) => lookAt(identifier)?.objects.get(identifier)?.()

  return {
    directory: source.directory,
    importPath: source.importPath,
    files,
    objectOf,
    typeOf: expression => lookAt(expression)?.types.get(expression) ?? unknown,
    constantOf: expression => lookAt(expression)?.constants.get(expression),
    usesOf: makeUsesIn(files, objectOf),
    fileOf: node => placeOf(rootOf(node))?.file,
    imported,
  }

  /** A root belongs to one of the files that have been parsed; which are those is looked up when a new one is met. */
  function placeOf(root: SyntaxNode): { resolver: Resolver; file: TypedFile } | undefined {
    const known = places.get(root)
    if (known) return known
    for (const { resolver, files } of units)
      for (const file of files) if (file.isParsed()) places.set(file.tree.rootNode, { resolver, file })
    return places.get(root)
  }

  /** Works out all facts of the top-level declaration around a node. */
  function lookAt(node: SyntaxNode): Resolver | undefined {
    let whole = node
    while (whole.parent?.parent) whole = whole.parent
    const place = placeOf(rootOf(node))
    if (!place) return undefined
    const { resolver, file } = place
    if (!looked.has(whole)) {
      looked.add(whole)
      checkTopLevel(whole, resolver, file)
    }
    return resolver
  }
}

function checkTopLevel(whole: SyntaxNode, resolver: Resolver, file: TypedFile): void {
  const context = { resolver, file, scope: undefined }
  if (whole.type === 'import_declaration') {
    for (const declaration of file.imports) {
      const { name } = declaration
      if (name && name !== '.' && name !== '_')
        recordObject(context, declaration.node, packageObject(declaration, name, context))
    }
    return
  }
  if (whole.hasError) return
  try {
    for (const declaration of declarationsIn(whole, file)) checkDeclaration(declaration, resolver)
    readInterfaces(whole, resolver)
  } catch (error) {
    // Nested too deeply to follow: what was found so far stands, the rest is unknown.
    if (!(error instanceof RangeError)) throw error
  }
}

function checkDeclaration(declaration: Declaration, resolver: Resolver): void {
  const { kind, spec, name } = declaration
  const context = contextOf(resolver, declaration)
  const object =
    spec.type === 'method_declaration'
      ? methodObject(resolver, [declaration])
      : objectOfDeclarations(resolver, [declaration])
  recordObject(context, name, object)
  if (kind === 'func') {
    const signature = signatureOf(spec, context)
    for (const parameter of signature.type.typeParameters) parameter.constraint()
    checkFunctionBody(spec, signature, context)
  } else if (kind === 'var') variablesOfSpec(spec, context)
  else if (kind === 'const') constantOfSpec(declaration, context)
  else if (object?.kind === 'type') {
    const type = object.type()
    if (type.kind === 'named') type.declaration.underlyings()
    for (const parameter of object.typeParameters())
      if (parameter.kind === 'parameter') parameter.constraint()
  }
}

/** Methods of interfaces are read only when somebody asks for their types. */
function readInterfaces(whole: SyntaxNode, { types }: Resolver): void {
  if (!whole.text.includes('interface')) return
  for (const node of whole.descendantsOfType('interface_type')) {
    const type = types.get(node)
    if (type?.kind === 'interface') for (const method of type.methods) method.type()
  }
}

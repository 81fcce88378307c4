import type { SyntaxNode } from '../syntax/tree.ts'
import type { Constant } from './constant.ts'
import type { ImportDeclaration, TypedFile } from './files.ts'
import type { GoObject } from './object.ts'
import type { Scope } from './scope.ts'
import type { Signature } from './signature.ts'
import type { Type } from './type.ts'
import type { Declaration, Unit } from './unit.ts'
import type { Imports } from './world.ts'

/** What is known of one unit so far, and how to ask for what other packages export. */
export interface Resolver {
  readonly unit: Unit
  readonly imports: Imports
  /** By identifier. A name that is looked up without success gives undefined. */
  readonly objects: Map<SyntaxNode, () => GoObject | undefined>
  /** By expression or type expression. */
  readonly types: Map<SyntaxNode, Type>
  readonly constants: Map<SyntaxNode, Constant>
  /** By function_declaration, method_declaration and func_literal. */
  readonly signatures: Map<SyntaxNode, Signature>
  /** Objects of package-level declarations, by the places of those that are meant together. */
  readonly declared: Map<string, GoObject | undefined>
  readonly specs: Map<SyntaxNode, unknown>
  readonly importNames: Map<TypedFile, ReadonlyMap<string, ImportDeclaration>>
  readonly key: (declarations: readonly Declaration[]) => string
}

/** Where an expression stands. */
export interface Context {
  readonly resolver: Resolver
  readonly file: TypedFile
  /** Undefined outside functions. */
  readonly scope: Scope | undefined
  /** Inside a constant declaration. */
  readonly iota?: Constant
  /** Set while a constant declaration is repeated implicitly: what is found is not kept. */
  readonly isRepeated?: boolean
}

export function makeResolver(unit: Unit, imports: Imports): Resolver {
  return {
    unit,
    imports,
    objects: new Map(),
    types: new Map(),
    constants: new Map(),
    signatures: new Map(),
    declared: new Map(),
    specs: new Map(),
    importNames: new Map(),
    key: declarations => declarations.map(({ name, file }) => `${file.path}:${name.startIndex}`).join(),
  }
}

export function recordType(context: Context, node: SyntaxNode, type: Type): Type {
  if (!context.isRepeated) context.resolver.types.set(node, type)
  return type
}

export function recordObject(context: Context, node: SyntaxNode, object: GoObject | undefined): void {
  context.resolver.objects.set(node, () => object)
}

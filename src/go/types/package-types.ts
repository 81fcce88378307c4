import type { SyntaxNode, SyntaxTree } from '../syntax/tree.ts'
import type { Constant } from './constant.ts'
import type { GoObject } from './object.ts'
import type { Type } from './type.ts'

/** What is known of the package(s) in one directory. Nothing is guessed: what is not known is said to be unknown. */
export interface PackageTypes {
  readonly directory: string
  readonly importPath: string
  readonly files: readonly TypedFile[]
  /** What an identifier (identifier, type_identifier, field_identifier, package_identifier) denotes; undefined: unknown. */
  objectOf(identifier: SyntaxNode): GoObject | undefined
  /** The type of an expression, or the type that a type expression denotes; may be or contain `unknown`. */
  typeOf(expression: SyntaxNode): Type
  /** Its value when it is a constant. */
  constantOf(expression: SyntaxNode): Constant | undefined
  /** All uses of an object in the directory's package(s), declarations excluded; or why they are not all known. */
  usesOf(object: GoObject): Uses
}

export type Uses = { readonly uses: readonly SyntaxNode[] } | { readonly unknown: string }

export interface TypedFile {
  readonly path: string
  readonly text: string
  readonly tree: SyntaxTree
  readonly packageName: string
}

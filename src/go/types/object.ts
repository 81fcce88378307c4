import type { SyntaxNode } from '../syntax/tree.ts'
import type { Constant } from './constant.ts'
import type { Type } from './type.ts'

/** What an identifier denotes (https://go.dev/ref/spec#Declarations_and_scope). */
export type GoObject =
  | PackageObject
  | ConstObject
  | TypeObject
  | VarObject
  | FuncObject
  | (ObjectBase & { readonly kind: 'builtin' | 'nil' | 'label' })

interface ObjectBase {
  readonly name: string
  /** Import path of the package that declares it; `''` for the universe. */
  readonly package: string
  /**
   * The declaring identifiers: several where each platform has its own; none for the universe, and for the
   * standard library where only its API is known.
   */
  readonly declarations: readonly Declared[]
}

export interface Declared {
  readonly path: string
  readonly node: SyntaxNode
}

/** A name that an import declaration brings into its file. */
export interface PackageObject extends ObjectBase {
  readonly kind: 'package'
  /** The path in the import declaration. */
  readonly importPath: string
}

export interface ConstObject extends ObjectBase {
  readonly kind: 'const'
  readonly type: () => Type
  readonly value: () => Constant | undefined
}

export interface TypeObject extends ObjectBase {
  readonly kind: 'type'
  readonly type: () => Type
  /** In the type itself, its type parameters stand for themselves; an alias may have some too. */
  readonly typeParameters: () => readonly Type[]
}

export interface VarObject extends ObjectBase {
  readonly kind: 'var'
  readonly isField: boolean
  /** Declared outside functions; a field is not. */
  readonly isPackageLevel: boolean
  readonly type: () => Type
}

export interface FuncObject extends ObjectBase {
  readonly kind: 'func'
  readonly isMethod: boolean
  readonly type: () => Type
}

/** Reports whether two objects are one, also when they were reached through different views of a package. */
export function isSameObject(a: GoObject, b: GoObject): boolean {
  if (a === b) return true
  // Made once each; the clauses of a type switch have variables of their own with one declaring identifier.
  if (a.kind === 'var' && !a.isField && !a.isPackageLevel) return false
  if (a.name !== b.name || a.package !== b.package || a.kind !== b.kind) return false
  const [first] = a.declarations
  const [other] = b.declarations
  if (!first || !other) return false
  return first.path === other.path && first.node.startIndex === other.node.startIndex
}

import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { FuncObject, VarObject } from '../../go/types/object.ts'

/** What a look at one place says about the maps that share a type. `at` is where it was seen. */
export type Link =
  /** A variable, field or parameter holds one of them too. */
  | { readonly kind: 'variable'; readonly object: VarObject; readonly at: SyntaxNode }
  /** A function returns one of them, as the result at the index. */
  | {
      readonly kind: 'result'
      readonly function: FuncObject
      readonly index: number
      readonly at: SyntaxNode
    }
  /** A type expression that their type is written with. */
  | { readonly kind: 'type'; readonly at: SyntaxNode }
  /** An expression that is a key. */
  | { readonly kind: 'key'; readonly at: SyntaxNode }
  /** A range clause over one of them. */
  | { readonly kind: 'range'; readonly at: SyntaxNode }
  /** They go out of sight here. */
  | ({ readonly kind: 'problem' } & Problem)

/** Why a map is left alone, and where that is seen. */
export interface Problem {
  readonly at: SyntaxNode
  /** The map becomes an interface, as it does to be printed or encoded: no problem for keys that stay strings. */
  readonly isShown?: boolean
  /** A clause without a full stop. */
  readonly what: string
}

export function problem(at: SyntaxNode, what: string): Link & { kind: 'problem' } {
  return { kind: 'problem', at, what }
}

/** The text of a node, short enough for a sentence. */
export function brief(node: SyntaxNode): string {
  const text = node.text.replaceAll(/\s+/g, ' ')
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

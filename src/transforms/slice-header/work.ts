import type { GoFile } from '../../go/file.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Changes } from './changes.ts'
import type { Part } from './layout.ts'
import type { Solution } from './solve.ts'
import type { Term } from './state.ts'
import type { Writer } from './writer.ts'

/** All that is known of a group of headers when the new code is written. */
export interface Work {
  readonly solutions: readonly Solution[]
  /** Of all solutions together. */
  readonly reads: ReadonlyMap<SyntaxNode, { readonly part: Part; readonly term: Term }>
  /** The top-level declaration around. */
  readonly whole: SyntaxNode
  readonly file: GoFile
  readonly types: PackageTypes
  readonly changes: Changes
  readonly writer: Writer
}

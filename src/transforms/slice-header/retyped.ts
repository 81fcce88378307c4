import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { Finding } from '../../transform.ts'

/** A parameter or field for pointers to headers that is to hold pointers to the slices or strings themselves. */
export interface Retyped {
  readonly finding: Finding
  /** What the finding is about: its type, and where it is fixed what it is given. */
  readonly nodes: readonly SyntaxNode[]
}

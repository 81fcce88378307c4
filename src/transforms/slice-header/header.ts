import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { VarObject } from '../../go/types/object.ts'
import type { Reinterpretation } from '../unsafe/conversion.ts'
import type { Layout, Part } from './layout.ts'
import type { Place } from './place.ts'

/** A header in a function: kept in a variable, or written out each time it is used. */
export interface Header {
  readonly layout: Layout
  /** Undefined when it is in no variable. */
  readonly variable: VarObject | undefined
  /** The statement that declares the variable. */
  readonly declaration: SyntaxNode | undefined
  readonly origin: Origin
  /** Where it is first mentioned. */
  readonly at: SyntaxNode
  /** All expressions that make it, where it is written out each time. */
  readonly sites: readonly SyntaxNode[]
  /** In source order. */
  readonly uses: readonly Use[]
}

export type Origin =
  /** `(*Header)(unsafe.Pointer(&x))`: writing to it changes x. */
  | { readonly kind: 'view'; readonly place: Place }
  /** `*(*Header)(unsafe.Pointer(&x))` */
  | { readonly kind: 'copy'; readonly place: Place }
  /** `Header{…}`, or a variable without a value. */
  | { readonly kind: 'new'; readonly literal: SyntaxNode | undefined }

/** What is done with a header. */
export type Use =
  | { readonly kind: 'read'; readonly node: SyntaxNode; readonly part: Part }
  | Write
  /** `*(*[]T)(unsafe.Pointer(&header))` */
  | { readonly kind: 'cast'; readonly node: SyntaxNode; readonly cast: Reinterpretation }
  /** The pointer to the header is used as a pointer to the slice itself. */
  | { readonly kind: 'pointer'; readonly node: SyntaxNode }

export interface Write {
  readonly kind: 'write'
  readonly node: SyntaxNode
  readonly statement: SyntaxNode
  /** Undefined for `*header = Header{…}`, which gives all parts. */
  readonly part: Part | undefined
  /** Undefined for `++` and `--`. */
  readonly value: SyntaxNode | undefined
  /** `=`, or that of an operation: `*` in `*=`. */
  readonly operator: string
}

/** How a header whose Data is an integer may come to outlive the memory behind it. */
export type Leak = 'returned' | 'stored' | 'pointed to' | 'kept'

/** Something that is not understood, and why. */
export interface Refused {
  readonly at: SyntaxNode
  readonly refusal: string
  /** It may dangle, and is the business of dangling-header. */
  readonly leak: Leak | undefined
  readonly layout: Layout
}

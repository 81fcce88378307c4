/** The exact value of a constant (https://go.dev/ref/spec#Constants). */
export type Constant =
  | { readonly kind: 'bool'; readonly value: boolean }
  /** One character per byte: Go strings are bytes. */
  | { readonly kind: 'string'; readonly bytes: string }
  | { readonly kind: 'int'; readonly value: bigint }
  /** In lowest terms, the denominator positive; may be whole. */
  | { readonly kind: 'float'; readonly numerator: bigint; readonly denominator: bigint }

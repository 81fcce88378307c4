/** The run cannot start or go on as asked: the message says what happened, where, and what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** A transform broke its contract, for example with an edit past the end of the file. */
export class TransformBug extends Error {
  override readonly name = 'TransformBug'

  constructor(transform: string, path: string, what: string, options?: ErrorOptions) {
    super(
      `transform "${transform}" on ${path}: ${what}; please report this as a bug of the transform`,
      options,
    )
  }
}

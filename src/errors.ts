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

/** A transform took longer than it may, and was stopped in the middle. */
export class TransformStopped extends Error {
  override readonly name = 'TransformStopped'

  constructor(transform: string, path: string, milliseconds: number) {
    super(
      `transform "${transform}" on ${path}: took longer than ${milliseconds / 1000} s and was stopped; ` +
        `leave the transform out with --ignore ${transform}, or the path with exclude in the configuration`,
    )
  }
}

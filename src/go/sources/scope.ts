/** Where a package is. */
export interface Located {
  /** Absolute. */
  readonly directory: string
  readonly importPath: string
  /** What its own imports mean. */
  readonly scope: Scope
}

/** What import paths mean: in the main module and all its dependencies, in a workspace, or in the standard library. */
export interface Scope {
  /** Different for each scope of a run. */
  readonly name: string
  /** Undefined when there is no such package, it is not on this machine, or it cannot be told which one is meant. */
  readonly find: (importPath: string) => Located | undefined
}

/** A Go file of a package, test files and those for other platforms included. */
export interface SourceFile {
  /** Unique within a run; for files of the run relative to its root, else absolute. Slash-separated. */
  readonly path: string
  readonly text: string
}

/** The Go files of one directory. They may belong to a package, its external test package, and `package main` tools. */
export interface SourceDirectory {
  /** Unique within a run, like the paths of its files. */
  readonly directory: string
  /** The path that other packages import it by. */
  readonly importPath: string
  /** Sorted by path. */
  readonly files: readonly SourceFile[]
}

/**
 * Where the sources of imported packages are: the module, the workspace, a vendor directory, the module cache, GOROOT.
 * Answers undefined for what is not there. Answers the same object each time.
 */
export interface PackageSources {
  /** The directory that `importPath` means in the files of `fromDirectory`. */
  imported(importPath: string, fromDirectory: string): SourceDirectory | undefined
  /** The directory itself. */
  directory(directory: string): SourceDirectory | undefined
}

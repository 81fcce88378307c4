import type { GoFile } from './file.ts'
import type { PackageTypes } from './types/package-types.ts'

/** All Go files of one directory as a transform sees them, and what is known of their types. */
export interface GoPackage {
  /** Slash-separated, relative to the root of the run; `''` for the root itself. */
  readonly directory: string
  /**
   * All .go files of the directory, sorted by path: those for other platforms, tests, external tests and generated
   * ones too, and those that the patterns of the run leave out. Each `tree` is the one that `types` knows.
   */
  readonly files: readonly GoFile[]
  /** Those that mention a needle and that the run is about: where to look first. */
  readonly candidates: readonly GoFile[]
  readonly types: PackageTypes
}

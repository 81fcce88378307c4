import type { SyntaxTree } from './syntax/tree.ts'
import type { GoVersion } from './version.ts'

/**
 * What a file is to `go/build`: Go source, or one of the other kinds whose
 * leading comments may carry build constraints (assembly, C, Objective-C, Fortran, SWIG).
 */
export type FileKind = 'go' | 'other'

/** The module a file belongs to, from the nearest go.mod at or above it. */
export interface GoModule {
  /** Slash-separated directory of go.mod, relative to the root of the run; `''` for the root itself. */
  readonly directory: string
  /** The module path of the `module` line; `''` when go.mod has none. */
  readonly path: string
  /** Language version of the `go` line; undefined when go.mod has none. */
  readonly goVersion: GoVersion | undefined
}

/** One file as a transform sees it. Offsets into `text` are UTF-16 code units, as in JS strings. */
export interface GoFile {
  /** Slash-separated, relative to the root of the run. */
  readonly path: string
  readonly kind: FileKind
  /** The file's content exactly as on disk: byte order mark, carriage returns and all. */
  readonly text: string
  /** Undefined for a file outside any module. */
  readonly module: GoModule | undefined
  /** Language version: the `go` line of the module, 1.16 without one, adjusted by the file's `//go:build go1.N`. */
  readonly goVersion: GoVersion
  /** The syntax tree, parsed on first use; only for files of kind `go`. */
  readonly tree: SyntaxTree
}

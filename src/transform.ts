import type { GoFile } from './go/file.ts'
import type { GoPackage } from './go/package.ts'
import type { GoVersion } from './go/version.ts'

/**
 * A transform: data plus a pure finder, of one file or of one package. It never prints, reads files, edits text or
 * keeps state. The engine does version gates, generated files, conflicts, imports and ordering.
 */
export type Transform = FileTransform | PackageTransform

interface TransformData {
  /** Kebab-case; also the file, the flag value, the fixture folder and the docs page. */
  readonly name: string
  readonly meta: {
    /** A verb phrase without a full stop. */
    readonly summary: string
    /** Markdown: what is wrong with the pattern, what the rewrite guarantees, and what it does not. */
    readonly why: string
    /** The oldest language version in which the rewritten code compiles. */
    readonly since: GoVersion
    /** A file that contains none of these is neither decoded nor parsed. */
    readonly mentions: readonly [Needle, ...Needle[]]
  }
}

/** Sees one file, and no types. */
export interface FileTransform extends TransformData {
  readonly meta: TransformData['meta'] & {
    /** `any-with-constraints` also admits the non-Go files in which go/build reads constraints. Default `go`. */
    readonly files?: 'go' | 'any-with-constraints'
    /** `text`: the finder never asks for `file.tree`, so no parser is loaded on its account. Default `syntax`. */
    readonly reads?: 'syntax' | 'text'
  }
  find(file: GoFile): Iterable<Finding>
  findInPackage?: never
}

/** Sees all Go files of a directory, with types; its fixes may edit any of them. */
export interface PackageTransform extends TransformData {
  /** Called once a directory with a file that has a needle; `at` may be in any of the directory's files. */
  findInPackage(pkg: GoPackage): Iterable<Finding>
  find?: never
}

/** ASCII text that is searched for in the raw bytes, or a pattern tried on the decoded text of files that have its `literal`. */
export type Needle = string | { readonly literal: string; readonly pattern: RegExp }

/** A place in one file. Offsets are UTF-16 code units into the file's text. */
export interface Location {
  readonly path: string
  readonly startIndex: number
  readonly endIndex: number
}

/** Something a transform recognised: with a fix, or with the reason why there is none. */
export type Finding = FixableFinding | RefusedFinding

interface FoundAt {
  readonly at: Location
  /** What is here: lower case, no full stop. */
  readonly message: string
}

export interface FixableFinding extends FoundAt {
  readonly fix: Fix
  readonly refusal?: never
}

export interface RefusedFinding extends FoundAt {
  readonly fix?: never
  /** Why it is left alone, and what a person can do. */
  readonly refusal: string
}

interface FixContent {
  /** The question put to the user: imperative, lower case, no full stop. */
  readonly title: string
  /** Applied whole or not at all, over as many files as it needs. */
  readonly edits: readonly [Edit, ...Edit[]]
  /** For edited files whose new text names packages that the old did not, or the other way round. */
  readonly imports?: readonly ImportChange[]
  /** What was proven, a sentence each; shown in the prompt. */
  readonly proof: readonly string[]
  /** Other fixes for the same, each complete by itself: whoever is asked may choose one of them in its place. */
  readonly alternatives?: readonly Fix[]
}

/** `safe`: the same behaviour, from proven preconditions. `review`: probably right, a person decides. */
export type Fix =
  | (FixContent & { readonly safety: 'safe'; readonly caution?: never })
  | (FixContent & {
      readonly safety: 'review'
      /** Why a person should look. */
      readonly caution: string
    })

/** Replaces `[startIndex, endIndex)` of one file; all edits of a run refer to the same baseline. */
export interface Edit extends Location {
  readonly newText: string
}

/** What a fix does to the imports of one file that it edits. The engine makes the edits, once for all fixes of the file. */
export interface ImportChange {
  readonly path: string
  /** Import paths that the new text uses; one that the file does not import by a name is added. */
  readonly needs?: readonly string[]
  /** Import paths that the old text used; one whose name is not used any more is removed, unless it is `_` or `.`. */
  readonly frees?: readonly string[]
}

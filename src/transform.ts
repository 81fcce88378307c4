import type { GoFile } from './go/file.ts'
import type { GoVersion } from './go/version.ts'

/**
 * A transform: data plus a pure finder. It never prints, reads files, edits text or keeps state.
 * The engine does version gates, generated files, conflicts, imports and ordering.
 */
export interface Transform {
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
    /** `any-with-constraints` also admits the non-Go files in which go/build reads constraints. Default `go`. */
    readonly files?: 'go' | 'any-with-constraints'
    /** `text`: the finder never asks for `file.tree`, so no parser is loaded on its account. Default `syntax`. */
    readonly reads?: 'syntax' | 'text'
  }
  find(file: GoFile): Iterable<Finding>
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
  /** What was proven, a sentence each; shown in the prompt. */
  readonly proof: readonly string[]
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

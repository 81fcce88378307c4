import type { GoFile } from './go/file.ts'
import type { GoVersion } from './go/version.ts'
import type { Location, Needle } from './transform.ts'

/** Steps that are taken in order: for a Go release, the way of a module from the language version before it. */
export interface Playbook {
  /** `go1.22`: also the file and what `gomend playbook show` takes. */
  readonly name: string
  /** The language version that the module has afterwards; undefined for a playbook that is not about one. */
  readonly version?: GoVersion
  /** What the release brought, in a sentence or two of Markdown. */
  readonly summary: string
  /** The release notes. */
  readonly source: string
  readonly steps: readonly Step[]
}

export type { GoVersion }

export type Step = CheckStep | CommandStep | EditStep | TransformStep | GoFixStep | GateStep

interface StepText {
  /** Imperative, lower case, no full stop. */
  readonly title: string
  /** Why, in own words. */
  readonly why: string
  /** Where it says so: a section of release notes, a specification, an issue. */
  readonly source: string
}

/** Lists the places that a person has to look at; changes nothing. */
export interface CheckStep extends StepText {
  readonly kind: 'check'
  /** GODEBUG settings that keep the old behaviour, such as `panicnil=1`, separated by commas. */
  readonly keep?: string
  /** The last release that knows them; undefined when all do. */
  readonly keepUntil?: GoVersion
  /** Files without one of these are not parsed. */
  readonly mentions: readonly [Needle, ...Needle[]]
  find(file: GoFile): Iterable<Site>
}

/** A place to look at, and what is there. */
export interface Site {
  readonly at: Location
  readonly message: string
}

/**
 * Runs programs in the directory of the module, one after the other; they are shown before they run. Where
 * dependencies are vendored, `go mod vendor` follows `go mod tidy`.
 */
export interface CommandStep extends StepText {
  readonly kind: 'command'
  readonly commands: readonly [Command, ...Command[]]
}

export type Command = readonly [program: string, ...args: string[]]

/** Writes the version into the other places of the repository that name one: Dockerfiles, workflows and the like. */
export interface EditStep extends StepText {
  readonly kind: 'edit'
  readonly version: GoVersion
}

/** Applies transforms, their safe fixes only; the others are listed. */
export interface TransformStep extends StepText {
  readonly kind: 'transform'
  readonly transforms: readonly [string, ...string[]]
}

/** Runs analyzers of the installed `go fix` (Go 1.26 and newer); one that it does not have is reported and left out. */
export interface GoFixStep extends StepText {
  readonly kind: 'go-fix'
  readonly analyzers: readonly [string, ...string[]]
}

/** Stops until a person confirms, or goes on under `--yes`. */
export interface GateStep extends StepText {
  readonly kind: 'gate'
}

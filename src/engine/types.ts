import type { Edit, FixableFinding, RefusedFinding } from '../transform.ts'

/** What one transform found in one package: the unit that the stages pass on. */
export type Found = FoundFix | FoundRefusal

/** A finding together with the transform that made it. */
export interface FoundFix extends FixableFinding {
  readonly transform: string
  /** Names the finding by content, not by position: the same in every round and in every run on the same code. */
  readonly fingerprint: string
  /** What the fix, applied alone, needs in import declarations besides its edits. */
  readonly importEdits?: readonly Edit[]
  /** The same finding with each of the alternatives that its fix has. */
  readonly others?: readonly FoundFix[]
  /** Whether it edits a file of cgo, which only a build with cgo can prove. */
  readonly editsCgo?: boolean
}

export interface FoundRefusal extends RefusedFinding {
  readonly transform: string
  readonly fingerprint: string
}

/** A file as it was read. `text` decodes to exactly the bytes on disk. */
export interface SourceText {
  /** Slash-separated, relative to the root of the run. */
  readonly path: string
  readonly text: string
}

/** A file that could not be taken into account. The rest of the run goes on. */
export interface Problem {
  readonly path: string
  /** What happened and what to do. */
  readonly message: string
}

/** One file before and after; `changes` are the fixes that made the difference. */
export interface Patch {
  readonly path: string
  readonly before: string
  readonly after: string
  readonly changes: readonly FoundFix[]
  /** What the fixes together needed in import declarations; missing where they are of several rounds. */
  readonly importEdits?: readonly Edit[]
}

/** What one transform made of a file, in one round. */
export interface Step {
  readonly transform: string
  readonly path: string
  readonly before: string
  readonly after: string
}

/** A fix that has to wait for the next round, and the one it overlaps. */
export interface Deferral {
  readonly change: FoundFix
  readonly blockedBy: FoundFix
}

/** The fixes of one round that can be applied together, and those that wait. */
export interface Plan {
  readonly changes: readonly FoundFix[]
  readonly deferred: readonly Deferral[]
}

/** Why a finding is to be kept as it is, in words; undefined for one to go on with. `text` is what it refers to. */
export type Hold = (finding: Found, text: string) => string | undefined

/** What a reviewer says to one fix. */
export type Answer = 'accepted' | 'declined' | 'proposed'

/**
 * Decides on every fix of a plan; called once a round with the texts the edits refer to. What `compile` says to be
 * broken is not applied, whatever the answer.
 */
export type Review = (
  plan: Plan,
  sources: ReadonlyMap<string, SourceText>,
  compile: Compile,
) => Promise<ReadonlyMap<FoundFix, Decision>>

/** Has fixes of the plan, or edited versions of them, compiled together; says nothing of them where nothing is compiled. */
export type Compile = (changes: readonly FoundFix[]) => Promise<ReadonlyMap<FoundFix, Verdict>>

/** `proposed`: shown, neither accepted nor declined (a dry run). */
export interface Decision {
  readonly answer: Answer
  /** Why, when it was not a person who decided: `needs review: ...`. */
  readonly reason?: string
  /** What is accepted in place of the fix that was found: a person has edited it, or chosen an alternative. */
  readonly edited?: FoundFix
}

/** How far a fix is tried out: compiled; its packages' tests run before and after; benchmarks too. */
export type VerifyMode = 'types' | 'test' | 'bench'

/** A fix all of whose files were compiled at least once, in packages that compile with it. */
export interface Verified {
  readonly status: 'verified'
  /** Such as `linux/amd64` or `linux/amd64 -tags=integration`. */
  readonly platforms: readonly string[]
  /** Builds of these files that could not be judged, each with the reason. */
  readonly unverifiedOn: readonly string[]
  /** New diagnostics of vet, which do not keep code from compiling. */
  readonly cautions: readonly string[]
}

/** What the Go toolchain made of one fix. */
export type Verdict =
  | Verified
  /** `output`: the compiler's or the failing tests' words, with the paths of the tree. */
  | { readonly status: 'broken'; readonly output: string }
  | { readonly status: 'unverified'; readonly reason: string }

/** Where a finding is, for people: both count from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** How a candidate ended. */
export type Ending =
  | { readonly status: 'fixed'; readonly finding: FoundFix; readonly verdict?: Verified }
  | {
      readonly status: 'proposed'
      readonly finding: FoundFix
      readonly reason?: string
      readonly verdict?: Verified
    }
  | { readonly status: 'declined'; readonly finding: FoundFix; readonly reason: string }
  | { readonly status: 'deferred'; readonly finding: FoundFix; readonly blockedBy: FoundFix }
  | { readonly status: 'refused'; readonly finding: Found; readonly reason: string }
  /** Kept as it is because people said so beforehand: a comment, a baseline, a choice of changed lines. */
  | { readonly status: 'ignored'; readonly finding: Found; readonly reason: string }
  | { readonly status: 'broken'; readonly finding: FoundFix; readonly output: string }
  | { readonly status: 'stale'; readonly finding: FoundFix; readonly reason: string }
  /** Made, or proposed, although the compiler could not judge it. */
  | { readonly status: 'unverified'; readonly finding: FoundFix; readonly reason: string }

/** Every candidate of a run ends as exactly one of these. */
export type Outcome = Ending & {
  /**
   * On disk, once the run is over: after it, where it has written the file, else before; a fix that was made is where it
   * was before. Until then in the text that the round read.
   */
  readonly position: Position
  /** Offsets refer to the text that this round read; round 1 read the files as they were. */
  readonly round: number
}

/** What a run did, or in a dry run would do: everything that the reports are made from. */
export interface RunResult {
  /** Sorted by path and position. */
  readonly outcomes: readonly Outcome[]
  /** Whole-run patches, from the file on disk to the last round's text; sorted by path. */
  readonly patches: readonly Patch[]
  /** The same changes in the order in which they build on each other: round by round, transform by transform. */
  readonly steps: readonly Step[]
  /** The text on disk of every file that has an outcome, or that the fix of one edits. */
  readonly sources: ReadonlyMap<string, SourceText>
  readonly problems: readonly Problem[]
  /** Said once a run, for example that nothing was compiled because Go is missing. */
  readonly notes: readonly string[]
  readonly stats: {
    readonly files: number
    readonly candidateFiles: number
    /** Files that were not read (vendored, excluded), or read and not to be changed: generated files with a pattern. */
    readonly leftAlone: { readonly vendored: number; readonly generated: number; readonly excluded: number }
    readonly rounds: number
  }
}

export interface Progress {
  readonly stage: 'reading' | 'analysing'
  readonly done: number
  readonly total: number
}

/** A patch that was not written, because its file, or another file of one of its fixes, had changed. */
export interface StalePatch {
  readonly patch: Patch
  readonly reason: string
}

/** What came of writing patches. */
export interface ApplyResult {
  readonly stale: readonly StalePatch[]
  /** What a person should know about a written file. */
  readonly notes: readonly Problem[]
}

/** Writes patches, all or nothing where they share a fix. */
export type Apply = (patches: readonly Patch[]) => Promise<ApplyResult>

/** What there is to compile in one round. */
export interface VerifyTask {
  /** Texts of files that differ from the disk because earlier rounds changed them. */
  readonly base: ReadonlyMap<string, string>
  /** Fixes that do not overlap, all of them edits of the tree with `base` in it. */
  readonly changes: readonly FoundFix[]
  /** Makes the texts for some of the fixes. */
  readonly patch: (changes: readonly FoundFix[]) => readonly Patch[]
}

export interface Verification {
  /** One for each of the changes. */
  readonly verdicts: ReadonlyMap<FoundFix, Verdict>
  /** Said once a run. */
  readonly notes: readonly string[]
}

/** Has the fixes of a round compiled, without touching the tree. */
export type Verify = (task: VerifyTask) => Promise<Verification>

/** A place for a person to look at. The line counts from 1. */
export interface ListedSite {
  readonly path: string
  readonly line: number
  readonly message: string
}

/** What came of doing a step, before its effect on the tree is looked at. */
export type Performed =
  | {
      readonly status: 'done'
      readonly sites: readonly ListedSite[]
      /** What else there is to say of how it was done. */
      readonly notes?: readonly string[]
    }
  | { readonly status: 'skipped'; readonly reason: string }
  | { readonly status: 'failed'; readonly output: string }

/** How a step ended. Only `failed` and `stopped` end the chain. */
export type StepOutcome =
  | { readonly status: 'checked'; readonly sites: readonly ListedSite[] }
  | { readonly status: 'confirmed' }
  | {
      readonly status: 'changed'
      readonly files: readonly string[]
      /** What the tests showed, in words. */
      readonly tested: string
      readonly commit?: string
      readonly sites: readonly ListedSite[]
      readonly notes: readonly string[]
    }
  | { readonly status: 'unchanged'; readonly sites: readonly ListedSite[]; readonly notes: readonly string[] }
  | { readonly status: 'skipped'; readonly reason: string }
  | { readonly status: 'failed'; readonly output: string }
  | { readonly status: 'stopped'; readonly reason: string }

export interface StepResult {
  readonly id: string
  readonly outcome: StepOutcome
}

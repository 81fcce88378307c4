import type { Decision, FoundFix, Review } from './types.ts'

/** Shows every fix and decides on none: a dry run. */
export const acceptNone: Review = answerEach(() => ({ answer: 'proposed' }))

/** Accepts what is proven and declines what a person has to look at, with the reason. */
export const acceptSafe: Review = answerEach(({ fix }) =>
  fix.safety === 'safe'
    ? { answer: 'accepted' }
    : { answer: 'declined', reason: `needs review: ${fix.caution}; --review-too accepts it` },
)

/** Accepts every fix, also those a person should look at. */
export const acceptAll: Review = answerEach(() => ({ answer: 'accepted' }))

function answerEach(decide: (change: FoundFix) => Decision): Review {
  return async plan => new Map(plan.changes.map(change => [change, decide(change)]))
}

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

/** Declines every fix for one reason. */
export function declineAll(reason: string): Review {
  return answerEach(() => ({ answer: 'declined', reason }))
}

/** Decides by earlier answers, kept by fingerprint, and leaves the fixes without one to `next`. */
export function replay(
  answers: ReadonlyMap<string, 'accepted' | 'declined'>,
  declinedBecause: string,
  next: Review,
): Review {
  return async (plan, sources, compile) => {
    const unknown = plan.changes.filter(({ fingerprint }) => !answers.has(fingerprint))
    const rest = unknown.length > 0 ? await next({ ...plan, changes: unknown }, sources, compile) : []
    const decisions = new Map(rest)
    for (const change of plan.changes) {
      const answer = answers.get(change.fingerprint)
      if (answer === 'accepted') decisions.set(change, { answer })
      if (answer === 'declined') decisions.set(change, { answer, reason: declinedBecause })
    }
    return decisions
  }
}

function answerEach(decide: (change: FoundFix) => Decision): Review {
  return async plan => new Map(plan.changes.map(change => [change, decide(change)]))
}

import type { Decision, FoundFix } from '../engine/types.ts'

/** Keys that answer: this one, all of its transform, all in its file, all safe ones. */
export type AnswerKey = 'y' | 'n' | 'a' | 'd' | 'f' | 's'

/** One answer of a person, given while `change` was shown. */
export interface Step {
  readonly key: AnswerKey
  readonly change: FoundFix
}

/** What the steps so far say about a fix: the earliest that covers it counts; undefined when none does. */
export function decisionOf(change: FoundFix, steps: readonly Step[]): Decision | undefined {
  const step = steps.find(step => covers(step, change))
  if (!step) return undefined
  if (step.key === 'n') return { answer: 'declined', reason: 'declined in the review' }
  if (step.key === 'd')
    return { answer: 'declined', reason: `declined in the review with the rest of ${step.change.transform}` }
  return { answer: 'accepted' }
}

/** Reports whether a step answers for a fix. */
export function covers({ key, change: asked }: Step, change: FoundFix): boolean {
  switch (key) {
    case 'y':
    case 'n':
      return change.fingerprint === asked.fingerprint && change.transform === asked.transform
    case 'a':
    case 'd':
      return change.transform === asked.transform
    case 'f':
      return change.at.path === asked.at.path
    case 's':
      return change.fix.safety === 'safe'
  }
}

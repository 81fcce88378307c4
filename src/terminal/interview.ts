import type { Decision, FoundFix } from '../engine/types.ts'

/** Keys that answer: this one, all of its transform, all in its file, all safe ones. */
export type AnswerKey = 'y' | 'n' | 'a' | 'd' | 'f' | 's'

/** One answer of a person, given while `change` was shown; `edited` is what it was accepted as, if not as it was. */
export interface Step {
  readonly key: AnswerKey
  readonly change: FoundFix
  readonly edited?: FoundFix
}

/** The answers so far. Of several that cover a fix the earliest counts; each look-up takes the same short time. */
export interface Steps {
  readonly length: number
  add(step: Step): void
  /** Takes the last answer back and returns it; undefined when there is none. */
  undo(): Step | undefined
  /** What the answers say about a fix; undefined when none covers it. */
  decisionOf(change: FoundFix): Decision | undefined
}

export function makeSteps(): Steps {
  const steps: Step[] = []
  const firstOf = new Map<string, number>()

  return {
    get length() {
      return steps.length
    },
    add(step) {
      const scope = scopeOf(step.key, step.change)
      if (!firstOf.has(scope)) firstOf.set(scope, steps.length)
      steps.push(step)
    },
    undo() {
      const step = steps.pop()
      if (!step) return undefined
      const scope = scopeOf(step.key, step.change)
      if (firstOf.get(scope) === steps.length) firstOf.delete(scope)
      return step
    },
    decisionOf(change) {
      const indexes = scopesOf(change).flatMap(scope => firstOf.get(scope) ?? [])
      const step = steps[Math.min(...indexes)]
      return step && decisionBy(step, change)
    },
  }
}

/** Reports whether a key, pressed while `asked` is shown, answers for another fix too. */
export function covers(key: AnswerKey, asked: FoundFix, change: FoundFix): boolean {
  return scopesOf(change).includes(scopeOf(key, asked))
}

function decisionBy({ key, change: asked, edited }: Step, change: FoundFix): Decision {
  if (key === 'n') return { answer: 'declined', reason: 'declined in the review' }
  if (key === 'd')
    return { answer: 'declined', reason: `declined in the review with the rest of ${asked.transform}` }
  if (!edited) return { answer: 'accepted' }
  if (change === asked) return { answer: 'accepted', edited }
  // A later round finds it again in the text that the person wrote.
  return { answer: 'declined', reason: 'edited in the review, and still found after that' }
}

/** What a step answers for, as a name. */
function scopeOf(key: AnswerKey, { transform, fingerprint, at }: FoundFix): string {
  switch (key) {
    case 'y':
    case 'n':
      return `fix ${transform} ${fingerprint}`
    case 'a':
    case 'd':
      return `transform ${transform}`
    case 'f':
      return `file ${at.path}`
    case 's':
      return 'safe'
  }
}

/** The names of everything that answers for a fix. */
function scopesOf(change: FoundFix): readonly string[] {
  const scopes = [scopeOf('y', change), scopeOf('a', change), scopeOf('f', change)]
  return change.fix.safety === 'safe' ? [...scopes, scopeOf('s', change)] : scopes
}

import type { FoundFix, Plan, Review, SourceText } from '../engine/types.ts'
import { UsageError } from '../errors.ts'
import type { Answers } from '../report/answers.ts'
import { type AnswerKey, decisionOf, type Step } from './interview.ts'
import { askKey, type Keyboard } from './keys.ts'
import { renderHelp, renderQuestion } from './question.ts'
import type { Screen } from './screen.ts'

/** Why a fix is left as it is after `q`. */
export const NOT_ANSWERED = 'not answered: the review was stopped before it'

const ANSWER_KEYS: ReadonlySet<string> = new Set<AnswerKey>(['y', 'n', 'a', 'd', 'f', 's'])

/**
 * Asks a person about each fix. Answers for a whole transform, file or safety level also hold in later rounds;
 * after `q` nobody is asked again. `record` is given all answers so far each time they change.
 * The review throws UsageError when it is interrupted.
 */
export function promptReview(
  screen: Screen,
  keyboard: Keyboard,
  record: (answers: Answers) => void = () => {},
): Review {
  const steps: Step[] = []
  const seen: FoundFix[] = []
  let ended = false

  function recordSteps(): void {
    const answers = seen.map(change => [change.fingerprint, decisionOf(change, steps)?.answer] as const)
    record(
      new Map(answers.filter((entry): entry is [string, 'accepted' | 'declined'] => entry[1] !== undefined)),
    )
  }

  return async (plan, sources) => {
    seen.push(...plan.changes)
    if (!ended) ended = (await interview(plan, sources, steps, screen, keyboard, recordSteps)) === 'quit'
    return new Map(
      plan.changes.map(change => [
        change,
        decisionOf(change, steps) ?? {
          answer: 'declined',
          reason: NOT_ANSWERED,
        },
      ]),
    )
  }
}

/** Adds to `steps` until every change of the plan is answered; answers of earlier rounds cannot be undone. */
async function interview(
  { changes }: Plan,
  sources: ReadonlyMap<string, SourceText>,
  steps: Step[],
  screen: Screen,
  keyboard: Keyboard,
  onAnswer: () => void,
): Promise<'done' | 'quit'> {
  const firstStep = steps.length
  let index = 0

  for (let change = changes[index]; change; change = changes[index]) {
    if (decisionOf(change, steps)) {
      index++
      continue
    }
    keyboard.output.write(
      renderQuestion(change, { number: index + 1, total: changes.length }, sources, screen),
    )
    const help = () =>
      renderHelp(
        change,
        changes.filter(other => !decisionOf(other, steps)),
        screen,
      )
    const key = await answer(help, steps.length > firstStep, keyboard)
    if (key === 'q') return 'quit'
    if (key !== 'b') steps.push({ key, change })
    else index = indexOfUndone(changes, steps)
    onAnswer()
  }
  return 'done'
}

function indexOfUndone(changes: readonly FoundFix[], steps: Step[]): number {
  const undone = steps.pop()
  return undone ? changes.indexOf(undone.change) : 0
}

/** Asks until the key means something here. */
async function answer(
  help: () => string,
  canGoBack: boolean,
  keyboard: Keyboard,
): Promise<AnswerKey | 'b' | 'q'> {
  for (;;) {
    const key = await askKey('apply this fix? (y/n/a/d/f/s/b/q, ? for help)', keyboard)
    if (key === undefined)
      throw new UsageError('the review was interrupted: no file was changed, and the answers so far are kept')
    if (isAnswerKey(key) || key === 'q') return key
    if (key === 'b' && canGoBack) return key
    keyboard.output.write(key === 'b' ? 'there is no answer to undo\n' : help())
  }
}

function isAnswerKey(key: string): key is AnswerKey {
  return ANSWER_KEYS.has(key)
}

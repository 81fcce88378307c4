import type { FoundFix, Plan, Review, SourceText } from '../engine/types.ts'
import { UsageError } from '../errors.ts'
import { type AnswerKey, decisionOf, type Step } from './interview.ts'
import { askKey, type Keyboard } from './keys.ts'
import { renderHelp, renderQuestion } from './question.ts'
import type { Screen } from './screen.ts'

const ANSWER_KEYS: ReadonlySet<string> = new Set<AnswerKey>(['y', 'n', 'a', 'd', 'f', 's'])

/**
 * Asks a person about each fix. Answers for a whole transform, file or safety level also hold in later rounds;
 * after `q` nobody is asked again. The review throws UsageError when it is interrupted.
 */
export function promptReview(screen: Screen, keyboard: Keyboard): Review {
  const steps: Step[] = []
  let ended = false

  return async (plan, sources) => {
    if (!ended) ended = (await interview(plan, sources, steps, screen, keyboard)) === 'quit'
    return new Map(
      plan.changes.map(change => [
        change,
        decisionOf(change, steps) ?? {
          answer: 'declined',
          reason: 'not answered: the review was stopped before it',
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
      )
    const key = await answer(help, steps.length > firstStep, keyboard)
    if (key === 'q') return 'quit'
    if (key !== 'b') steps.push({ key, change })
    else index = indexOfUndone(changes, steps)
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
    if (key === undefined) throw new UsageError('the review was interrupted; no file was changed')
    if (isAnswerKey(key) || key === 'q') return key
    if (key === 'b' && canGoBack) return key
    keyboard.output.write(key === 'b' ? 'there is no answer to undo\n' : help())
  }
}

function isAnswerKey(key: string): key is AnswerKey {
  return ANSWER_KEYS.has(key)
}

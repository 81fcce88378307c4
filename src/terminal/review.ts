import type { Compile, FoundFix, Plan, Review, SourceText, Verdict } from '../engine/types.ts'
import { UsageError } from '../errors.ts'
import type { Answers } from '../report/answers.ts'
import { type EditFiles, editFix } from './edit.ts'
import { type AnswerKey, makeSteps, type Steps } from './interview.ts'
import { askKey, type Keyboard } from './keys.ts'
import { renderHelp, renderQuestion } from './question.ts'
import type { Screen } from './screen.ts'

/** Why a fix is left as it is after `q`. */
export const NOT_ANSWERED = 'not answered: the review was stopped before it'

/** What a review needs besides the fixes. */
export interface ReviewOptions {
  readonly screen: Screen
  readonly keyboard: Keyboard
  readonly edit: EditFiles
  /** Given all answers so far each time they change; an edited fix is not among them, as the edit would be lost. */
  readonly record: (answers: Answers) => void
}

/**
 * Asks a person about each fix. Answers for a whole transform, file or safety level also hold in later rounds;
 * after `q` nobody is asked again. The review throws UsageError when it is interrupted.
 */
export function promptReview(options: ReviewOptions): Review {
  const steps = makeSteps()
  const seen: FoundFix[] = []
  const answers = new Map<string, 'accepted' | 'declined'>()
  let ended = false

  function note(change: FoundFix): void {
    const decision = steps.decisionOf(change)
    if (!decision || decision.edited || decision.answer === 'proposed') answers.delete(change.fingerprint)
    else answers.set(change.fingerprint, decision.answer)
  }

  /** An answer to `only` one fix is noted at once, as there may be thousands. */
  function onAnswer(only: FoundFix | undefined): void {
    for (const change of only ? [only] : seen) note(change)
    options.record(answers)
  }

  return async (plan, sources, compile) => {
    seen.push(...plan.changes)
    if (!ended) ended = (await interview(plan, sources, compile, steps, options, onAnswer)) === 'quit'
    return new Map(
      plan.changes.map(change => [
        change,
        steps.decisionOf(change) ?? { answer: 'declined', reason: NOT_ANSWERED },
      ]),
    )
  }
}

/** Adds to `steps` until every change of the plan is answered; answers of earlier rounds cannot be undone. */
async function interview(
  plan: Plan,
  sources: ReadonlyMap<string, SourceText>,
  compile: Compile,
  steps: Steps,
  { screen, keyboard, edit }: ReviewOptions,
  onAnswer: (only: FoundFix | undefined) => void,
): Promise<'done' | 'quit'> {
  if (plan.changes.every(change => steps.decisionOf(change))) return 'done'
  const verdicts = new Map(await compile(plan.changes))
  const changes = plan.changes.filter(change => verdicts.get(change)?.status !== 'broken')
  const broken = plan.changes.length - changes.length
  if (broken > 0)
    keyboard.output.write(`${broken} of ${plan.changes.length} do not compile and are left out\n`)
  const firstStep = steps.length
  const edited = new Map<FoundFix, FoundFix>()
  let index = 0

  for (let change = changes[index]; change; change = changes[index]) {
    if (steps.decisionOf(change)) {
      index++
      continue
    }
    const shown = edited.get(change) ?? change
    const verdict = verdicts.get(shown)
    const count = { number: index + 1, total: changes.length }
    keyboard.output.write(renderQuestion(shown, verdict, count, sources, screen))
    const open = () => changes.filter(other => !steps.decisionOf(other))
    const situation = { change, verdict, isOther: shown !== change, canGoBack: steps.length > firstStep }
    const key = await answer(situation, () => renderHelp(change, open(), screen), keyboard)

    if (key === 'q') return 'quit'
    if (key === 'e') await editShown(change, shown)
    else if (key === 'o') await showOther(change, shown)
    else if (key === 'b') index = changes.indexOf(steps.undo()?.change ?? change)
    else steps.add({ key, change, ...(key === 'y' && shown !== change && { edited: shown }) })
    if (key !== 'e' && key !== 'o') onAnswer(key === 'y' || key === 'n' ? change : undefined)
  }
  return 'done'

  async function editShown(change: FoundFix, shown: FoundFix): Promise<void> {
    const result = await editFix(change, shown, sources, edit)
    if (!result) {
      keyboard.output.write('nothing is left of the change: answer n to leave this place as it is\n')
      return
    }
    await show(change, result)
  }

  /** The next of all fixes for the place, the one that was found after the last; an edited one gives way to the first other. */
  async function showOther(change: FoundFix, shown: FoundFix): Promise<void> {
    const fixes = [...(change.others ?? []), change]
    await show(change, fixes[fixes.indexOf(shown) + 1] ?? fixes[0] ?? change)
  }

  async function show(change: FoundFix, other: FoundFix): Promise<void> {
    edited.set(change, other)
    if (verdicts.has(other)) return
    for (const [compiled, verdict] of await compile([other])) verdicts.set(compiled, verdict)
  }
}

interface Situation {
  readonly change: FoundFix
  readonly verdict: Verdict | undefined
  /** It is shown with another fix than was found: an edited one, or an alternative. */
  readonly isOther: boolean
  readonly canGoBack: boolean
}

type Key = AnswerKey | 'e' | 'o' | 'b' | 'q'

const KEYS: ReadonlySet<string> = new Set<Key>(['y', 'n', 'a', 'd', 'f', 's', 'e', 'o', 'b', 'q'])

/** Asks until the key means something here. */
async function answer(situation: Situation, help: () => string, keyboard: Keyboard): Promise<Key> {
  const keys = [...KEYS].filter(key => key !== 'o' || situation.change.others).join('/')
  for (;;) {
    const key = await askKey(`apply this fix? (${keys}, ? for help)`, keyboard)
    if (key === undefined)
      throw new UsageError('the review was interrupted: no file was changed, and the answers so far are kept')
    const objection = isKey(key) ? objectionTo(key, situation) : help()
    if (isKey(key) && objection === undefined) return key
    keyboard.output.write(objection ?? '')
  }
}

function isKey(key: string): key is Key {
  return KEYS.has(key)
}

/** Why a key cannot be taken here, as a line; undefined when it can. */
function objectionTo(key: Key, { change, verdict, isOther, canGoBack }: Situation): string | undefined {
  if (key === 'o' && !change.others) return 'there is no other fix for this place\n'
  if (key === 'b' && !canGoBack) return 'there is no answer to undo\n'
  if (key === 'y' && verdict?.status === 'broken') return 'it does not compile: edit it (e) or leave it (n)\n'
  if ('adfs'.includes(key) && isOther)
    return 'this is not the fix that was found: answer it alone first, by y or n\n'
  return undefined
}

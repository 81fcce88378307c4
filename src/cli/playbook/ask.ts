import type { Decision } from '../../engine/playbook/chain.ts'
import type { PerformOptions } from '../../engine/playbook/perform.ts'
import type { PlannedStep } from '../../engine/playbook/plan-upgrade.ts'
import { differenceFrom, type Snapshot } from '../../engine/playbook/work-tree.ts'
import { printable, printableLine } from '../../report/printable.ts'
import { askKey, type Keyboard } from '../../terminal/keys.ts'
import { explainedIn, headingOf } from './step-text.ts'

/** More lines of a patch than this are left to `git diff`. */
const LONGEST_PATCH = 400

/** How the steps of a chain are talked about. */
export interface Talk {
  readonly options: Pick<PerformOptions, 'root' | 'installed'>
  /** Number of steps in the chain. */
  readonly total: number
  /** What is said goes to its output. */
  readonly keyboard: Keyboard
  /** Whether all questions are answered with yes. */
  readonly yes: boolean
}

/** Says what a step will do. Programs run, and gates open, only when a person says so; other steps show what they did. */
export async function approve(planned: PlannedStep, number: number, talk: Talk): Promise<Decision> {
  const { options, total, keyboard } = talk
  keyboard.output.write(`\n${headingOf(planned, number, total)}: ${explainedIn(options, planned)}\n`)
  if (talk.yes) return 'take'
  if (planned.step.kind === 'command')
    return ask('run this? (y yes, n leave the step out, q stop here)', keyboard)
  if (planned.step.kind === 'gate') return ask('go on? (y yes, q stop here)', keyboard)
  return 'take'
}

/** Shows what a step has changed, and asks whether it is to stay. */
export async function review(
  { step }: PlannedStep,
  before: Snapshot,
  files: readonly string[],
  { options, keyboard, yes }: Talk,
): Promise<Decision> {
  const patch = printable(await differenceFrom(options.root, before))
    .trimEnd()
    .split('\n')
  const shown = patch.slice(0, LONGEST_PATCH).join('\n')
  if (shown !== '') keyboard.output.write(`${shown}\n`)
  if (patch.length > LONGEST_PATCH)
    keyboard.output.write(`   ${patch.length - LONGEST_PATCH} more lines: git diff ${before.commit}\n`)
  const hidden = files.filter(file => !patch.includes(`+++ b/${printableLine(file)}`))
  if (hidden.length > 0) keyboard.output.write(`   changed too: ${hidden.map(printableLine).join(', ')}\n`)
  // Who let a command run has decided.
  if (yes || step.kind === 'command') return 'take'
  return ask('keep this? (y yes, n take it back and go on, q take it back and stop here)', keyboard)
}

async function ask(question: string, keyboard: Keyboard): Promise<Decision> {
  for (;;) {
    const key = await askKey(question, keyboard)
    if (key === 'y') return 'take'
    if (key === 'n' && question.includes(' n ')) return 'skip'
    if (key === 'q' || key === undefined) return 'stop'
  }
}

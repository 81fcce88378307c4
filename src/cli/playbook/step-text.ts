import { join } from 'node:path'
import type { StepOutcome } from '../../engine/playbook/outcome.ts'
import type { PerformOptions } from '../../engine/playbook/perform.ts'
import type { PlannedStep } from '../../engine/playbook/plan-upgrade.ts'
import { commandsIn } from '../../engine/playbook/run-commands.ts'
import type { Step } from '../../playbook.ts'
import { keptBy, summaryOf } from '../../report/playbook-report.ts'
import { printable } from '../../report/printable.ts'

/** Where in the chain a step is: `[3/40] go1.22 in tools`. */
export function headingOf({ playbook, directory }: PlannedStep, number: number, total: number): string {
  return `[${number}/${total}] ${playbook}${directory ? ` in ${directory}` : ''}`
}

/** What a step does and why; with a place, the commands as they run there. */
export function explained(step: Step, place?: Parameters<typeof commandsIn>[0]): string {
  const lines = [`${step.kind === 'gate' ? 'STOP: ' : ''}${step.title}`, `   ${step.why} (${step.source})`]
  if (step.kind === 'command') {
    const commands = place ? commandsIn(place, step.commands) : step.commands
    lines.push(...commands.map(command => `   $ ${command.join(' ')}`))
  }
  if (step.kind === 'check' && step.keep) lines.push(`   ${keptBy(step.keep, step.keepUntil)}`)
  return lines.join('\n')
}

/** As `explained`, for a step of a chain. */
export function explainedIn(
  { root, installed }: Pick<PerformOptions, 'root' | 'installed'>,
  { step, directory }: PlannedStep,
): string {
  return explained(step, { directory: join(root, directory), installed })
}

/** How a step ended. */
export function outcomeText(outcome: StepOutcome): string {
  const words = 'output' in outcome ? `\n${printable(outcome.output)}` : ''
  return `   ${summaryOf(outcome)}${words}\n`
}

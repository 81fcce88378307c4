import { loadChoice, playbookNamed } from './choice.ts'
import type { PlaybookFlags } from './flags.ts'
import { explained } from './step-text.ts'

/** Prints a line for each playbook. */
export async function listPlaybooks(flags: PlaybookFlags): Promise<void> {
  const { playbooks } = await loadChoice(flags)
  for (const { name, summary } of playbooks) process.stdout.write(`${name}  ${summary}\n`)
}

/** Prints the steps of one playbook, each with its reason and source. */
export async function showPlaybook(name: string, flags: PlaybookFlags): Promise<void> {
  const { playbooks } = await loadChoice(flags)
  const { summary, source, steps } = playbookNamed(name, playbooks)
  process.stdout.write(`# ${name}\n\n${summary} (${source})\n\n`)
  for (const [index, step] of steps.entries()) process.stdout.write(`${index + 1}. ${explained(step)}\n`)
}

import { type Config, configPath, loadConfig } from '../../config.ts'
import { UsageError } from '../../errors.ts'
import type { Playbook } from '../../playbook.ts'
import { playbooks as shippedPlaybooks } from '../../playbooks/index.ts'
import { shippedTransforms } from '../../transforms/index.ts'
import type { PlaybookFlags } from './flags.ts'

/** The configuration of the current directory, and all playbooks there are with it. */
export interface Choice {
  readonly config: Config
  readonly playbooks: readonly Playbook[]
}

/** Throws UsageError for two playbooks of one name, and for a step with a transform that there is none of. */
export async function loadChoice(flags: PlaybookFlags): Promise<Choice> {
  const config = await loadConfig(configPath(process.cwd(), flags.config))
  const playbooks = [...shippedPlaybooks, ...(config.playbooks ?? [])]
  for (const [index, { name, steps }] of playbooks.entries()) {
    if (playbooks.findIndex(other => other.name === name) < index)
      throw new UsageError(`two playbooks are called "${name}"; rename yours`)
    for (const step of steps) if (step.kind === 'transform') requireTransforms(name, step.transforms, config)
  }
  return { config, playbooks }
}

function requireTransforms(playbook: string, wanted: readonly string[], { transforms = [] }: Config): void {
  // A configuration may leave shipped transforms out of its list: their steps are then reported as skipped.
  const known = [...shippedTransforms, ...transforms].map(({ name }) => name)
  const unknown = wanted.find(name => !known.includes(name))
  if (unknown === undefined) return
  throw new UsageError(
    `the playbook "${playbook}" names the transform "${unknown}"; there are ${known.join(', ')}`,
  )
}

/** Throws UsageError, with the names there are. */
export function playbookNamed(name: string, playbooks: readonly Playbook[]): Playbook {
  const playbook = playbooks.find(other => other.name === name)
  if (playbook) return playbook
  const names = playbooks.map(other => other.name).join(', ')
  throw new UsageError(`there is no playbook "${name}"; there are ${names}`)
}

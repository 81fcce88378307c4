import { join } from 'node:path'
import { findWorkTree } from '../../engine/git.ts'
import { listSites } from '../../engine/playbook/perform.ts'
import { loadState } from '../../engine/playbook/state.ts'
import { printable, printableLine } from '../../report/printable.ts'
import { chainOf } from './chain-of.ts'
import type { PlaybookFlags } from './flags.ts'
import { explainedIn, headingOf } from './step-text.ts'

/** Prints the chain of steps and the places that a person has to look at; touches nothing. */
export async function planChain(name: string | undefined, flags: PlaybookFlags): Promise<void> {
  const root = process.cwd()
  const tree = await findWorkTree(root)
  const begun = tree && (await loadState({ directory: join(tree.gitDirectory, 'gomend') }))
  const chain = await chainOf(root, name, flags, begun)
  const over = begun?.goal === chain.goal ? begun.results.map(({ id }) => id) : []

  process.stdout.write(`${chain.goal}: ${chain.steps.length} steps`)
  process.stdout.write(over.length > 0 ? `, of which ${over.length} are over\n` : '\n')
  for (const { directory, path, goVersion } of chain.tree.modules)
    process.stdout.write(`  ${path} (${directory || '.'}): go ${goVersion ?? 'line missing'}\n`)
  for (const [index, planned] of chain.steps.entries()) {
    const heading = headingOf(planned, index + 1, chain.steps.length)
    const state = over.includes(planned.id) ? ' (over)' : ''
    process.stdout.write(`\n${heading}: ${explainedIn(chain.options, planned)}${state}\n`)
    if (planned.step.kind !== 'check') continue
    for (const { path, line, message } of await listSites(planned.step, planned.directory, chain.options))
      process.stdout.write(`   ${printableLine(path)}:${line}: ${printable(message)}\n`)
  }
}

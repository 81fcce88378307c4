import { writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { findWorkTree, type WorkTree } from '../../engine/git.ts'
import type { Journal } from '../../engine/journal.ts'
import { runChain } from '../../engine/playbook/chain.ts'
import { goEnvironment } from '../../engine/playbook/go-environment.ts'
import { perform } from '../../engine/playbook/perform.ts'
import { type ChainState, dropState, loadState, saveState } from '../../engine/playbook/state.ts'
import { testModule } from '../../engine/playbook/test-run.ts'
import { withJournal } from '../../engine/with-journal.ts'
import { UsageError } from '../../errors.ts'
import { say } from '../say.ts'
import { approve, review } from './ask.ts'
import { requireCleanStart, takeUp } from './begin.ts'
import { type Chain, chainOf } from './chain-of.ts'
import { commitStep } from './commit-step.ts'
import type { PlaybookFlags } from './flags.ts'
import { inCopy } from './in-copy.ts'
import { chainReport } from './report.ts'
import { outcomeText } from './step-text.ts'

/** Takes the steps of a chain, or goes on with one that was interrupted; returns the exit code. */
export async function runPlaybook(name: string | undefined, flags: PlaybookFlags): Promise<number> {
  if (flags.dryRun)
    return inCopy(process.cwd(), root => runIn(root, name, { ...flags, yes: true, commit: false }))
  if (!flags.yes && !process.stdin.isTTY)
    throw new UsageError(
      'there is no terminal to ask on; use --yes to take every step, or `gomend playbook plan`',
    )
  return runIn(process.cwd(), name, flags)
}

async function runIn(root: string, name: string | undefined, flags: PlaybookFlags): Promise<number> {
  const tree = await findWorkTree(root)
  if (!tree)
    throw new UsageError('a playbook needs git, to take a step back that fails; run it in a git work tree')
  return withJournal(root, async (journal, recovery) => {
    if (recovery) say(recovery.message)
    const begun = await loadState(journal)
    const chain = await chainOf(root, name, flags, begun)
    const last = lastStep(flags.step, chain.steps.length)
    if (chain.steps.length === 0) {
      process.stdout.write(`nothing to do: every module is at ${chain.goal} or beyond\n`)
      return 0
    }
    const { goal, steps } = chain
    const fresh: ChainState = { goal, place: placeOf(journal), tree: chain.tree, results: [], baselines: {} }
    if (!begun) await requireCleanStart(root)
    const state = begun ? await takeUp(begun, fresh, steps, journal) : fresh
    return takeSteps({ ...chain, last }, state, journal, tree, flags)
  })
}

/** The directory of the chain, relative to the top of the work tree. */
function placeOf({ root, base }: Journal): string {
  return relative(base, root)
}

function lastStep(text: string | undefined, total: number): number {
  if (text === undefined) return total
  const number = Number(text)
  if (Number.isInteger(number) && number >= 1 && number <= total) return number
  throw new UsageError(`--step is "${text}"; it takes a number of a step in the plan, from 1 to ${total}`)
}

async function takeSteps(
  chain: Chain & { readonly last: number },
  state: ChainState,
  journal: Journal,
  tree: WorkTree,
  flags: PlaybookFlags,
): Promise<number> {
  const { options, steps, last } = chain
  const { root, modules, timeout } = options
  const keyboard = { input: process.stdin, output: process.stdout, mode: 'keys' } as const
  const talk = { options, total: steps.length, keyboard, yes: flags.yes ?? false }
  const end = await runChain(steps, state, {
    root,
    approve: async (step, number) => (number > last ? 'stop' : approve(step, number, talk)),
    perform: step => perform(step, journal, options),
    review: (step, before, files) => review(step, before, files, talk),
    test: directory => testModule(join(root, directory), goEnvironment(root, directory, modules), timeout),
    commit: flags.commit ? (step, files) => commitStep(tree, journal, step, files) : undefined,
    save: now => saveState(journal, now),
    report: (_step, _number, outcome) => process.stdout.write(outcomeText(outcome)),
  })
  const { status } = end.results.at(-1)?.outcome ?? {}
  if (status !== 'failed' && status !== 'stopped') await dropState(journal)
  await writeReport(chain, end, journal, flags)
  return status === 'failed' ? 1 : 0
}

async function writeReport(
  chain: Chain,
  end: ChainState,
  journal: Journal,
  flags: PlaybookFlags,
): Promise<void> {
  // The git directory of a dry run's copy goes away with it.
  if (flags.dryRun && !flags.report) return
  const path = flags.report ?? join(journal.directory, 'playbook.md')
  await writeFile(path, chainReport(chain, end))
  process.stdout.write(`\nwhat was done and what is left to look at: ${relative(process.cwd(), path)}\n`)
}

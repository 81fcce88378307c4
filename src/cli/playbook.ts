import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '../command.ts'
import { configPath, loadConfig, selectTransforms } from '../config.ts'
import { commitFiles, findWorkTree, requireCleanTree, type WorkTree } from '../engine/git.ts'
import type { Journal } from '../engine/journal.ts'
import { type ChainState, runChain, type StepOutcome } from '../engine/playbook/chain.ts'
import { findModules } from '../engine/playbook/find-modules.ts'
import { listSites, type PerformOptions, perform } from '../engine/playbook/perform.ts'
import { type PlannedStep, planPlaybook, planUpgrade } from '../engine/playbook/plan-upgrade.ts'
import { dropState, loadState, saveState, statePath } from '../engine/playbook/state.ts'
import { testModule } from '../engine/playbook/test-run.ts'
import {
  changedSince,
  keepSnapshot,
  madeByGo,
  restoreSnapshot,
  takeSnapshot,
} from '../engine/playbook/work-tree.ts'
import { verify } from '../engine/verify.ts'
import { withJournal } from '../engine/with-journal.ts'
import { UsageError } from '../errors.ts'
import { findGo } from '../go/sources/locations.ts'
import { findToolchain } from '../go/toolchain/toolchain.ts'
import { type GoVersion, includesVersion, parseGoVersion } from '../go/version.ts'
import type { Playbook, Step } from '../playbook.ts'
import { playbooks as shippedPlaybooks } from '../playbooks/index.ts'
import { playbookReport, summaryOf } from '../report/playbook-report.ts'
import { askKey } from '../terminal/keys.ts'
import { makeExcluder } from './excluder.ts'

/** Milliseconds for one command: the tests of a large module take a while. */
const TIMEOUT = 30 * 60 * 1000

export interface PlaybookFlags {
  readonly to?: string
  readonly config?: string | false
  readonly step?: number
  readonly dryRun?: boolean
  readonly commit?: boolean
  readonly yes?: boolean
  readonly report?: string
}

/** Prints a line for each playbook. */
export async function listPlaybooks(flags: PlaybookFlags): Promise<void> {
  for (const { name, summary } of await allPlaybooks(flags)) process.stdout.write(`${name}  ${summary}\n`)
}

/** Prints the steps of one playbook, each with its reason and source. */
export async function showPlaybook(name: string, flags: PlaybookFlags): Promise<void> {
  const { summary, source, steps } = playbookNamed(name, await allPlaybooks(flags))
  process.stdout.write(`# ${name}\n\n${summary} (${source})\n\n`)
  for (const [index, step] of steps.entries()) process.stdout.write(`${index + 1}. ${explained(step)}\n`)
}

/** Prints the chain of steps and the places that a person has to look at; touches nothing. */
export async function planChain(name: string | undefined, flags: PlaybookFlags): Promise<void> {
  const chain = await chainFor(process.cwd(), name, flags)
  process.stdout.write(`${chain.goal}: ${chain.steps.length} steps\n`)
  for (const { directory, path, goVersion } of chain.options.modules)
    process.stdout.write(`  ${path} (${directory || '.'}): go ${goVersion ?? 'line missing'}\n`)
  for (const [index, { module, playbook, step }] of chain.steps.entries()) {
    const where = module.directory ? ` in ${module.directory}` : ''
    process.stdout.write(`\n${index + 1}. ${playbook}${where}: ${explained(step)}\n`)
    if (step.kind !== 'check') continue
    for (const { path, line, message } of await listSites(step, module, chain.options))
      process.stdout.write(`   ${path}:${line}: ${message}\n`)
  }
}

/** Takes the steps of a chain, or goes on with one that was interrupted; returns the exit code. */
export async function runChainCommand(name: string | undefined, flags: PlaybookFlags): Promise<number> {
  if (!flags.yes && !flags.dryRun && !process.stdin.isTTY)
    throw new UsageError(
      'there is no terminal to ask on; use --yes to take every step, or `gomend playbook plan`',
    )
  if (!flags.dryRun) return runIn(process.cwd(), name, flags)
  return inCopy(process.cwd(), async root => {
    const code = await runIn(root, name, { ...flags, yes: true, commit: false })
    process.stdout.write(await differenceIn(root))
    return code
  })
}

interface Chain {
  readonly goal: string
  readonly steps: readonly PlannedStep[]
  readonly options: PerformOptions
}

async function chainFor(root: string, name: string | undefined, flags: PlaybookFlags): Promise<Chain> {
  const config = await loadConfig(configPath(root, flags.config))
  const toolchain = await findToolchain(root)
  if ('missing' in toolchain)
    throw new UsageError(`${toolchain.missing}; a playbook needs Go, to test each step`)
  const modules = await findModules(root)
  const options: PerformOptions = {
    root,
    modules,
    transforms: selectTransforms(config),
    isExcluded: makeExcluder(config.exclude),
    verify: task => verify({ ...task, root, mode: 'types', timeout: TIMEOUT }),
    go: findGo(process.env),
    release: toolchain.version.replace(/^go/, ''),
    timeout: TIMEOUT,
  }
  const playbooks = await allPlaybooks(flags)
  if (name !== undefined) {
    if (flags.to)
      throw new UsageError('name a playbook, or say with --to which version to go to, but not both')
    return { goal: name, steps: planPlaybook(modules, playbookNamed(name, playbooks)), options }
  }
  const target = targetOf(flags.to, toolchain.release)
  const hasWorkspace = existsSync(join(root, 'go.work'))
  return { goal: `Go ${target}`, steps: planUpgrade(modules, playbooks, target, hasWorkspace), options }
}

function targetOf(to: string | undefined, installed: GoVersion): GoVersion {
  if (to === undefined) return installed
  const target = parseGoVersion(to.replace(/^go/, ''))
  if (!target) throw new UsageError(`"${to}" is no Go version; write go1.24`)
  if (!includesVersion(installed, target))
    throw new UsageError(
      `the installed Go is ${installed}, which cannot test code for ${target}; install a newer one`,
    )
  return target
}

async function runIn(root: string, name: string | undefined, flags: PlaybookFlags): Promise<number> {
  const tree = await findWorkTree(root)
  if (!tree)
    throw new UsageError('a playbook needs git, to take a step back that fails; run it in a git work tree')
  return withJournal(root, async (journal, recovery) => {
    if (recovery) process.stderr.write(`gomend: ${recovery.message}\n`)
    const begun = await loadState(journal)
    if (begun) await takeUp(root, begun)
    else await requireCleanStart(root)
    const chain = await chainFrom(root, begun, name, flags)
    if (begun && begun.goal !== chain.goal)
      throw new UsageError(
        `an upgrade to ${begun.goal} was begun here: go on with it, or delete ${statePath(journal)} to drop it`,
      )
    if (chain.steps.length === 0) {
      process.stdout.write(`nothing to do: every module is at ${chain.goal} or beyond\n`)
      return 0
    }
    const state = begun ?? { goal: chain.goal, modules: chain.options.modules, results: [], baselines: {} }
    return takeSteps(chain, state, journal, tree, flags)
  })
}

/** A chain that was begun is planned from where it began: its first steps have changed the go lines since. */
async function chainFrom(
  root: string,
  begun: ChainState | undefined,
  name: string | undefined,
  flags: PlaybookFlags,
) {
  const chain = await chainFor(root, name, flags)
  if (!begun || name !== undefined) return chain
  const target = parseGoVersion(begun.goal.replace(/^Go /, ''))
  if (!target) return chain
  const hasWorkspace = existsSync(join(root, 'go.work'))
  const steps = planUpgrade(begun.modules, await allPlaybooks(flags), target, hasWorkspace)
  return { ...chain, steps, options: { ...chain.options, modules: begun.modules } }
}

async function takeSteps(
  chain: Chain,
  state: ChainState,
  journal: Journal,
  tree: WorkTree,
  flags: PlaybookFlags,
): Promise<number> {
  const { root } = chain.options
  const end = await runChain(chain.steps, state, {
    root,
    approve: (step, number) => approve(step, number, chain.steps.length, flags),
    perform: step => perform(step, journal, chain.options),
    test: directory => testModule(join(root, directory), TIMEOUT),
    commit: flags.commit ? (step, files) => commitStep(root, tree, step, files) : undefined,
    save: now => saveState(journal, now),
    report: (step, number, outcome) =>
      process.stdout.write(stepText(step, number, chain.steps.length, outcome)),
  })
  if (end.results.length === chain.steps.length && !isBad(end.results.at(-1)?.outcome))
    await dropState(journal)
  if (flags.report) await writeFile(flags.report, reportOf(chain, end))
  return isBad(end.results.at(-1)?.outcome) ? 1 : 0
}

function isBad(outcome: StepOutcome | undefined): boolean {
  return outcome?.status === 'failed'
}

async function approve(
  { step, module, playbook }: PlannedStep,
  number: number,
  total: number,
  flags: PlaybookFlags,
): Promise<'take' | 'skip' | 'stop'> {
  if (flags.step !== undefined && number > flags.step) return 'stop'
  if (step.kind === 'check' || flags.yes) return 'take'
  const where = module.directory ? ` in ${module.directory}` : ''
  process.stdout.write(`\n[${number}/${total}] ${playbook}${where}: ${explained(step)}\n`)
  const keyboard = { input: process.stdin, output: process.stdout, mode: 'keys' } as const
  for (;;) {
    const key = await askKey('take this step? (y yes, n leave it out, q stop here)', keyboard)
    if (key === 'y') return 'take'
    if (key === 'n') return 'skip'
    if (key === 'q' || key === undefined) return 'stop'
  }
}

function explained(step: Step): string {
  const lines = [step.title, `   ${step.why} (${step.source})`]
  if (step.kind === 'command') lines.push(...step.commands.map(command => `   $ ${command.join(' ')}`))
  if (step.kind === 'check' && step.keep)
    lines.push(`   the GODEBUG setting ${step.keep} keeps the old behaviour`)
  return lines.join('\n')
}

function stepText(
  { step, module }: PlannedStep,
  number: number,
  total: number,
  outcome: StepOutcome,
): string {
  const where = module.directory ? ` (${module.directory})` : ''
  const words = 'output' in outcome ? `\n${outcome.output}` : ''
  return `[${number}/${total}] ${step.title}${where}: ${summaryOf(outcome)}${words}\n`
}

async function commitStep(
  root: string,
  tree: WorkTree,
  { step, module, playbook }: PlannedStep,
  files: readonly string[],
): Promise<string> {
  const made = await madeByGo(root)
  if (made.length > 0) await runCommand('git', ['add', '--intent-to-add', '--', ...made], { cwd: root })
  const prefix = await runCommand('git', ['rev-parse', '--show-prefix'], { cwd: root })
  const paths = files.map(file => prefix.stdout.trim() + file)
  const scope = module.directory ? `${module.directory}: ` : ''
  const committed = await commitFiles(tree, paths, {
    title: `${scope}${playbook}: ${step.title}`,
    body: `${step.why}\n\n${step.source}`,
  })
  if ('refusal' in committed)
    throw new UsageError(`git refused the commit, and the files are written: ${committed.refusal}`)
  return committed.commit
}

function reportOf(chain: Chain, { results }: ChainState): string {
  const steps = results.flatMap(({ id, outcome }) => {
    const planned = chain.steps.find(step => step.id === id)
    if (!planned) return []
    const { step, module, playbook } = planned
    const keep = step.kind === 'check' ? step.keep : undefined
    const { title, why, source } = step
    return [{ module: module.directory, playbook, title, why, source, ...(keep && { keep }), outcome }]
  })
  return playbookReport(chain.goal, steps)
}

/** Brings the files back to where an interrupted step began; what it had done is kept among git's stashes. */
async function takeUp(root: string, { pending }: ChainState): Promise<void> {
  if (!pending) return
  const changed = await changedSince(root, pending.snapshot)
  if (changed.length === 0) return
  await keepSnapshot(root, await takeSnapshot(root), `gomend: found when ${pending.id} was taken up again`)
  await restoreSnapshot(root, pending.snapshot)
  process.stderr.write(
    `gomend: the step ${pending.id} was interrupted and begins again; the files as they were found are in git stash\n`,
  )
}

async function requireCleanStart(root: string): Promise<void> {
  await requireCleanTree(root)
  const made = await madeByGo(root)
  if (made.length > 0)
    throw new UsageError(
      `git does not track ${made[0]}, which the go command changes: add it or ignore it first`,
    )
}

/** Runs an action in a copy of the last commit that goes away again. */
async function inCopy<Result>(root: string, action: (copy: string) => Promise<Result>): Promise<Result> {
  const directory = await mkdtemp(join(tmpdir(), 'gomend-dry-run-'))
  const prefix = await runCommand('git', ['rev-parse', '--show-prefix'], { cwd: root })
  const copy = join(directory, 'tree')
  const added = await runCommand('git', ['worktree', 'add', '--quiet', '--detach', copy, 'HEAD'], {
    cwd: root,
  })
  if (added.exitCode !== 0)
    throw new UsageError(`git cannot make a copy for the dry run: ${added.stderr.trim()}`)
  try {
    return await action(join(copy, prefix.stdout.trim()))
  } finally {
    await runCommand('git', ['worktree', 'remove', '--force', copy], { cwd: root })
    await rm(directory, { recursive: true, force: true })
  }
}

async function differenceIn(root: string): Promise<string> {
  return (await runCommand('git', ['diff', 'HEAD', '--', '.'], { cwd: root })).stdout
}

async function allPlaybooks(flags: PlaybookFlags): Promise<readonly Playbook[]> {
  const { playbooks = [] } = await loadConfig(configPath(process.cwd(), flags.config))
  return [...shippedPlaybooks, ...playbooks]
}

function playbookNamed(name: string, playbooks: readonly Playbook[]): Playbook {
  const playbook = playbooks.find(other => other.name === name)
  if (playbook) return playbook
  throw new UsageError(
    `there is no playbook "${name}"; there are ${playbooks.map(other => other.name).join(', ')}`,
  )
}

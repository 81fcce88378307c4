import { selectTransforms } from '../../config.ts'
import { findModules, type UpgradeTree } from '../../engine/playbook/find-modules.ts'
import type { PerformOptions } from '../../engine/playbook/perform.ts'
import { type PlannedStep, planPlaybook, planUpgrade } from '../../engine/playbook/plan-upgrade.ts'
import type { ChainState } from '../../engine/playbook/state.ts'
import { verify } from '../../engine/verify.ts'
import { UsageError } from '../../errors.ts'
import { findGo } from '../../go/sources/locations.ts'
import { findToolchain } from '../../go/toolchain/toolchain.ts'
import { type GoVersion, includesVersion, parseGoVersion } from '../../go/version.ts'
import { makeExcluder } from '../excluder.ts'
import { loadChoice, playbookNamed } from './choice.ts'
import type { PlaybookFlags } from './flags.ts'

/** Milliseconds for one command: the tests of a large module take a while. */
const TIMEOUT = 30 * 60 * 1000

/** The steps to a goal, and what it takes to do them. */
export interface Chain {
  /** `go1.24`, or the name of a playbook. */
  readonly goal: string
  readonly tree: UpgradeTree
  readonly steps: readonly PlannedStep[]
  readonly options: PerformOptions
}

/**
 * The chain that the arguments ask for. One that was begun is planned from where it began, as its first steps have
 * changed the go lines since. Throws UsageError when there is no such chain, or another was begun.
 */
export async function chainOf(
  root: string,
  name: string | undefined,
  flags: PlaybookFlags,
  begun: ChainState | undefined,
): Promise<Chain> {
  if (name !== undefined && flags.to)
    throw new UsageError('name a playbook, or say with --to which version to go to, but not both')
  const { config, playbooks } = await loadChoice(flags)
  const toolchain = await findToolchain(root)
  if ('missing' in toolchain)
    throw new UsageError(`${toolchain.missing}; a playbook needs Go, to test each step`)

  const target = name === undefined ? targetOf(flags.to, toolchain.release) : undefined
  const goal = name ?? `go${target}`
  const tree = begun?.goal === goal ? begun.tree : await findModules(root)
  const options: PerformOptions = {
    root,
    modules: tree.modules,
    transforms: selectTransforms(config),
    isExcluded: makeExcluder(config.exclude),
    verify: task => verify({ ...task, root, mode: 'types', timeout: TIMEOUT }),
    go: findGo(process.env),
    installed: toolchain.release,
    release: toolchain.version.replace(/^go/, ''),
    timeout: TIMEOUT,
  }
  const steps = target
    ? planUpgrade(tree, playbooks, target)
    : planPlaybook(tree.modules, playbookNamed(goal, playbooks))
  return { goal, tree, steps, options }
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

import { UsageError } from '../../errors.ts'
import { DEFAULT_GO_VERSION, type GoVersion, includesVersion } from '../../go/version.ts'
import type { Playbook, Step } from '../../playbook.ts'

/** A module of the tree; the directory is slash-separated, relative to the root, `''` for the root. */
export interface UpgradeModule {
  readonly directory: string
  readonly path: string
  /** Undefined without a `go` line. */
  readonly goVersion: GoVersion | undefined
}

/** One step of the whole chain. */
export interface PlannedStep {
  /** The same in every run of the same chain: module, playbook and place of the step. */
  readonly id: string
  readonly module: UpgradeModule
  readonly playbook: string
  readonly step: Step
}

/**
 * The chain of steps that brings each module from its `go` line to the target, hop by hop and module by module.
 * In a workspace its own `go` line comes first; the other places that name a version come last.
 * A module that has the target or more has no steps.
 */
export function planUpgrade(
  modules: readonly UpgradeModule[],
  playbooks: readonly Playbook[],
  target: GoVersion,
  hasWorkspace: boolean,
): PlannedStep[] {
  if (!playbooks.some(({ version }) => version === target)) {
    const versions = playbooks.flatMap(({ version }) => (version ? [`go${version}`] : []))
    throw new UsageError(`there is no playbook for go${target}; there are ${versions.join(', ')}`)
  }
  const behind = modules.filter(({ goVersion }) => !includesVersion(goVersion ?? DEFAULT_GO_VERSION, target))
  const [first] = modules
  if (!first || behind.length === 0) return []
  const whole = { ...first, directory: '' }
  return [
    ...(hasWorkspace ? [planned(whole, 'workspace', workspaceStep(target), 1)] : []),
    ...behind.flatMap(module => hopsOf(module, playbooks, target)),
    ...behind.map(module => planned(module, `go${target}`, placesStep(target), 'places')),
  ]
}

function hopsOf(module: UpgradeModule, playbooks: readonly Playbook[], target: GoVersion): PlannedStep[] {
  const from = module.goVersion ?? DEFAULT_GO_VERSION
  const hops = playbooks.filter(
    ({ version }) => version && !includesVersion(from, version) && includesVersion(target, version),
  )
  return hops.flatMap(playbook => stepsOf(module, playbook))
}

/** A workspace takes no module that asks for a newer version than itself, so its line comes first. */
function workspaceStep(target: GoVersion): Step {
  return {
    kind: 'command',
    title: `set the go line of go.work to ${target}`,
    why: 'a workspace has to have the newest go line of its modules, or a newer one',
    source: 'https://go.dev/ref/mod#go-work-file-go',
    commands: [['go', 'work', 'edit', `-go=${target}`]],
  }
}

function placesStep(target: GoVersion): Step {
  return {
    kind: 'edit',
    title: `name Go ${target} in Dockerfiles, workflows and version files`,
    why: 'a version that is left behind in one of them stops the next build',
    source: 'https://go.dev/doc/toolchain',
    version: target,
  }
}

/** The steps of one playbook for every module. */
export function planPlaybook(modules: readonly UpgradeModule[], playbook: Playbook): PlannedStep[] {
  return modules.flatMap(module => stepsOf(module, playbook))
}

function stepsOf(module: UpgradeModule, playbook: Playbook): PlannedStep[] {
  return playbook.steps.map((step, index) => planned(module, playbook.name, step, index + 1))
}

function planned(module: UpgradeModule, playbook: string, step: Step, place: number | string): PlannedStep {
  return { id: `${module.directory || '.'}/${playbook}/${place}`, module, playbook, step }
}

import { UsageError } from '../../errors.ts'
import { DEFAULT_GO_VERSION, type GoVersion, includesVersion } from '../../go/version.ts'
import type { Playbook, Step } from '../../playbook.ts'
import type { UpgradeModule, UpgradeTree, Workspace } from './find-modules.ts'

/** One step of the whole chain. */
export interface PlannedStep {
  /** The same in every run of the same chain: directory, playbook and place of the step. */
  readonly id: string
  /** Where it is taken: directory of a module, or of a go.work. */
  readonly directory: string
  /** Directories of the modules that have to pass their tests afterwards. */
  readonly tested: readonly string[]
  readonly playbook: string
  readonly step: Step
}

/**
 * The chain of steps that brings each module from its `go` line to the target, hop by hop: all modules take one
 * release before any takes the next, workspaces first, since no go.work may be older than its modules. The other
 * places that name a version come last. A module that has the target or more has no steps.
 */
export function planUpgrade(
  { modules, workspaces }: UpgradeTree,
  playbooks: readonly Playbook[],
  target: GoVersion,
): PlannedStep[] {
  const hops = hopsOf(playbooks)
  if (!hops.some(({ version }) => version === target)) {
    const versions = new Set(hops.map(({ version }) => `go${version}`))
    throw new UsageError(`there is no playbook for go${target}; there are ${[...versions].join(', ')}`)
  }
  const behind = modules.filter(module => isBehind(module, target))
  const steps = hops.flatMap(({ version, playbook }) => {
    if (!includesVersion(target, version)) return []
    const own = behind.filter(module => isBehind(module, version))
    const works = workspaces.filter(
      work =>
        playbook.name === `go${version}` &&
        isBehind(work, version) &&
        own.some(({ workspace }) => workspace === work.directory),
    )
    return [
      ...works.map(work => workspaceStep(work, modules, playbook.name, version)),
      ...own.flatMap(module => stepsOf(module, playbook)),
    ]
  })
  return [...steps, ...behind.map(module => planned(module, `go${target}`, placesStep(target), 'places'))]
}

/** Playbooks of a version, the oldest first; among those of one version the order stays. */
function hopsOf(playbooks: readonly Playbook[]) {
  const hops = playbooks.flatMap(playbook =>
    playbook.version ? [{ version: playbook.version, playbook }] : [],
  )
  return hops.toSorted((a, b) => Number(a.version.slice(2)) - Number(b.version.slice(2)))
}

function isBehind({ goVersion }: { readonly goVersion: GoVersion | undefined }, target: GoVersion): boolean {
  return !includesVersion(goVersion ?? DEFAULT_GO_VERSION, target)
}

function workspaceStep(
  { directory }: Workspace,
  modules: readonly UpgradeModule[],
  playbook: string,
  version: GoVersion,
): PlannedStep {
  return {
    id: `${directory || '.'}/${playbook}/workspace`,
    directory,
    tested: modules.filter(({ workspace }) => workspace === directory).map(({ directory: module }) => module),
    playbook,
    step: {
      kind: 'command',
      title: `set the go line of go.work to ${version}`,
      why: 'a workspace has to have the newest go line of its modules, or a newer one; it sets their GODEBUG defaults',
      source: 'https://go.dev/ref/mod#go-work-file-go',
      commands: [['go', 'work', 'edit', `-go=${version}`]],
    },
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

function planned(
  { directory, dependents }: UpgradeModule,
  playbook: string,
  step: Step,
  place: number | string,
): PlannedStep {
  const id = `${directory || '.'}/${playbook}/${place}`
  return { id, directory, tested: [directory, ...dependents], playbook, step }
}

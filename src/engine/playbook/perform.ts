import { join, posix } from 'node:path'
import type { GoLocations } from '../../go/sources/locations.ts'
import type { GoVersion } from '../../go/version.ts'
import type { CheckStep, TransformStep } from '../../playbook.ts'
import type { Transform } from '../../transform.ts'
import { acceptNone } from '../answers.ts'
import { applyPatches } from '../apply.ts'
import type { Journal } from '../journal.ts'
import { run } from '../run.ts'
import type { Found, Outcome, Position, Problem, Review, RunResult, Verify } from '../types.ts'
import { editPlaces } from './edit-places.ts'
import type { UpgradeModule } from './find-modules.ts'
import { goEnvironment } from './go-environment.ts'
import { goFix } from './go-fix.ts'
import type { ListedSite, Performed } from './outcome.ts'
import type { PlannedStep } from './plan-upgrade.ts'
import { runCommands } from './run-commands.ts'

export interface PerformOptions {
  /** Absolute path. */
  readonly root: string
  readonly go: GoLocations
  /** All modules of the tree: a step of one leaves the files of the others alone. */
  readonly modules: readonly UpgradeModule[]
  /** What the steps of kind `transform` name. */
  readonly transforms: readonly Transform[]
  readonly isExcluded: (path: string) => boolean
  readonly verify: Verify | undefined
  /** The release of the installed Go. */
  readonly installed: GoVersion
  /** The same in full, such as `1.26.3`. */
  readonly release: string
  /** Milliseconds for one command. */
  readonly timeout: number
}

/** Lists the places of a check; reads files and changes nothing. */
export async function listSites(
  step: CheckStep,
  directory: string,
  options: PerformOptions,
): Promise<ListedSite[]> {
  const finder: Transform = {
    name: 'check',
    meta: { summary: step.title, why: step.why, since: '1.0', mentions: step.mentions },
    find: file => [...step.find(file)].map(({ at, message }) => ({ at, message, refusal: step.why })),
  }
  const { outcomes, problems } = await runOn(directory, [finder], options, 'look')
  const found = outcomes.map(({ finding, position }) => siteOf(finding, position, finding.message))
  return [...found, ...problems.map(siteOfProblem)]
}

/** Does what a step says to the files of its module. */
export async function perform(
  { step, directory }: PlannedStep,
  journal: Journal,
  options: PerformOptions,
): Promise<Performed> {
  const { root, modules, installed, timeout } = options
  const place = {
    directory: join(root, directory),
    goMod: posix.join(directory, 'go.mod'),
    installed,
    env: goEnvironment(root, directory, modules),
    timeout,
  }
  switch (step.kind) {
    case 'check':
      return { status: 'done', sites: await listSites(step, directory, options) }
    case 'gate':
      return { status: 'done', sites: [] }
    case 'command':
      return runCommands(step.commands, place)
    case 'go-fix':
      return goFix(step, place)
    case 'edit':
      return editPlaces(step, journal, {
        root,
        release: options.release,
        // A file in no module at all is looked at with the first.
        includes: path =>
          !options.isExcluded(path) && (moduleOf(path, modules) ?? modules[0])?.directory === directory,
      })
    case 'transform':
      return applyTransforms(step, directory, journal, options)
  }
}

async function applyTransforms(
  step: TransformStep,
  directory: string,
  journal: Journal,
  options: PerformOptions,
): Promise<Performed> {
  const wanted = options.transforms.filter(({ name }) => step.transforms.includes(name))
  const missing = step.transforms.filter(name => !wanted.some(transform => transform.name === name))
  const leftOut = missing.length > 0 ? [`the configuration leaves out ${missing.join(', ')}`] : []
  if (wanted.length === 0) return { status: 'skipped', reason: leftOut.join() }

  const { outcomes, problems } = await runOn(directory, wanted, options, journal)
  const stale = outcomes.find(({ status }) => status === 'stale')
  if (stale) return { status: 'failed', output: `${stale.finding.at.path} changed while the step ran` }
  return {
    status: 'done',
    sites: [...outcomes.flatMap(leftToDo), ...problems.map(siteOfProblem)],
    notes: [...leftOut, ...compiledOn(outcomes)],
  }
}

function runOn(
  directory: string,
  transforms: readonly Transform[],
  { root, go, modules, isExcluded, verify }: PerformOptions,
  mode: 'look' | Journal,
): Promise<RunResult> {
  return run({
    root,
    go,
    patterns: [posix.join(directory || '.', '...')],
    transforms,
    isExcluded: path => isExcluded(path) || moduleOf(path, modules)?.directory !== directory,
    review: mode === 'look' ? acceptNone : safeOnly,
    verify: mode === 'look' ? undefined : verify,
    apply: mode === 'look' ? undefined : patches => applyPatches(mode, patches),
    onProgress: () => {},
  })
}

/** Accepts what is proven; what is for a person is listed. */
const safeOnly: Review = async ({ changes }) =>
  new Map(
    changes.map(change => [
      change,
      change.fix.safety === 'safe'
        ? { answer: 'accepted' }
        : { answer: 'declined', reason: `needs review: ${change.fix.caution}; \`gomend fix\` asks about it` },
    ]),
  )

/** The innermost module that a path is in. */
function moduleOf(path: string, modules: readonly UpgradeModule[]): UpgradeModule | undefined {
  return modules
    .filter(({ directory }) => directory === '' || path.startsWith(`${directory}/`))
    .reduce<UpgradeModule | undefined>(
      (best, module) => (best && best.directory.length >= module.directory.length ? best : module),
      undefined,
    )
}

/** A fix that was not made, and why; nothing for one that was. */
function leftToDo(outcome: Outcome): ListedSite[] {
  const { status, finding, position } = outcome
  if (status === 'fixed') return []
  const reason = 'reason' in outcome ? outcome.reason : status === 'broken' ? outcome.output : status
  if (status === 'unverified')
    return [siteOf(finding, position, `${finding.message}: changed, but not compiled: ${reason}`)]
  return [siteOf(finding, position, `${finding.message}: ${status}: ${reason}`)]
}

function compiledOn(outcomes: readonly Outcome[]): string[] {
  const platforms = new Set(
    outcomes.flatMap(outcome => (outcome.status === 'fixed' ? (outcome.verdict?.platforms ?? []) : [])),
  )
  return platforms.size > 0 ? [`compiled on ${[...platforms].sort().join(', ')}`] : []
}

function siteOf({ at }: Found, { line }: Position, message: string): ListedSite {
  return { path: at.path, line, message }
}

function siteOfProblem({ path, message }: Problem): ListedSite {
  return { path, line: 1, message }
}

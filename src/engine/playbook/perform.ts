import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { runCommand } from '../../command.ts'
import type { GoLocations } from '../../go/sources/locations.ts'
import { mayNameVersion, type NewVersion, type VersionPlace, versionPlaces } from '../../go/version-places.ts'
import type { CheckStep, Command, EditStep, GoFixStep } from '../../playbook.ts'
import type { Transform } from '../../transform.ts'
import { acceptNone, acceptSafe } from '../answers.ts'
import { applyPatches } from '../apply.ts'
import { gitFiles } from '../git-files.ts'
import type { Journal } from '../journal.ts'
import { run } from '../run.ts'
import type { Patch, RunResult, Verify } from '../types.ts'
import type { ListedSite, Performed } from './chain.ts'
import type { PlannedStep, UpgradeModule } from './plan-upgrade.ts'

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
  /** The release of the installed toolchain, such as `1.26.3`. */
  readonly release: string
  /** Milliseconds for one command. */
  readonly timeout: number
}

/** Lists the places of a check; reads files and changes nothing. */
export async function listSites(
  step: CheckStep,
  module: UpgradeModule,
  options: PerformOptions,
): Promise<ListedSite[]> {
  const finder: Transform = {
    name: 'check',
    meta: { summary: step.title, why: step.why, since: '1.0', mentions: step.mentions },
    find: file => [...step.find(file)].map(({ at, message }) => ({ at, message, refusal: step.why })),
  }
  return sitesOf(await runOn(module, [finder], options, 'look'))
}

/** Does what a step says to the files of its module. */
export async function perform(
  { step, module }: PlannedStep,
  journal: Journal,
  options: PerformOptions,
): Promise<Performed> {
  switch (step.kind) {
    case 'check':
      return { status: 'done', sites: await listSites(step, module, options) }
    case 'gate':
      return { status: 'done', sites: [] }
    case 'command':
      return runCommands(step.commands, join(options.root, module.directory), options.timeout)
    case 'go-fix':
      return goFix(step, join(options.root, module.directory), options.timeout)
    case 'edit':
      return editPlaces(step, module, journal, options)
    case 'transform': {
      const wanted = options.transforms.filter(({ name }) => step.transforms.includes(name))
      const result = await runOn(module, wanted, options, journal)
      const broken = result.outcomes.find(({ status }) => status === 'stale')
      if (broken) return { status: 'failed', output: `${broken.finding.at.path} changed while the step ran` }
      return { status: 'done', sites: sitesOf(result) }
    }
  }
}

function runOn(
  module: UpgradeModule,
  transforms: readonly Transform[],
  { root, go, modules, isExcluded, verify }: PerformOptions,
  mode: 'look' | Journal,
): Promise<RunResult> {
  return run({
    root,
    go,
    patterns: [posix.join(module.directory || '.', '...')],
    transforms,
    isExcluded: path => isExcluded(path) || moduleOf(path, modules) !== module,
    review: mode === 'look' ? acceptNone : acceptSafe,
    verify: mode === 'look' ? undefined : verify,
    apply: async patches => (mode === 'look' ? { stale: [], notes: [] } : applyPatches(mode, patches)),
    onProgress: () => {},
  })
}

/** The innermost module that a path is in. */
function moduleOf(path: string, modules: readonly UpgradeModule[]): UpgradeModule | undefined {
  return modules
    .filter(({ directory }) => directory === '' || path.startsWith(`${directory}/`))
    .reduce<UpgradeModule | undefined>(
      (best, module) => (best && best.directory.length >= module.directory.length ? best : module),
      undefined,
    )
}

/** What a run leaves for a person. */
function sitesOf({ outcomes, problems }: RunResult): ListedSite[] {
  const left = outcomes.filter(({ status }) => status !== 'fixed' && status !== 'unverified')
  return [
    ...left.map(({ finding, position }) => ({
      path: finding.at.path,
      line: position.line,
      message: finding.message,
    })),
    ...problems.map(({ path, message }) => ({ path, line: 1, message })),
  ]
}

async function runCommands(commands: readonly Command[], cwd: string, timeout: number): Promise<Performed> {
  for (const command of withVendoring(commands, cwd)) {
    const [program, ...args] = command
    const result = await runCommand(program, args, { cwd, env: { GOTOOLCHAIN: 'local' }, timeout })
    if (result.exitCode === 0) continue
    const words =
      (result.stderr + result.stdout).trim() || `it ended with ${result.exitCode ?? result.failure}`
    return { status: 'failed', output: `$ ${command.join(' ')}\n${words}` }
  }
  return { status: 'done', sites: [] }
}

/** In a module that vendors its dependencies, `go mod vendor` has to follow `go mod tidy`. */
function withVendoring(commands: readonly Command[], cwd: string): readonly Command[] {
  if (!existsSync(join(cwd, 'vendor/modules.txt'))) return commands
  return commands.flatMap((command): readonly Command[] =>
    command.join(' ') === 'go mod tidy' ? [command, ['go', 'mod', 'vendor']] : [command],
  )
}

async function goFix({ analyzers }: GoFixStep, cwd: string, timeout: number): Promise<Performed> {
  const help = await runCommand('go', ['tool', 'fix', 'help'], { cwd, env: { GOTOOLCHAIN: 'local' } })
  const known = new Set([...help.stdout.matchAll(/^ {4}(\w+) /gm)].map(([, name]) => name))
  const there = analyzers.filter(name => known.has(name))
  const missing = analyzers.filter(name => !known.has(name))
  if (there.length === 0)
    return {
      status: 'skipped',
      reason: `the installed go fix has no ${missing.join(' and no ')}; Go 1.26 brought them`,
    }

  const flags = there.map(name => `-${name}`)
  const fixed = await runCommands([['go', 'fix', ...flags, './...']], cwd, timeout)
  if (fixed.status !== 'done') return fixed
  return {
    status: 'done',
    sites: missing.map(name => ({ path: 'go.mod', line: 1, message: `the installed go fix has no ${name}` })),
  }
}

async function editPlaces(
  step: EditStep,
  module: UpgradeModule,
  journal: Journal,
  options: PerformOptions,
): Promise<Performed> {
  const version: NewVersion = { language: step.version, release: releaseOf(step, options.release) }
  const patches: Patch[] = []
  const sites: ListedSite[] = []
  const { files = [] } = await gitFiles(options.root, ['.'])
  for (const path of files.filter(mayNameVersion)) {
    if (options.isExcluded(path) || (moduleOf(path, options.modules) ?? module) !== module) continue
    const before = readText(join(options.root, path))
    if (before === undefined) continue
    const places = versionPlaces(path, before, version)
    sites.push(...places.filter(({ newLine }) => newLine === undefined).map(place => siteOf(path, place)))
    const after = withLines(before, places)
    if (after !== before) patches.push({ path, before, after, changes: [] })
  }
  const { stale } = await applyPatches(journal, patches)
  const [first] = stale
  if (first) return { status: 'failed', output: `${first.patch.path}: ${first.reason}` }
  return { status: 'done', sites }
}

/** The installed release counts only where the step is about its language version. */
function releaseOf({ version }: EditStep, release: string): string | undefined {
  return release.startsWith(`${version}.`) ? release : undefined
}

function siteOf(path: string, { line, text, reason }: VersionPlace): ListedSite {
  return { path, line, message: `${text.trim()}: ${reason}` }
}

function withLines(text: string, places: readonly VersionPlace[]): string {
  const lines = text.split('\n')
  for (const { line, newLine } of places) if (newLine !== undefined) lines[line - 1] = newLine
  return lines.join('\n')
}

/** Undefined for a file that is gone, no regular file, or not UTF-8. */
function readText(path: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path))
  } catch {
    return undefined
  }
}

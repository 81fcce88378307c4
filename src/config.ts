import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { UsageError } from './errors.ts'
import type { Playbook } from './playbook.ts'
import { playbookProblem } from './playbook-problem.ts'
import type { Needle, Transform } from './transform.ts'
import { shippedTransforms } from './transforms/index.ts'
import { startWatchdog } from './watchdog.ts'

/** What `transforms.config.ts` may say. Flags on the command line win over it. */
export interface Config {
  /** All there is to choose from; without it, the transforms that gomend ships. */
  readonly transforms?: readonly Transform[]
  /** Names of the transforms to run; without it, all of them. */
  readonly select?: readonly string[]
  /** Names of transforms to leave out. */
  readonly ignore?: readonly string[]
  /** Playbooks of your own, beside those that gomend ships. */
  readonly playbooks?: readonly Playbook[]
  /** Paths to leave out, as .gitignore patterns relative to the directory of the run. */
  readonly exclude?: readonly string[]
}

/** Types a configuration: `export default defineConfig({ ignore: ['build-tags'] })`. */
export function defineConfig(config: Config): Config {
  return config
}

/** Types a transform of your own. */
export function defineTransform(transform: Transform): Transform {
  return transform
}

/** Types a playbook of your own. */
export function definePlaybook(playbook: Playbook): Playbook {
  return playbook
}

export const CONFIG_NAME = 'transforms.config.ts'

/** Where a configuration is read from: `false` reads none, undefined reads transforms.config.ts if there is one. */
export type ConfigChoice = string | false | undefined

/** Finds the configuration file of a run. Throws UsageError when one that was named does not exist. */
export function configPath(root: string, choice: ConfigChoice): string | undefined {
  if (choice === false) return undefined
  const path = resolve(root, choice ?? CONFIG_NAME)
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isFile()) return path
  if (found) throw new UsageError(`${choice ?? CONFIG_NAME} is no file; move it away, or pass --no-config`)
  if (choice === undefined) return undefined
  throw new UsageError(
    `there is no configuration file ${choice}; gomend reads ${CONFIG_NAME} when none is named`,
  )
}

/** Loading what a configuration imports takes its time on a busy machine. */
const LEAST_PATIENCE = 10_000

/**
 * Loads and checks a configuration file, TypeScript or JavaScript. Throws UsageError when it cannot be used, or waits
 * for something that does not come within `patience` milliseconds. One that is at work for as long, and gives way to
 * nothing else, ends the process.
 */
export async function loadConfig(path: string | undefined, patience = 30_000): Promise<Config> {
  if (!path) return {}
  const { createJiti } = await import('jiti')
  // A repository of Go code has no node_modules: "gomend" is this very package.
  const virtualModules = { gomend: await import('./index.ts') }
  const jiti = createJiti(import.meta.url, { virtualModules, fsCache: false })
  let config: unknown
  // The timer also keeps Node from leaving, without a word, a program that waits for what cannot happen any more.
  const timer = new AbortController()
  const tooLong = setTimeout(patience, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`it still waits for something after ${patience / 1000} s; see what it awaits`)
  })
  const stopWatchdog = startWatchdog(
    Math.max(2 * patience, LEAST_PATIENCE),
    `gomend: ${path} does not come to an end; see what loops in it, or pass --no-config`,
  )
  try {
    config = await Promise.race([jiti.import(path, { default: true }), tooLong])
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    throw new UsageError(`cannot load ${path}: ${words}`, { cause: error })
  } finally {
    stopWatchdog()
    timer.abort()
    tooLong.catch(() => {})
  }
  const wrong = configProblem(config)
  if (wrong) throw new UsageError(`${path}: ${wrong}`)
  return config as Config
}

const LISTS_OF_NAMES = ['select', 'ignore', 'exclude'] as const

function configProblem(config: unknown): string | undefined {
  if (typeof config !== 'object' || config === null || Array.isArray(config))
    return 'has no default export; write `export default defineConfig({ … })`'
  const known = ['transforms', 'playbooks', ...LISTS_OF_NAMES]
  const unknown = Object.keys(config).find(key => !known.includes(key))
  if (unknown) return `"${unknown}" is no setting; there are ${known.join(', ')}`

  const settings = config as Record<string, unknown>
  for (const key of LISTS_OF_NAMES) {
    if (settings[key] !== undefined && !isListOf(settings[key], item => typeof item === 'string'))
      return `"${key}" must be a list of strings`
  }
  if (settings.transforms !== undefined && !isListOf(settings.transforms, isTransform))
    return '"transforms" must be a list of transforms; see `gomend new` for one'
  if (settings.playbooks === undefined) return undefined
  if (!Array.isArray(settings.playbooks)) return '"playbooks" must be a list of playbooks'
  const wrong = settings.playbooks.map(playbookProblem).find(problem => problem !== undefined)
  return wrong && `a playbook ${wrong}; see definePlaybook`
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem)
}

/** A name goes into reports, comments and names of files as it is. */
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/

function isTransform(value: unknown): boolean {
  const transform = value as Partial<Transform> | null
  return (
    typeof transform?.name === 'string' &&
    KEBAB_CASE.test(transform.name) &&
    (typeof transform.find === 'function' || typeof transform.findInPackage === 'function') &&
    typeof transform.meta?.summary === 'string' &&
    typeof transform.meta.why === 'string' &&
    typeof transform.meta.since === 'string' &&
    isListOf(transform.meta.mentions, isNeedle)
  )
}

function isNeedle(value: unknown): boolean {
  if (typeof value === 'string') return true
  const needle = value as Partial<Exclude<Needle, string>> | null
  return typeof needle?.literal === 'string' && needle.pattern instanceof RegExp
}

/** The transforms of a run, sorted by name. Throws UsageError for a name that none has, or that two have. */
export function selectTransforms(config: Config): readonly Transform[] {
  const all = config.transforms ?? shippedTransforms
  const names = all.map(({ name }) => name).sort()
  const twice = names.find((name, index) => names[index + 1] === name)
  if (twice) throw new UsageError(`two transforms are called "${twice}"; ${cureFor(twice)}`)
  for (const name of [...(config.select ?? []), ...(config.ignore ?? [])]) {
    if (!names.includes(name))
      throw new UsageError(`no transform is called "${name}"; there are ${names.join(', ')}`)
  }
  return all
    .filter(({ name }) => (config.select?.includes(name) ?? true) && !config.ignore?.includes(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function cureFor(twice: string): string {
  if (!shippedTransforms.some(({ name }) => name === twice)) return 'rename one of them'
  const others = `...shippedTransforms.filter(({ name }) => name !== '${twice}')`
  const yours = twice === 'map-bytes-key' ? 'mapBytesKeyWith(…)' : 'yours'
  return `for ${yours} to take the place of the one that gomend ships, write ${others}`
}

/** What a worker thread needs to have the same transforms as the run; see Reload. */
export interface TransformSource {
  readonly configPath: string | undefined
  readonly select: readonly string[]
}

/** Loads the transforms of a run again, in a worker thread. */
export async function loadTransforms(source: TransformSource): Promise<readonly Transform[]> {
  const { transforms } = await loadConfig(source.configPath)
  return selectTransforms({ ...(transforms && { transforms }), select: source.select })
}

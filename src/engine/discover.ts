import { type Dirent, readdirSync, statSync } from 'node:fs'
import { posix, relative, resolve, sep } from 'node:path'
import { UsageError } from '../errors.ts'
import { fileKind } from './file-kind.ts'
import { gitFiles } from './git-files.ts'
import type { Problem } from './types.ts'

/** The files of one directory that gomend reads, sorted by name. */
export interface PackageFiles {
  /** Slash-separated, relative to the root of the run; `''` for the root itself. */
  readonly directory: string
  readonly names: readonly string[]
}

export interface Discovery {
  /** Sorted by directory. */
  readonly packages: readonly PackageFiles[]
  /** How many files that go/build reads lie in directories called `vendor`, which `...` leaves out. */
  readonly vendored: number
  /** How many files the configuration leaves out. */
  readonly excluded: number
  readonly problems: readonly Problem[]
  readonly notes: readonly string[]
  /** Why a path below the root is no part of the run; undefined when it is one. */
  readonly leftOut: (path: string) => string | undefined
}

export interface DiscoverOptions {
  /** Absolute path. Every file of a run lies below it. */
  readonly root: string
  /** `./...`, `dir/...`, directories and files, relative to the root. */
  readonly patterns: readonly string[]
  /** Reports whether a path below the root is left out by configuration. */
  readonly isExcluded: (path: string) => boolean
}

const NOT_UTF8 = 'the name is not valid UTF-8; rename it to have it read'

/** A pattern that was found on disk. */
type Target = { readonly base: string } & (
  | { readonly kind: 'file' }
  | { readonly kind: 'tree' | 'directory' }
)

/**
 * Lists the files that patterns mean, by the go command's rules: `...` leaves out `testdata`, `vendor`
 * and directories that start with `_` or `.`; file names that start so never count unless named.
 * In a git work tree, files that git ignores are left out too. Unlike the go command, `...` goes on
 * into nested modules: a migration is of a repository. Throws UsageError for a pattern that means nothing.
 */
export async function discover({ root, patterns, isExcluded }: DiscoverOptions): Promise<Discovery> {
  const targets = patterns.map(pattern => targetOf(root, pattern))
  const listing = await listTargets(root, targets)
  const named = targets.filter(target => target.kind === 'file').map(target => target.base)
  const paths = new Set([...inPackages(listing.paths), ...named])

  const problems = [...listing.problems]
  const accepted: string[] = []
  let excluded = 0
  for (const path of paths) {
    if (isExcluded(path)) excluded++
    else if (path.includes('\uFFFD')) problems.push({ path, message: NOT_UTF8 })
    else accepted.push(path)
  }
  const packages = groupByDirectory(accepted)
  const isAccepted = new Set(accepted)
  return {
    packages,
    vendored: listing.vendored,
    excluded,
    problems,
    notes: listing.notes,
    leftOut(path) {
      if (isAccepted.has(path)) return undefined
      if (isExcluded(path)) return 'the configuration excludes it'
      const isMeant = targets.some(target => target.kind !== 'file' && belongsTo(target, path))
      return isMeant ? 'git ignores it' : 'the patterns of the run do not mean it'
    },
  }
}

function targetOf(root: string, pattern: string): Target {
  const recursive = pattern === '...' || pattern.endsWith('/...')
  const absolute = resolve(root, recursive ? pattern.slice(0, -3) || '.' : pattern)
  const base = relative(root, absolute).split(sep).join('/')
  if (base === '..' || base.startsWith('../') || resolve(root, base) !== absolute)
    throw new UsageError(`${pattern} is outside ${root}; run gomend in a directory above it`)

  const stats = statSync(absolute, { throwIfNoEntry: false })
  if (!stats)
    throw new UsageError(
      `${pattern} is no file or directory; name paths such as ./..., ./internal/store or main.go`,
    )
  if (stats.isDirectory()) return { base, kind: recursive ? 'tree' : 'directory' }
  if (recursive) throw new UsageError(`${pattern} does not name a directory; leave /... off to name the file`)
  if (!stats.isFile()) throw new UsageError(`${pattern} is not a regular file`)
  if (!fileKind(base))
    throw new UsageError(`${pattern} is not a file that go/build reads (.go, .s, .c, .h and their like)`)
  return { base, kind: 'file' }
}

type Listing = Pick<Discovery, 'vendored' | 'problems' | 'notes'> & {
  readonly paths: readonly string[]
}

async function listTargets(root: string, targets: readonly Target[]): Promise<Listing> {
  const directories = targets.filter(target => target.kind !== 'file')
  if (directories.length === 0) return { paths: [], vendored: 0, problems: [], notes: [] }

  const git = await gitFiles(
    root,
    directories.map(target => target.base || '.'),
  )
  const paths: string[] = []
  const problems: Problem[] = [...git.problems]
  let vendored = 0
  for (const target of directories) {
    const listed = git.files?.filter(path => belongsTo(target, path)) ?? []
    // A directory that git ignores, named outright, is read all the same.
    const named = listed.length === 0 && target.base !== ''
    if (git.files && !named) {
      paths.push(...listed)
      vendored += git.files.filter(path => isVendored(target, path)).length
    } else {
      const walked = walk(root, target, problems)
      paths.push(...walked.paths)
      vendored += walked.vendored
    }
  }
  return { paths, vendored, problems, notes: git.notes }
}

/** Reports whether a path is one that the target stands for. */
function belongsTo(target: Target, path: string): boolean {
  const below = target.base === '' ? path : withoutPrefix(path, `${target.base}/`)
  if (below === undefined) return false
  const segments = below.split('/')
  const name = segments.pop() ?? ''
  if (!isReadName(name)) return false
  if (target.kind === 'directory') return segments.length === 0
  return segments.every(isWalkedDirectory)
}

/** Reports whether a path would belong to the target, were it not for a directory called `vendor`. */
function isVendored(target: Target, path: string): boolean {
  const below = target.base === '' ? path : withoutPrefix(path, `${target.base}/`)
  if (below === undefined || target.kind !== 'tree') return false
  const segments = below.split('/')
  const name = segments.pop() ?? ''
  return isReadName(name) && segments.find(segment => !isWalkedDirectory(segment)) === 'vendor'
}

function withoutPrefix(text: string, prefix: string): string | undefined {
  return text.startsWith(prefix) ? text.slice(prefix.length) : undefined
}

function isReadName(name: string): boolean {
  return fileKind(name) !== undefined && !name.startsWith('_') && !name.startsWith('.')
}

function isWalkedDirectory(name: string): boolean {
  return name !== 'testdata' && name !== 'vendor' && !name.startsWith('_') && !name.startsWith('.')
}

/** Lists without following symbolic links to directories, as the go command does; adds what it cannot read to `problems`. */
function walk(root: string, target: Target, problems: Problem[]): { paths: string[]; vendored: number } {
  const paths: string[] = []
  let vendored = 0
  const pending = [target.base]
  for (let directory = pending.pop(); directory !== undefined; directory = pending.pop()) {
    for (const entry of entriesOf(root, directory, problems)) {
      const path = posix.join(directory, entry.name)
      if (!entry.isDirectory()) {
        if (isReadName(entry.name)) paths.push(path)
      } else if (target.kind === 'tree' && isWalkedDirectory(entry.name)) {
        pending.push(path)
      } else if (target.kind === 'tree' && entry.name === 'vendor') {
        const below = readdirSync(resolve(root, path), { recursive: true, encoding: 'utf8' })
        vendored += below.filter(name => isReadName(posix.basename(name))).length
      }
    }
  }
  return { paths, vendored }
}

function entriesOf(root: string, directory: string, problems: Problem[]): Dirent[] {
  if (directory.includes('\uFFFD')) {
    problems.push({ path: directory, message: NOT_UTF8 })
    return []
  }
  try {
    return readdirSync(resolve(root, directory), { withFileTypes: true })
  } catch (error) {
    problems.push({
      path: directory || '.',
      message: `cannot list the directory: ${(error as Error).message}`,
    })
    return []
  }
}

/** A directory without a .go file is no package: go/build reads no constraints in its other files. */
function inPackages(paths: readonly string[]): string[] {
  const packages = new Set(paths.filter(path => fileKind(path) === 'go').map(directoryOf))
  return paths.filter(path => packages.has(directoryOf(path)))
}

function groupByDirectory(paths: readonly string[]): PackageFiles[] {
  const namesOf = new Map<string, string[]>()
  for (const path of paths) {
    const names = namesOf.get(directoryOf(path))
    if (names) names.push(posix.basename(path))
    else namesOf.set(directoryOf(path), [posix.basename(path)])
  }
  return [...namesOf]
    .map(([directory, names]) => ({ directory, names: names.sort() }))
    .sort((a, b) => (a.directory < b.directory ? -1 : 1))
}

function directoryOf(path: string): string {
  const directory = posix.dirname(path)
  return directory === '.' ? '' : directory
}

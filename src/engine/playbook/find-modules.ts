import { join, posix, relative, sep } from 'node:path'
import { runCommand } from '../../command.ts'
import { UsageError } from '../../errors.ts'
import { type GoVersion, parseGoVersion } from '../../go/version.ts'
import { gitFiles } from '../git-files.ts'

/** A module of the tree. */
export interface UpgradeModule {
  /** Slash-separated, relative to the root; `''` for the root. */
  readonly directory: string
  readonly path: string
  /** Undefined without a `go` line. */
  readonly goVersion: GoVersion | undefined
  /** Directory of the go.work that uses the module; undefined for a module of its own. */
  readonly workspace: string | undefined
  /** Directories of the modules of the tree that are built from this one, directly or not. */
  readonly dependents: readonly string[]
}

/** A go.work of the tree. */
export interface Workspace {
  /** As in UpgradeModule. */
  readonly directory: string
  readonly goVersion: GoVersion | undefined
}

/** What an upgrade works on; plain data. */
export interface UpgradeTree {
  /** Those that depend on others come before them, else by directory, the root first. */
  readonly modules: readonly UpgradeModule[]
  readonly workspaces: readonly Workspace[]
}

/**
 * The modules and workspaces that git knows of below the root, those of vendor, testdata and hidden directories left
 * out. Throws UsageError when there is no module, or a go.mod or go.work that the go command cannot read.
 */
export async function findModules(root: string): Promise<UpgradeTree> {
  const { files } = await gitFiles(root, ['.'])
  if (!files)
    throw new UsageError('a playbook needs git, to take a step back that fails; run it in a git work tree')
  const works = await Promise.all(directoriesOf('go.work', files).map(directory => readWork(root, directory)))
  const mods = await Promise.all(directoriesOf('go.mod', files).map(directory => readMod(root, directory)))
  if (mods.length === 0) throw new UsageError(`there is no go.mod in ${root}`)

  const modules = mods.map(mod => ({
    directory: mod.directory,
    path: mod.path,
    goVersion: mod.goVersion,
    workspace: works.find(({ uses }) => uses.includes(mod.directory))?.directory,
    dependents: dependentsOf(mod, mods, works),
  }))
  return {
    modules: dependentsFirst(modules),
    workspaces: works.map(({ directory, goVersion }) => ({ directory, goVersion })),
  }
}

interface Work extends Workspace {
  readonly uses: readonly string[]
}

interface Mod {
  readonly directory: string
  readonly path: string
  readonly goVersion: GoVersion | undefined
  readonly requires: readonly string[]
  /** Directories that `replace` lines name. */
  readonly replacements: readonly string[]
}

/** What `go mod edit -json` and `go work edit -json` print, as far as it is read here. */
interface EditJson {
  readonly Module?: { readonly Path: string }
  readonly Go?: string
  readonly Require?: readonly { readonly Path: string }[] | null
  readonly Replace?: readonly { readonly New: { readonly Path: string } }[] | null
  readonly Use?: readonly { readonly DiskPath: string }[] | null
}

async function readMod(root: string, directory: string): Promise<Mod> {
  const { Module, Go, Require, Replace } = await readJson(root, directory, 'mod')
  const local = (Replace ?? []).map(({ New }) => New.Path).filter(path => /^\.\.?(\/|$)/.test(path))
  return {
    directory,
    path: Module?.Path ?? '',
    goVersion: parseGoVersion(Go ?? ''),
    requires: (Require ?? []).map(({ Path }) => Path),
    replacements: local.map(path => below(root, directory, path)),
  }
}

async function readWork(root: string, directory: string): Promise<Work> {
  const { Go, Use } = await readJson(root, directory, 'work')
  const uses = (Use ?? []).map(({ DiskPath }) => below(root, directory, DiskPath))
  return { directory, goVersion: parseGoVersion(Go ?? ''), uses }
}

async function readJson(root: string, directory: string, kind: 'mod' | 'work'): Promise<EditJson> {
  const path = join(root, directory, `go.${kind}`)
  const result = await runCommand('go', [kind, 'edit', '-json', path], {
    cwd: root,
    env: { GOTOOLCHAIN: 'local' },
  })
  if (result.exitCode === 0) return JSON.parse(result.stdout) as EditJson
  throw new UsageError(`the go command cannot read ${path}: ${result.stderr.trim()}`)
}

function below(root: string, directory: string, path: string): string {
  return relative(root, join(root, directory, path))
    .split(sep)
    .join('/')
}

function directoriesOf(name: string, files: readonly string[]): string[] {
  return files
    .filter(path => posix.basename(path) === name)
    .map(path => (posix.dirname(path) === '.' ? '' : posix.dirname(path)))
    .filter(directory => directory.split('/').every(isModuleDirectory))
    .sort()
}

function isModuleDirectory(name: string): boolean {
  return name !== 'vendor' && name !== 'testdata' && !/^[._]/.test(name)
}

/** A module is built from another of the tree when a `replace` line or a workspace says so. */
function dependentsOf(mod: Mod, mods: readonly Mod[], works: readonly Work[]): string[] {
  const found = new Set<Mod>()
  const pending = [mod]
  for (let next = pending.pop(); next; next = pending.pop())
    for (const other of mods)
      if (other !== mod && !found.has(other) && isBuiltFrom(other, next, works)) {
        found.add(other)
        pending.push(other)
      }
  return mods.filter(other => found.has(other)).map(({ directory }) => directory)
}

function isBuiltFrom(other: Mod, mod: Mod, works: readonly Work[]): boolean {
  if (!other.requires.includes(mod.path)) return false
  if (other.replacements.includes(mod.directory)) return true
  return works.some(({ uses }) => uses.includes(other.directory) && uses.includes(mod.directory))
}

/** No module may have an older `go` line than one it depends on, so the dependents are raised first. */
function dependentsFirst(modules: readonly UpgradeModule[]): UpgradeModule[] {
  const rest = [...modules]
  const sorted: UpgradeModule[] = []
  for (;;) {
    const free = rest.findIndex(({ dependents }) =>
      dependents.every(directory => !rest.some(other => other.directory === directory)),
    )
    // In a circle none is free: any may go first.
    const [module] = rest.splice(Math.max(free, 0), 1)
    if (!module) return sorted
    sorted.push(module)
  }
}

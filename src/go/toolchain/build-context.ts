import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { joinFlags, runGo, type Toolchain } from './toolchain.ts'

/** Package directories that one go command can compile together: those of a module, or of a workspace. */
export interface BuildContext {
  /** Absolute directory in which go commands are run. */
  readonly directory: string
  /** Absolute directories of the main modules. */
  readonly modules: readonly string[]
  /** Absolute path of the go.work that is in use. */
  readonly workspace: string | undefined
  readonly env: Readonly<Record<string, string>>
  /** Absolute directories of the packages asked for. */
  readonly packages: readonly string[]
}

/** A directory in which the go command finds no module to build, and why. */
export interface Unbuildable {
  readonly directory: string
  readonly reason: string
}

/** Groups absolute package directories by the go.work or go.mod they are built with. */
export async function buildContexts(
  toolchain: Toolchain,
  directories: readonly string[],
): Promise<{ readonly contexts: readonly BuildContext[]; readonly unbuildable: readonly Unbuildable[] }> {
  const contexts: BuildContext[] = []
  const unbuildable: Unbuildable[] = []
  for (const [module, packages] of byModule(directories)) {
    if (module === undefined) {
      const reason = 'there is no go.mod at or above it'
      unbuildable.push(...packages.map(directory => ({ directory, reason })))
      continue
    }
    // A module of a workspace that an earlier one opened is compiled with it.
    const index = contexts.findIndex(context => context.modules.includes(module))
    const shared = contexts[index]
    if (shared) contexts[index] = { ...shared, packages: [...shared.packages, ...packages] }
    else contexts.push({ directory: module, packages, ...(await mainModules(toolchain, module)) })
  }
  return { contexts, unbuildable }
}

function byModule(directories: readonly string[]): Map<string | undefined, string[]> {
  const groups = new Map<string | undefined, string[]>()
  for (const directory of directories) {
    const module = moduleDirectory(directory)
    groups.set(module, [...(groups.get(module) ?? []), directory])
  }
  return groups
}

function moduleDirectory(directory: string): string | undefined {
  if (existsSync(join(directory, 'go.mod'))) return directory
  const parent = dirname(directory)
  return parent === directory ? undefined : moduleDirectory(parent)
}

/** A module that its workspace does not use is built as if there were no workspace. */
async function mainModules(
  { flags }: Toolchain,
  module: string,
): Promise<Pick<BuildContext, 'modules' | 'workspace' | 'env'>> {
  const env = { GO111MODULE: 'on', GOFLAGS: joinFlags(flags) }
  const workspace = (await runGo(['env', 'GOWORK'], { directory: module, env })).stdout.trim()
  if (workspace === '' || workspace === 'off') return { modules: [module], workspace: undefined, env }

  const list = await runGo(['list', '-m', '-f', '{{.Dir}}'], { directory: module, env })
  const modules = list.stdout.split('\n').filter(line => line !== '')
  if (list.exitCode === 0 && modules.includes(module)) return { modules, workspace, env }
  return { modules: [module], workspace: undefined, env: { ...env, GOWORK: 'off' } }
}

import { type BuildRequest, parseObjects, runGoFor } from './go-command.ts'
import type { Toolchain } from './toolchain.ts'

interface Listed {
  readonly ImportPath: string
  readonly Dir?: string
  readonly Deps?: readonly string[]
}

/**
 * The absolute directories of all packages of the main modules that import one of those in `directories`, directly
 * or through others, in a source or in a test. Empty when the go command cannot say.
 */
export async function importersOf(
  toolchain: Toolchain,
  directories: ReadonlySet<string>,
  request: Omit<BuildRequest, 'targets'>,
): Promise<readonly string[]> {
  const targets = request.context.modules.map(module => `${module}/...`)
  const result = await runGoFor(toolchain, ['list', '-e', '-test', '-json=ImportPath,Dir,Deps'], {
    ...request,
    targets,
  })
  if (result.exitCode !== 0) return []
  const packages = parseObjects<Listed>(result.stdout)
  const edited = new Set(
    packages
      .filter(({ Dir }) => Dir !== undefined && directories.has(Dir))
      .map(({ ImportPath }) => ImportPath),
  )
  const importers = packages.filter(({ Deps }) => Deps?.some(path => edited.has(path)))
  return [...new Set(importers.flatMap(({ Dir }) => Dir ?? []))]
    .filter(directory => !directories.has(directory))
    .sort()
}

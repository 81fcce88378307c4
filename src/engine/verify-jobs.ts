import { resolve } from 'node:path'
import { type BuildContext, buildContexts } from '../go/toolchain/build-context.ts'
import { type Build, describeBuild } from '../go/toolchain/builds.ts'
import { chooseBuilds, type FileToBuild } from '../go/toolchain/choose-builds.ts'
import type { Toolchain } from '../go/toolchain/toolchain.ts'
import { fileKind } from './file-kind.ts'
import { directoryOf } from './go-overlay.ts'
import { type FindNeighbours, makeNeighbours } from './neighbours.ts'
import type { Patch } from './types.ts'

/** What one go command compiles: packages of one module or workspace, for one build. */
export interface Job {
  readonly context: BuildContext
  readonly build: Build
  /** `linux/amd64`, `windows/amd64`, `linux/amd64 -tags=integration`. */
  readonly platform: string
  /** The edited files that the build takes; slash-separated, relative to the root. */
  readonly paths: readonly string[]
  /** Their directories, relative to the root. */
  readonly directories: readonly string[]
}

/** What is to be compiled, and what is not. */
export interface PlannedJobs {
  readonly jobs: readonly Job[]
  /** Why files are in no job, by path. */
  readonly uncovered: ReadonlyMap<string, string>
  /** Beside what other files of their packages files are not compiled, by path. */
  readonly apart: ReadonlyMap<string, readonly string[]>
}

/**
 * The jobs that compile every patched file at least once, and beside those files of its package that other builds take
 * and that it has to do with. The builds of jobs that were `tried` on one of the files are not chosen again.
 */
export async function planJobs(
  root: string,
  patches: readonly Patch[],
  toolchain: Toolchain,
  tried: readonly Job[] = [],
): Promise<PlannedJobs> {
  const uncovered = new Map<string, string>()
  const apart = new Map<string, string[]>()
  const neighboursOf = makeNeighbours(root)
  const files: FileToBuild[] = []
  for (const patch of patches) files.push(...(await filesToBuild(patch, neighboursOf, uncovered)))
  const directories = [...new Set(files.map(file => directoryOf(file.path)))]
  const { contexts, unbuildable } = await buildContexts(
    toolchain,
    directories.map(directory => resolve(root, directory)),
  )
  for (const { directory, reason } of unbuildable) {
    for (const { path } of files)
      if (resolve(root, directoryOf(path)) === directory) uncovered.set(path, reason)
  }

  const jobs: Job[] = []
  for (const context of contexts) {
    const inside = files.filter(file => context.packages.includes(resolve(root, directoryOf(file.path))))
    const excluded = tried
      .filter(job => job.context.directory === context.directory)
      .filter(job => inside.some(({ path }) => job.paths.includes(path)))
    const chosen = chooseBuilds(
      inside,
      toolchain,
      excluded.map(({ build }) => build),
    )
    for (const { path, reason } of chosen.uncovered) uncovered.set(path, reason)
    for (const { path, reason } of chosen.apart) apart.set(path, [...(apart.get(path) ?? []), reason])
    for (const { build, paths } of chosen.choices) {
      const directories = [...new Set(paths.map(directoryOf))]
      jobs.push({ context, build, platform: describeBuild(toolchain, build), paths, directories })
    }
  }
  return { jobs, uncovered, apart }
}

/** A file as it was and, where the edit moved it to other builds, as it will be: both readings get a build. */
async function filesToBuild(
  patch: Patch,
  neighboursOf: FindNeighbours,
  uncovered: Map<string, string>,
): Promise<readonly FileToBuild[]> {
  const { path, before, after } = patch
  const kind = fileKind(path)
  if (!kind) {
    uncovered.set(path, 'no compiler reads it')
    return []
  }
  const neighbours = await neighboursOf(patch)
  return [before, after].flatMap((text): FileToBuild[] => [
    { path, kind, text },
    ...neighbours.map(
      (neighbour): FileToBuild => ({ path, kind, text, beside: { ...neighbour, kind: 'go' } }),
    ),
  ])
}

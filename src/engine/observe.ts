import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { compile } from '../go/toolchain/compile.ts'
import type { BuildRequest } from '../go/toolchain/go-command.ts'
import type { Toolchain } from '../go/toolchain/toolchain.ts'
import { insideRoot, type Overlay, toTreePaths, writeOverlay } from './go-overlay.ts'
import type { Job } from './verify-jobs.ts'

/** How one compilation of one job went; paths are slash-separated and relative to the root. */
export interface Observation {
  readonly job: Job
  /** Import path with the test variant; `''` when the go command as a whole failed. */
  readonly unit: string
  readonly directory: string
  readonly files: ReadonlySet<string>
  readonly status: 'compiled' | 'failed' | 'blocked' | 'empty' | 'timeout'
  readonly output: string
}

export interface Laboratory {
  /** Absolute, without symbolic links. */
  readonly root: string
  readonly toolchain: Toolchain
  /** A directory of our own. */
  readonly scratch: string
  /** Milliseconds for one go command. */
  readonly timeout: number
  /** Absolute paths of the go.work files in use. */
  readonly workspaces: readonly string[]
}

/** Tries texts out in some way: compiles them, runs tests. `targetsOf` gives directories relative to the root. */
export type Observer = (
  laboratory: Laboratory,
  jobs: readonly Job[],
  texts: ReadonlyMap<string, string>,
  targetsOf: (job: Job) => readonly string[],
) => Promise<readonly Observation[]>

/** Writes an overlay, hands it to `use` and removes it. */
export async function withOverlay<Result>(
  laboratory: Laboratory,
  texts: ReadonlyMap<string, string>,
  use: (overlay: Overlay) => Promise<Result>,
): Promise<Result> {
  const directory = mkdtempSync(join(laboratory.scratch, 'overlay-'))
  try {
    return await use(writeOverlay(laboratory, texts, directory))
  } finally {
    rmSync(directory, { recursive: true })
  }
}

/** What the go command is asked for one job. */
export function requestOf(
  { root, timeout }: Laboratory,
  { context, build }: Job,
  overlay: Overlay,
  targets: readonly string[],
): BuildRequest {
  return { context, build, overlay: overlay.path, targets: targets.map(each => resolve(root, each)), timeout }
}

/** Compiles the targets of jobs with `texts` in place of what is on disk. */
export const observe: Observer = (laboratory, jobs, texts, targetsOf) =>
  withOverlay(laboratory, texts, async overlay => {
    const observations: Observation[] = []
    for (const job of jobs) observations.push(...(await observeJob(laboratory, job, overlay, targetsOf(job))))
    return observations
  })

async function observeJob(
  laboratory: Laboratory,
  job: Job,
  overlay: Overlay,
  targets: readonly string[],
): Promise<readonly Observation[]> {
  const { root, toolchain } = laboratory
  const { units, failure } = await compile(toolchain, requestOf(laboratory, job, overlay, targets))
  if (failure) return targets.map(target => commandFailure(laboratory, job, target, failure, overlay))
  return units.map(unit => ({
    job,
    unit: unit.id,
    directory: insideRoot(root, unit.directory) ?? unit.directory,
    files: new Set(unit.files.flatMap(file => insideRoot(root, file) ?? [])),
    status: unit.status,
    output: treePaths(laboratory, job, unit.directory, unit.output, overlay),
  }))
}

/** The observation for one target of a go command that failed as a whole. */
export function commandFailure(
  laboratory: Laboratory,
  job: Job,
  directory: string,
  failure: { readonly words: string; readonly isTimeout: boolean },
  overlay: Overlay,
): Observation {
  return {
    job,
    unit: '',
    directory,
    files: new Set(),
    status: failure.isTimeout ? 'timeout' : 'failed',
    output: treePaths(laboratory, job, resolve(laboratory.root, directory), failure.words, overlay),
  }
}

/** What a tool said, with the paths of the tree in place of those of the overlay. */
export function treePaths(
  { root }: Laboratory,
  job: Job,
  packageDirectory: string,
  output: string,
  overlay: Overlay,
): string {
  if (output === '') return ''
  return toTreePaths(
    output,
    { root, directory: job.context.directory, packageDirectory },
    overlay,
    existsSync,
  )
}

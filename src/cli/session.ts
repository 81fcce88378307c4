import { configPath, loadConfig, selectTransforms, type TransformSource } from '../config.ts'
import { openCache } from '../engine/cache.ts'
import { holdUnchanged } from '../engine/changed-lines.ts'
import { run } from '../engine/run.ts'
import type { Apply, Hold, Review, RunResult, Verify, VerifyMode } from '../engine/types.ts'
import { verify } from '../engine/verify.ts'
import { UsageError } from '../errors.ts'
import { findGo } from '../go/sources/locations.ts'
import { packageRoot } from '../package-root.ts'
import { type Progress, progressOn } from '../terminal/progress.ts'
import { holdBaseline, readBaseline } from './baseline.ts'
import { cacheFile } from './cache-file.ts'
import { makeExcluder } from './excluder.ts'
import { type Format, type Output, splitOf } from './formats.ts'
import { readOwners, UNOWNED } from './owners.ts'
import { parserNameFromEnvironment } from './parser-name.ts'
import { reportAs, writeOutputs } from './reports.ts'

/** Milliseconds for one go command: a cold build of a large repository on a small machine takes minutes. */
const GO_TIMEOUT = 20 * 60 * 1000

/** The flags that all commands that run transforms share, as commander hands them over. */
export interface RunFlags {
  readonly select?: readonly string[]
  readonly ignore?: readonly string[]
  readonly config?: string | false
  readonly check?: boolean
  readonly plain?: boolean
  readonly verify?: VerifyMode | 'off'
  readonly bench?: string
  readonly format?: Format
  readonly output?: readonly Output[]
  readonly baseline?: string | false
  readonly cache?: boolean
  readonly since?: string
}

/** Runs the engine in the current directory with the configuration and flags of one command; writes the outputs. */
export async function runEngine(
  patterns: readonly string[],
  flags: RunFlags,
  mode: RunMode,
): Promise<RunResult> {
  const writeReports = await reporterFor(flags)
  const result = await runSilently(patterns, flags, mode)
  await writeReports(result)
  return result
}

/** Prepares to write the files that --output names. Throws UsageError, before anything is run, when that cannot be. */
export async function reporterFor(flags: RunFlags): Promise<(result: RunResult) => Promise<void>> {
  const { transforms } = await settingsOf(flags)
  const outputs = flags.output ?? []
  const byOwner = outputs.some(output => splitOf(output) === 'owner')
  const ownersOf = byOwner ? readOwners(process.cwd()) : () => UNOWNED
  return result => writeOutputs(outputs, result, transforms, ownersOf)
}

interface RunMode {
  readonly review: Review
  /** Without it nothing is written: a dry run. */
  readonly apply?: Apply
  readonly withoutBaseline?: boolean
}

/** As runEngine, without the outputs. */
export async function runSilently(
  patterns: readonly string[],
  flags: RunFlags,
  mode: RunMode,
): Promise<RunResult> {
  const root = process.cwd()
  const { path, exclude, transforms } = await settingsOf(flags)
  const source: TransformSource = { configPath: path, select: transforms.map(({ name }) => name) }
  const parserName = parserNameFromEnvironment()
  const hold = await holdFor(root, mode.withoutBaseline ? { ...flags, baseline: false } : flags)
  const progress = progressOn(process.stderr, flags.plain ?? false)
  const go = findGo(process.env)
  const cachePath = flags.cache === false ? undefined : cacheFile({ root, go, transforms })
  try {
    return await run({
      root,
      go,
      patterns: patterns.length > 0 ? patterns : ['./...'],
      transforms,
      isExcluded: makeExcluder(exclude),
      reload: { module: new URL('dist/config.js', packageRoot).href, argument: source },
      ...(parserName && { parserName }),
      ...(cachePath && { cache: openCache(cachePath, root) }),
      apply: mode.apply,
      review: (plan, sources, compile) => {
        progress.stop() // its line and the questions would write over each other
        return mode.review(plan, sources, compile)
      },
      hold,
      verify: withProgress(verifyFor(root, flags), progress),
      onProgress: ({ stage, done, total }) => progress.update(`${stage} ${done} of ${total} files`),
    })
  } finally {
    progress.stop()
  }
}

/** Where the configuration is and what it comes to with the flags. */
export async function settingsOf(flags: RunFlags) {
  const path = configPath(process.cwd(), flags.config)
  const { select, ignore: ignored, exclude = [], ...config } = await loadConfig(path)
  const transforms = selectTransforms({
    ...config,
    ...((flags.select ?? select) && { select: flags.select ?? select }),
    ignore: [...(ignored ?? []), ...(flags.ignore ?? [])],
  })
  return { path, exclude, transforms }
}

/** Prints the run on standard output, in the format that was asked for. */
export async function printReport(result: RunResult, format: Format, flags: RunFlags): Promise<void> {
  const { transforms } = await settingsOf(flags)
  process.stdout.write(await reportAs(format, result, transforms))
}

/** Holds back what the baseline has and, with --since, what has not changed. */
async function holdFor(root: string, { baseline, since }: RunFlags): Promise<Hold> {
  const known = baseline === false ? undefined : readBaseline(baseline)
  const holds: Hold[] = []
  if (known) holds.push(holdBaseline(known))
  if (since !== undefined) holds.push(await holdUnchanged(root, since))
  return (finding, text) => holds.map(hold => hold(finding, text)).find(reason => reason !== undefined)
}

/** Throws UsageError for benchmarks that would not be run. */
function verifyFor(root: string, { verify: how = 'types', bench }: RunFlags): Verify | undefined {
  if (bench !== undefined && how !== 'bench')
    throw new UsageError('--bench chooses benchmarks for --verify=bench; pass that too')
  if (how === 'off') return undefined
  const choice = bench === undefined ? {} : { benchmarks: bench }
  return task => verify({ ...task, ...choice, root, mode: how, timeout: GO_TIMEOUT })
}

/** Says what is being compiled for as long as that takes. */
function withProgress(verify: Verify | undefined, progress: Progress): Verify | undefined {
  if (!verify) return undefined
  return async task => {
    progress.update(`compiling ${task.changes.length} ${task.changes.length === 1 ? 'fix' : 'fixes'}`)
    try {
      return await verify(task)
    } finally {
      progress.stop()
    }
  }
}

/** 1 when something needs a person's attention (or, with --check, is left to do), else 0. */
export function exitCode({ outcomes, problems }: RunResult, check: boolean): 0 | 1 {
  const failed = outcomes.some(({ status }) => status === 'broken' || status === 'stale')
  const toDo = outcomes.some(
    ({ status }) => status === 'proposed' || status === 'declined' || status === 'deferred',
  )
  return failed || problems.length > 0 || (check && toDo) ? 1 : 0
}

import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { importersOf } from '../go/toolchain/importers.ts'
import { findToolchain } from '../go/toolchain/toolchain.ts'
import { beforeInterrupt } from '../interrupt.ts'
import { mayChangeApi } from './api-change.ts'
import { compareBenchmarks } from './benchmarks.ts'
import { directoryOf, insideRoot } from './go-overlay.ts'
import { unformattedNotes } from './keep-formatted.ts'
import { type Laboratory, observe, requestOf, withOverlay } from './observe.ts'
import { isRunnable } from './observe-tests.ts'
import { deservesOtherBuild, otherJobs } from './other-builds.ts'
import { type SettledFixes, settleFixes } from './settle-fixes.ts'
import { settleTests, type TestedFixes } from './settle-tests.ts'
import { makeTrials, type TrialOptions, type Trials } from './trials.ts'
import type { FoundFix, Patch, Verdict, Verification, VerifyMode, VerifyTask } from './types.ts'
import { verdictOn } from './verdict.ts'
import { type Job, planJobs } from './verify-jobs.ts'
import { verifyWithoutGo } from './verify-without-go.ts'
import { vetCautions } from './vet-cautions.ts'

export interface VerifyRequest extends VerifyTask {
  /** Absolute path of the root of the run. */
  readonly root: string
  readonly mode: VerifyMode
  /** Which benchmarks `bench` runs: a regular expression of the go command; all of the edited packages without it. */
  readonly benchmarks?: string
  /** Milliseconds for one go command. */
  readonly timeout: number
}

/**
 * Compiles fixes with the installed Go, on every platform that their files need, without touching the tree:
 * those that break something are found one by one, and the rest compiles together.
 */
export async function verify(request: VerifyRequest): Promise<Verification> {
  const { changes } = request
  if (changes.length === 0) return { verdicts: new Map(), notes: [] }
  const root = realpathSync(request.root)
  const toolchain = await findToolchain(root)
  if ('missing' in toolchain) return verifyWithoutGo(request, toolchain.missing)

  // The leading dot: should the temporary directory lie in the tree, `./...` still leaves it out.
  const scratch = mkdtempSync(join(realpathSync(tmpdir()), '.gomend-'))
  // What a go command that has just been killed still writes is tried again.
  const remove = () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })
  const forgetInterrupts = beforeInterrupt(remove)
  try {
    return await verifyWith({ root, toolchain, scratch, timeout: request.timeout, workspaces: [] }, request)
  } finally {
    forgetInterrupts()
    remove()
  }
}

async function verifyWith(lab: Laboratory, request: VerifyRequest): Promise<Verification> {
  const { base, changes, patch, mode } = request
  const patches = patch(changes)
  const planned = await planJobs(lab.root, patches, lab.toolchain)
  const { laboratory, jobs, trials, compiled, tested } = await settleJobs(lab, request, patches, planned.jobs)

  const good = { jobs: jobs.filter(job => !trials.abandoned.has(job)), base, patches: compiled.run.patches }
  const cautions = await vetCautions(laboratory, good)
  const evidence = {
    observations: compiled.run.observations,
    uncovered: planned.uncovered,
    apart: planned.apart,
    jobs,
    abandoned: trials.abandoned,
    doubts: tested?.doubts ?? new Map(),
  }
  const verdicts = new Map(
    changes.map((change): [FoundFix, Verdict] => {
      const output = compiled.broken.get(change) ?? tested?.broken.get(change)
      if (output !== undefined) return [change, { status: 'broken', output }]
      const paths = patches.filter(each => each.changes.includes(change)).map(({ path }) => path)
      return [change, verdictOn(paths, evidence, cautions.get(change) ?? [])]
    }),
  )
  const benchmarks = mode === 'bench' ? await benchmarkNotes(laboratory, request, good) : []
  const unformatted = unformattedNotes(compiled.run.patches)
  return { verdicts, notes: [...unformatted, ...(tested?.notes ?? []), ...benchmarks] }
}

interface SettledJobs {
  /** With the workspaces of the jobs. */
  readonly laboratory: Laboratory
  readonly jobs: readonly Job[]
  readonly trials: Trials
  readonly compiled: SettledFixes
  readonly tested?: TestedFixes
}

/** Settles the fixes with some jobs and, where a build turns out to be at odds with itself, once more with others. */
async function settleJobs(
  laboratory: Laboratory,
  request: VerifyRequest,
  patches: readonly Patch[],
  jobs: readonly Job[],
  isLast = false,
): Promise<SettledJobs> {
  const { root, toolchain } = laboratory
  const { base, patch } = request
  const workspaces = [...new Set(jobs.flatMap(({ context }) => context.workspace ?? []))]
  const inWorkspaces = { ...laboratory, workspaces }
  const importers = await importersByJob(inWorkspaces, jobs, request, patches)
  const options = { jobs, base, patch, observe, importersOf: (job: Job) => importers.get(job) ?? [] }
  const trials = makeTrials(inWorkspaces, options)
  const settled = {
    laboratory: inWorkspaces,
    jobs,
    trials,
    ...(await settleAll(inWorkspaces, request, options, trials)),
  }

  const { run } = settled.compiled
  const open = run.patches.filter(({ path }) => deservesOtherBuild(path, jobs, run.observations, toolchain))
  if (isLast || open.length === 0) return settled
  const others = await otherJobs(root, open, toolchain, jobs)
  if (others.length === 0) return settled
  return settleJobs(laboratory, request, patches, [...jobs, ...others], true)
}

async function benchmarkNotes(
  laboratory: Laboratory,
  { base, benchmarks: pattern = '.' }: VerifyRequest,
  { jobs, patches }: { readonly jobs: readonly Job[]; readonly patches: readonly Patch[] },
): Promise<readonly string[]> {
  if (patches.length === 0) return []
  const notes: string[] = []
  for (const job of jobs.filter(job => isRunnable(laboratory, job)))
    notes.push(...(await compareBenchmarks(laboratory, { job, base, patches, pattern })))
  return notes
}

/** Drops what does not compile, then what fails tests, until the rest does both together. */
async function settleAll(
  laboratory: Laboratory,
  { changes, mode }: Pick<VerifyRequest, 'changes' | 'mode'>,
  options: TrialOptions,
  trials: Trials,
): Promise<{ readonly compiled: SettledFixes; readonly tested?: TestedFixes }> {
  const compiled = await settleFixes(changes, trials)
  if (mode === 'types' || compiled.accepted.length === 0) return { compiled }
  const tested = await settleTests(laboratory, compiled, options)
  if (tested.broken.size === 0) return { compiled, tested }

  const rest = await settleAll(laboratory, { changes: tested.accepted, mode }, options, trials)
  const broken = new Map([...compiled.broken, ...tested.broken, ...rest.compiled.broken])
  return { ...rest, compiled: { ...rest.compiled, broken } }
}

/** Packages beside the edited ones that have to go on working: all importers for tests, else where an API may change. */
async function importersByJob(
  laboratory: Laboratory,
  jobs: readonly Job[],
  { mode, base }: VerifyRequest,
  patches: readonly Patch[],
): Promise<ReadonlyMap<Job, readonly string[]>> {
  const changed = new Set<string>()
  for (const patch of patches)
    if (mode !== 'types' || (await mayChangeApi(patch))) changed.add(directoryOf(patch.path))
  if (changed.size === 0) return new Map()

  const found = new Map<Job, readonly string[]>()
  await withOverlay(laboratory, base, async overlay => {
    for (const job of jobs) {
      const directories = job.directories.filter(directory => changed.has(directory))
      if (directories.length === 0) continue
      const absolute = new Set(directories.map(directory => resolve(laboratory.root, directory)))
      const importers = await importersOf(
        laboratory.toolchain,
        absolute,
        requestOf(laboratory, job, overlay, []),
      )
      found.set(
        job,
        importers.map(directory => insideRoot(laboratory.root, directory) ?? directory),
      )
    }
  })
  return found
}

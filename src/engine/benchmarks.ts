import { mkdtempSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type BenchmarkRun, buildTests, runBenchmarks } from '../go/toolchain/benchmark.ts'
import { type Escape, escapes } from '../go/toolchain/escapes.ts'
import { benchmarkTable } from './benchmark-table.ts'
import { insideRoot } from './go-overlay.ts'
import { type Laboratory, requestOf, withOverlay } from './observe.ts'
import { compareRemarks, type Remark } from './remarks.ts'
import type { Patch } from './types.ts'
import type { Job } from './verify-jobs.ts'

export interface BenchmarkOptions {
  readonly job: Job
  readonly base: ReadonlyMap<string, string>
  readonly patches: readonly Patch[]
  /** A regular expression of the go command: which benchmarks to run. */
  readonly pattern: string
}

/** Before and after take turns, so that a machine that gets slower meanwhile slows both. */
const TURNS = 6

/** Compares the benchmarks of the edited packages, and their heap allocations; one text each, for people. */
export async function compareBenchmarks(
  laboratory: Laboratory,
  options: BenchmarkOptions,
): Promise<readonly string[]> {
  const { job, base, patches } = options
  const texts = new Map([...base, ...patches.map(({ path, after }) => [path, after] as const)])
  return withOverlay(laboratory, base, before =>
    withOverlay(laboratory, texts, async after => {
      const request = (overlay: typeof before, targets: readonly string[]) =>
        requestOf(laboratory, job, overlay, targets)
      const old: BenchmarkRun[] = []
      const recent: BenchmarkRun[] = []
      for (const directory of job.directories) {
        const scratch = mkdtempSync(join(laboratory.scratch, 'bench-'))
        const sides = [
          { program: join(scratch, 'before.test'), overlay: before, runs: old },
          { program: join(scratch, 'after.test'), overlay: after, runs: recent },
        ]
        const built = []
        for (const side of sides)
          if (await buildTests(laboratory.toolchain, request(side.overlay, [directory]), side.program))
            built.push(side)
        if (built.length < sides.length) continue
        for (let turn = 0; turn < TURNS; turn++)
          for (const { program, runs } of sides)
            runs.push(...(await benchmarksOf(laboratory, directory, program, options.pattern)))
      }
      const escapesBefore = await escapes(laboratory.toolchain, request(before, job.directories))
      const escapesAfter = await escapes(laboratory.toolchain, request(after, job.directories))
      const toRemarks = (found: readonly Escape[]) => found.flatMap(each => remarkOf(laboratory, job, each))
      return [
        benchmarkWords(job, options.pattern, old, recent),
        escapeWords(job, compareRemarks(toRemarks(escapesBefore), toRemarks(escapesAfter), patches)),
      ]
    }),
  )
}

async function benchmarksOf(
  { root, timeout }: Laboratory,
  directory: string,
  program: string,
  pattern: string,
): Promise<readonly BenchmarkRun[]> {
  const runs = await runBenchmarks(program, { pattern, directory: resolve(root, directory), timeout })
  return runs.map(({ name, values }) => ({ name: directory === '' ? name : `${directory}.${name}`, values }))
}

function remarkOf({ root }: Laboratory, { context }: Job, { path, line, message }: Escape): Remark[] {
  const inside = insideRoot(root, resolve(context.directory, path))
  return inside === undefined ? [] : [{ path: inside, line, message }]
}

function benchmarkWords(
  { platform }: Job,
  pattern: string,
  before: readonly BenchmarkRun[],
  after: readonly BenchmarkRun[],
): string {
  if (before.length === 0 && after.length === 0)
    return `benchmarks on ${platform}: the edited packages have none that matches ${pattern}`
  return `benchmarks on ${platform}, ${TURNS} runs each, medians:\n${benchmarkTable({ before, after })}`
}

function escapeWords(
  { platform }: Job,
  { gained, lost }: { readonly gained: readonly Remark[]; readonly lost: readonly Remark[] },
): string {
  if (gained.length === 0 && lost.length === 0)
    return `heap allocations on ${platform}: the compiler places the same ones`
  const line = (sign: string) => (remark: Remark) =>
    `${sign} ${remark.path}:${remark.line}: ${remark.message}`
  const lines = [...lost.map(line('-')), ...gained.map(line('+'))]
  return `heap allocations on ${platform} (- before, + after):\n${lines.join('\n')}`
}

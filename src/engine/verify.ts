import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findToolchain } from '../go/toolchain/toolchain.ts'
import type { Laboratory, Observation } from './observe.ts'
import { settleFixes } from './settle-fixes.ts'
import { makeTrials, type Trials } from './trials.ts'
import type { FoundFix, Verdict, Verification, VerifyMode, VerifyTask } from './types.ts'
import { type Job, planJobs } from './verify-jobs.ts'

export interface VerifyRequest extends VerifyTask {
  /** Absolute path of the root of the run. */
  readonly root: string
  readonly mode: VerifyMode
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
  if ('missing' in toolchain) return withoutToolchain(changes, toolchain.missing)

  // The leading dot: should the temporary directory lie in the tree, `./...` still leaves it out.
  const scratch = mkdtempSync(join(realpathSync(tmpdir()), '.gomend-'))
  try {
    return await verifyWith({ root, toolchain, scratch, timeout: request.timeout }, request)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function withoutToolchain(changes: readonly FoundFix[], missing: string): Verification {
  const reason = `not compiled: ${missing}`
  return {
    verdicts: new Map(changes.map(change => [change, { status: 'unverified', reason }])),
    notes: [`${missing}: the edits were parsed but not compiled; install Go to have them proven`],
  }
}

async function verifyWith(laboratory: Laboratory, request: VerifyRequest): Promise<Verification> {
  const { base, changes, patch } = request
  const patches = patch(changes)
  const { jobs, uncovered } = await planJobs(laboratory.root, patches, laboratory.toolchain)
  const trials = makeTrials(laboratory, { jobs, base, patch, importersOf: () => [] })
  const { broken, run } = await settleFixes(changes, trials)

  const evidence = { observations: run.observations, uncovered, jobs, abandoned: trials.abandoned }
  const verdicts = new Map(
    changes.map((change): [FoundFix, Verdict] => {
      const output = broken.get(change)
      if (output !== undefined) return [change, { status: 'broken', output }]
      const paths = patches.filter(each => each.changes.includes(change)).map(({ path }) => path)
      return [change, verdictOn(paths, evidence)]
    }),
  )
  return { verdicts, notes: [] }
}

interface Evidence {
  readonly observations: readonly Observation[]
  readonly uncovered: ReadonlyMap<string, string>
  readonly jobs: readonly Job[]
  readonly abandoned: Trials['abandoned']
}

/** Each of the files has to be compiled at least once: one that never was may be the one that is wrong. */
function verdictOn(paths: readonly string[], evidence: Evidence): Verdict {
  if (paths.length === 0) return { status: 'unverified', reason: 'it leaves every file as it was' }
  const found = paths.map(path => ({ path, ...evidenceFor(path, evidence) }))
  const unproven = found.filter(({ platforms }) => platforms.length === 0)
  if (unproven.length > 0)
    return {
      status: 'unverified',
      reason: unproven.map(({ path, doubts }) => `${path}: ${doubts.join('; ')}`).join('\n'),
    }
  return {
    status: 'verified',
    platforms: [...new Set(found.flatMap(({ platforms }) => platforms))],
    unverifiedOn: [...new Set(found.flatMap(({ doubts }) => doubts))],
    cautions: [],
  }
}

function evidenceFor(
  path: string,
  { observations, uncovered, jobs, abandoned }: Evidence,
): { readonly platforms: readonly string[]; readonly doubts: readonly string[] } {
  const platforms: string[] = []
  const doubts: string[] = []
  for (const job of jobs.filter(each => each.paths.includes(path))) {
    const reason = abandoned.get(job)
    if (reason !== undefined) {
      doubts.push(`${job.platform}: ${reason}`)
      continue
    }
    const mine = observations.filter(each => each.job === job)
    const taking = mine.filter(({ files, unit }) => files.has(path) || unit === '')
    if (taking.some(({ status }) => status === 'compiled')) platforms.push(job.platform)
    else doubts.push(`${job.platform}: ${doubtAbout(taking)}`)
  }
  const none = uncovered.get(path)
  if (platforms.length === 0 && doubts.length === 0) doubts.push(none ?? 'no build takes the file')
  return { platforms, doubts }
}

function doubtAbout(observations: readonly Observation[]): string {
  const bad = observations.find(({ output }) => output !== '')
  if (!bad) return 'the go command leaves the file out'
  const words = bad.output
    .split('\n')
    .filter(line => !line.startsWith('# '))
    .join('\n')
  return `does not compile without the change either: ${words}`
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Hold, Outcome } from '../engine/types.ts'
import { UsageError } from '../errors.ts'

/** Read when it is there and no other file is named. */
export const BASELINE_NAME = 'gomend-baseline.json'

const FORMAT_VERSION = 1

/** Findings that a repository has agreed to live with: what each is, by fingerprint. */
export type Baseline = ReadonlyMap<string, string>

/** Reads a baseline; undefined when none is named and there is none. Throws UsageError when it cannot be used. */
export function readBaseline(path: string | undefined): Baseline | undefined {
  if (path === undefined && !existsSync(BASELINE_NAME)) return undefined
  const name = path ?? BASELINE_NAME
  let file: { version?: unknown; findings?: Record<string, string> }
  try {
    file = JSON.parse(readFileSync(name, 'utf8'))
  } catch (cause) {
    const cure = 'gomend scan --update-baseline writes one'
    throw new UsageError(`cannot read the baseline ${name}: ${(cause as Error).message}; ${cure}`, { cause })
  }
  if (file?.version !== FORMAT_VERSION || typeof file.findings !== 'object' || !file.findings)
    throw new UsageError(
      `${name} is no baseline of version ${FORMAT_VERSION}; gomend scan --update-baseline writes one`,
    )
  return new Map(Object.entries(file.findings))
}

/** Holds back what is in the baseline. */
export function holdBaseline(baseline: Baseline): Hold {
  return ({ fingerprint }) => (baseline.has(fingerprint) ? IN_BASELINE : undefined)
}

const IN_BASELINE = 'it is in the baseline'

/** The baseline after a run: everything that is found, or, pruned, what is left of the one before. */
export function newBaseline(
  outcomes: readonly Outcome[],
  before: Baseline,
  how: 'update' | 'prune',
): Baseline {
  const found = outcomes.filter(outcome => outcome.status !== 'ignored' || outcome.reason === IN_BASELINE)
  return new Map(
    found
      .filter(({ finding }) => how === 'update' || before.has(finding.fingerprint))
      .map(({ finding }) => [
        finding.fingerprint,
        `${finding.at.path}: ${finding.transform}: ${finding.message}`,
      ]),
  )
}

/** Writes a baseline, sorted so that changes to it are easy to read. */
export function writeBaseline(path: string | undefined, baseline: Baseline): void {
  const findings = [...baseline].sort(([a, one], [b, other]) =>
    one === other ? (a < b ? -1 : 1) : one < other ? -1 : 1,
  )
  const file = { version: FORMAT_VERSION, findings: Object.fromEntries(findings) }
  writeFileSync(path ?? BASELINE_NAME, `${JSON.stringify(file, undefined, 2)}\n`)
}

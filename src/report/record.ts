import { posix } from 'node:path'
import type { Outcome, Verified } from '../engine/types.ts'
import { reasonOf } from './text.ts'

/** An outcome as plain data: what the machine-readable reports have in common. */
export interface OutcomeRecord {
  readonly path: string
  /** Slash-separated directory of the file: the Go package; `.` for the root of the run. */
  readonly package: string
  readonly transform: string
  readonly fingerprint: string
  readonly status: Outcome['status']
  /** What is here. */
  readonly message: string
  /** Why it ended as it did. */
  readonly reason?: string
  /** What the compiler said of the fix; missing when it was not compiled. */
  readonly compiled?: Omit<Verified, 'status'>
  readonly fix?: {
    readonly title: string
    readonly safety: 'safe' | 'review'
    readonly caution?: string
    readonly proof: readonly string[]
  }
}

/** The plain data of one outcome, without its place. */
export function recordOf(outcome: Outcome): OutcomeRecord {
  const { finding, status } = outcome
  const reason = reasonOf(outcome)
  const { fix } = finding
  return {
    path: finding.at.path,
    package: packageOf(finding.at.path),
    transform: finding.transform,
    fingerprint: finding.fingerprint,
    status,
    message: finding.message,
    ...(reason && { reason }),
    ...('verdict' in outcome && outcome.verdict && { compiled: compiledOf(outcome.verdict) }),
    ...(fix && {
      fix: {
        title: fix.title,
        safety: fix.safety,
        ...(fix.caution && { caution: fix.caution }),
        proof: fix.proof,
      },
    }),
  }
}

function compiledOf({ platforms, unverifiedOn, cautions }: Verified): Omit<Verified, 'status'> {
  return { platforms, unverifiedOn, cautions }
}

/** The directory of a file: in Go, its package. */
export function packageOf(path: string): string {
  return posix.dirname(path)
}

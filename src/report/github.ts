import type { Outcome, RunResult } from '../engine/types.ts'
import { type Original, originalOf } from './original.ts'
import { previewParts } from './preview.ts'
import { printable } from './printable.ts'
import { recordOf } from './record.ts'
import { suggestionOf } from './suggestion.ts'

const LEVELS: Readonly<Record<Outcome['status'], 'error' | 'warning' | 'notice' | undefined>> = {
  fixed: undefined,
  proposed: 'warning',
  declined: 'warning',
  deferred: 'warning',
  unverified: 'warning',
  refused: 'notice',
  ignored: undefined,
  broken: 'error',
  stale: 'error',
}

/** Workflow commands that GitHub Actions shows as annotations; what is fixed needs none. Each line ends with `\n`. */
export function githubReport(result: RunResult): string {
  const original = originalOf(result)
  const outcomes = result.outcomes.flatMap(outcome => {
    const level = LEVELS[outcome.status]
    return level ? [annotation(level, outcome, original)] : []
  })
  const problems = result.problems.map(
    ({ path, message }) => `::warning file=${property(path)}::${data(message)}\n`,
  )
  return [...outcomes, ...problems].join('')
}

function annotation(level: string, outcome: Outcome, original: Original): string {
  const { path, transform, message, reason, fix } = recordOf(outcome)
  const { line } = outcome.position
  const region = original.regionOf(outcome)
  const columns =
    region && region.start.line === region.end.line
      ? `,col=${region.start.column},endColumn=${region.end.column}`
      : ''
  const lines = `,line=${line},endLine=${region?.end.line ?? line}${columns}`
  const text = [message, fix && `fix: ${fix.title}`, reason].filter(Boolean).join('\n')
  return `::${level} file=${property(path)}${lines},title=${property(`gomend ${transform}`)}::${data(text)}\n`
}

function data(text: string): string {
  return printable(text).replaceAll('%', '%25').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/**
 * The body of a request to `POST /repos/{owner}/{repo}/pulls/{number}/reviews`: each open fix as a comment with a
 * suggestion that can be committed on GitHub. Lines are those of the files the run began with. Ends with a newline.
 */
export function githubReview(result: RunResult): string {
  const original = originalOf(result)
  const comments = result.outcomes
    .filter(({ status }) => status === 'proposed' || status === 'declined')
    .flatMap(outcome => {
      const found = original.fixOf(outcome)
      if (!found) return []
      const sources = new Map(
        found.fix.edits.map(({ path }) => [path, { path, text: original.textOf(path) ?? '' }] as const),
      )
      const changes = previewParts(found, sources)
      return changes.map((change, index) => suggestionOf(found, change, { index, count: changes.length }))
    })
  return `${JSON.stringify({ event: 'COMMENT', body: 'Fixes found by gomend', comments }, undefined, 2)}\n`
}

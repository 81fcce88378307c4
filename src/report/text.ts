import type { Outcome, RunResult } from '../engine/types.ts'
import { groupBy } from './group.ts'
import { printable, printableLine } from './printable.ts'

/** How a candidate can end, in the order in which a person wants to read it. */
export const STATUSES = [
  'fixed',
  'proposed',
  'declined',
  'refused',
  'ignored',
  'deferred',
  'broken',
  'stale',
  'unverified',
] as const satisfies readonly Outcome['status'][]

/** Outcomes by file with place, status and reason, then problems, notes and counts that add up; the ignored are only counted. */
export function textReport(result: RunResult): string {
  const byPath = groupBy(
    result.outcomes.filter(({ status }) => status !== 'ignored'),
    ({ finding }) => finding.at.path,
  )
  const files = [...byPath].map(([path, outcomes]) =>
    [printableLine(path), ...outcomes.flatMap(outcomeLines), ''].join('\n'),
  )
  const problems = result.problems.map(
    ({ path, message }) => `problem: ${printableLine(path)}: ${printable(message)}`,
  )
  const notes = result.notes.map(note => `note: ${printable(note)}`)
  return `${[...files, ...problems, ...notes, totals(result)].join('\n')}\n`
}

/** One line of counts: `3 findings in 2 of 40 files: 2 fixed, 1 refused; left alone: 7 vendored files`. */
export function totals({ outcomes, stats, problems }: RunResult): string {
  const paths = new Set(outcomes.map(({ finding }) => finding.at.path))
  const scanned = plural(stats.files, 'file')
  const listed = Object.entries(countStatuses(outcomes)).map(([status, count]) => `${count} ${status}`)
  const found =
    outcomes.length === 0
      ? `nothing found in ${scanned}`
      : `${plural(outcomes.length, 'finding')} in ${paths.size} of ${scanned}: ${listed.join(', ')}`
  const leftAlone = Object.entries(stats.leftAlone)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => plural(count, `${kind} file`))
  return [
    found,
    ...(leftAlone.length > 0 ? [`left alone: ${leftAlone.join(', ')}`] : []),
    ...(problems.length > 0 ? [plural(problems.length, 'problem')] : []),
  ].join('; ')
}

/** How many outcomes ended in each way; ways in which none ended are left out. */
export function countStatuses(outcomes: readonly Outcome[]): Partial<Record<Outcome['status'], number>> {
  const counts = STATUSES.map(status => [
    status,
    outcomes.filter(outcome => outcome.status === status).length,
  ])
  return Object.fromEntries(counts.filter(([, count]) => count !== 0))
}

/** Why an outcome is what it is, in words; undefined where the status says it all. */
export function reasonOf(outcome: Outcome): string | undefined {
  switch (outcome.status) {
    case 'fixed':
      return undefined
    case 'proposed':
      return outcome.reason ?? outcome.finding.fix.caution
    case 'deferred':
      return `waits for ${outcome.blockedBy.transform} in the same place; run again`
    case 'broken':
      return outcome.output
    case 'declined':
    case 'refused':
    case 'ignored':
    case 'stale':
    case 'unverified':
      return outcome.reason
  }
}

function outcomeLines(outcome: Outcome): string[] {
  const { finding, position, status } = outcome
  const title = finding.fix ? `; fix: ${finding.fix.title}` : ''
  const review = finding.fix?.safety === 'review' ? ' (needs review)' : ''
  const reason = reasonOf(outcome)
  const head = `  ${position.line}:${position.column}  ${status}${review}  ${finding.transform}`
  return [
    `${head}: ${printable(finding.message)}${printable(title)}`,
    ...(reason
      ? printable(reason.trimEnd())
          .split('\n')
          .map(line => `      ${line}`)
      : []),
  ]
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

import type { FoundFix, Outcome, RunResult } from '../engine/types.ts'
import { groupBy } from './group.ts'
import { code, prose } from './markdown-text.ts'
import { countStatuses, reasonOf, STATUSES, totals } from './text.ts'

// GitHub takes 65,536 characters for the body of a pull request.
const PLACES_SHOWN = 15
const GROUPS_SHOWN = 40

// What is unverified is made, too: the compiler could not say anything against it.
const CHANGES: ReadonlySet<Outcome['status']> = new Set(['fixed', 'proposed', 'unverified'])

/** A body for a pull request: what changed, what was proven, what to check by hand, what was refused and why. */
export function markdownReport(result: RunResult): string {
  const { outcomes } = result
  const changed = outcomes.filter(({ status }) => CHANGES.has(status))
  const review = changed.filter(
    ({ finding, status }) => finding.fix?.safety === 'review' || status === 'unverified',
  )
  const left = outcomes.filter(({ status }) => !CHANGES.has(status))

  const sections = [
    `${prose(totals(result))}.`,
    section('What changes', summaryTable(outcomes)),
    section('What was proven', proofs(changed)),
    section('Check by hand', grouped(review, lookFor)),
    section('Left as it is, and why', grouped(left, leftBecause)),
    section(
      'Could not be read',
      result.problems.map(({ path, message }) => `- ${code(path)}: ${prose(message)}`).join('\n'),
    ),
    section('Notes', result.notes.map(note => `- ${prose(note)}`).join('\n')),
  ]
  return `${sections.filter(text => text !== '').join('\n\n')}\n`
}

function section(title: string, body: string): string {
  return body === '' ? '' : `## ${title}\n\n${body}`
}

function summaryTable(outcomes: readonly Outcome[]): string {
  if (outcomes.length === 0) return ''
  const statuses = STATUSES.filter(status => outcomes.some(outcome => outcome.status === status))
  const rows = [...groupBy(outcomes, ({ finding }) => finding.transform)].sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    `| transform | ${statuses.join(' | ')} |`,
    `| --- |${' ---: |'.repeat(statuses.length)}`,
    ...rows.map(([transform, group]) => {
      const counts = countStatuses(group)
      return `| ${code(transform)} | ${statuses.map(status => counts[status] ?? 0).join(' | ')} |`
    }),
  ].join('\n')
}

/** What was proven about each change, the same sentences together. */
function proofs(outcomes: readonly Outcome[]): string {
  const proven = outcomes.filter(({ finding }) => finding.fix?.proof.length)
  const byProof = groupBy(proven, outcome => {
    const { transform, fix } = outcome.finding
    return JSON.stringify([transform, fix?.title, fix?.proof, compiledOn(outcome)])
  })
  const items = [...byProof.values()].map(group => {
    const [outcome] = group as [Outcome & { finding: FoundFix }]
    const { transform, fix } = outcome.finding
    const lines = [...fix.proof, ...compiledOn(outcome)]
    return `- ${code(transform)}: ${prose(fix.title)} (${places(group)})\n${lines.map(line => `  - ${prose(line)}`).join('\n')}`
  })
  return shortened(items)
}

/** Where a change was compiled, as a line of proof. */
function compiledOn(outcome: Outcome): readonly string[] {
  if (!('verdict' in outcome) || !outcome.verdict) return []
  return [`compiled on ${outcome.verdict.platforms.join(', ')}`]
}

function grouped(outcomes: readonly Outcome[], reason: (outcome: Outcome) => string): string {
  const groups = groupBy(outcomes, outcome => `${outcome.finding.transform}\0${reason(outcome)}`)
  const items = [...groups.values()].map(group => {
    const [outcome] = group as [Outcome]
    return `- ${code(outcome.finding.transform)}: ${prose(reason(outcome))} (${places(group)})`
  })
  return shortened(items)
}

function lookFor(outcome: Outcome): string {
  const unverified = outcome.status === 'unverified' ? `not compiled: ${outcome.reason}` : undefined
  return [outcome.finding.fix?.caution, unverified].filter(Boolean).join('; ')
}

function leftBecause(outcome: Outcome): string {
  const [firstLine = ''] = (reasonOf(outcome) ?? '').split('\n')
  return `${outcome.status}: ${firstLine}`
}

function shortened(items: readonly string[]): string {
  const rest = items.length - GROUPS_SHOWN
  return [...items.slice(0, GROUPS_SHOWN), ...(rest > 0 ? [`- and ${rest} more kinds`] : [])].join('\n')
}

/** Places as `path:line`, a limited number of them. */
function places(outcomes: readonly Outcome[]): string {
  const shown = outcomes
    .slice(0, PLACES_SHOWN)
    .map(({ finding, position }) => code(`${finding.at.path}:${position.line}`))
  const rest = outcomes.length - shown.length
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ')
}

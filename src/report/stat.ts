import type { Outcome, RunResult } from '../engine/types.ts'
import { groupBy } from './group.ts'
import { printableLine } from './printable.ts'
import { packageOf } from './record.ts'
import { STATUSES } from './text.ts'

/** Two tables of counts, by transform and by package, with totals; columns for the ways in which outcomes ended. */
export function statReport({ outcomes }: RunResult): string {
  const byTransform = groupBy(outcomes, ({ finding }) => finding.transform)
  const byPackage = groupBy(outcomes, ({ finding }) => packageOf(finding.at.path))
  return `${table('transform', byTransform, outcomes)}\n${table('package', byPackage, outcomes)}`
}

function table(
  title: string,
  groups: ReadonlyMap<string, readonly Outcome[]>,
  all: readonly Outcome[],
): string {
  const statuses = STATUSES.filter(status => all.some(outcome => outcome.status === status))
  const rows = [
    [title, ...statuses, 'all'],
    ...[...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, group]) => [printableLine(name), ...counts(group)]),
    ['all', ...counts(all)],
  ]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0))) ?? []
  return rows
    .map(row => `${row.map((cell, column) => aligned(cell, widths[column] ?? 0, column)).join('  ')}\n`)
    .join('')

  function counts(group: readonly Outcome[]): string[] {
    return [
      ...statuses.map(status => `${group.filter(outcome => outcome.status === status).length}`),
      `${group.length}`,
    ]
  }
}

function aligned(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width)
}

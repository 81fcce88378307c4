import type { BenchmarkRun } from '../go/toolchain/benchmark.ts'

/** Runs of all benchmarks before and after the changes. */
export interface Comparison {
  readonly before: readonly BenchmarkRun[]
  readonly after: readonly BenchmarkRun[]
}

/**
 * A table in the manner of benchstat: medians, and the change where all runs after lie on one side of all runs
 * before; `~` otherwise. With six runs each, chance brings that about in 2 of 924 cases.
 */
export function benchmarkTable({ before, after }: Comparison): string {
  const names = [...new Set([...before, ...after].map(({ name }) => name))]
  const units = [...new Set(before.flatMap(({ values }) => [...values.keys()]))].sort(byUnit)
  const rows = names.flatMap(name =>
    units.flatMap(unit => {
      const [old, recent] = [valuesOf(before, name, unit), valuesOf(after, name, unit)]
      if (old.length === 0 || recent.length === 0) return []
      return [[name, unit, spread(old), spread(recent), change(old, recent)]]
    }),
  )
  return aligned([['name', 'unit', 'before', 'after', 'change'], ...rows])
}

const USUAL_UNITS = ['ns/op', 'B/op', 'allocs/op']

function byUnit(a: string, b: string): number {
  const [first, second] = [a, b].map(unit => USUAL_UNITS.indexOf(unit) + 1 || USUAL_UNITS.length + 1)
  return (first ?? 0) - (second ?? 0) || (a < b ? -1 : 1)
}

function valuesOf(runs: readonly BenchmarkRun[], name: string, unit: string): number[] {
  return runs
    .flatMap(run => (run.name === name ? (run.values.get(unit) ?? []) : []))
    .toSorted((a, b) => a - b)
}

function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

function spread(sorted: readonly number[]): string {
  const center = median(sorted)
  const [low = 0, high = 0] = [sorted[0], sorted.at(-1)]
  const percent = center === 0 ? 0 : Math.round((100 * Math.max(high - center, center - low)) / center)
  return `${significant(center)} ± ${percent}%`
}

function significant(value: number): string {
  return value >= 1000 || Number.isInteger(value) ? String(Math.round(value)) : value.toPrecision(4)
}

function change(before: readonly number[], after: readonly number[]): string {
  const [low = 0, high = 0] = [before[0], before.at(-1)]
  const apart = (after[0] ?? 0) > high || (after.at(-1) ?? 0) < low
  if (!apart) return '~'
  const [old, recent] = [median(before), median(after)]
  if (old === 0) return `+${significant(recent)}`
  const percent = (100 * (recent - old)) / old
  return `${percent > 0 ? '+' : ''}${percent.toFixed(1)}%`
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0))) ?? []
  return rows
    .map(row =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

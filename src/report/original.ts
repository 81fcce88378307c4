import { positionsIn } from '../engine/position.ts'
import type { FoundFix, Outcome, Position, RunResult } from '../engine/types.ts'
import { hunksOf, type TextChange } from './unified.ts'

type Edit = FoundFix['fix']['edits'][number]

/** A stretch of a text, in the units that tools count in; lines and columns from 1, offsets from 0, ends exclusive. */
export interface Region {
  readonly start: Position
  readonly end: Position
  readonly startIndex: number
  readonly endIndex: number
  readonly startByte: number
  readonly endByte: number
}

/** Finds the places of a run in the texts that it began with. */
export interface Original {
  /** The text a file had when the run began; undefined when the run has no outcome or patch there. */
  textOf(path: string): string | undefined
  /** Where a finding of round 1 is; undefined for later rounds, whose offsets refer to a text that is gone. */
  regionOf(outcome: Outcome): Region | undefined
  /** The line of an outcome; undefined when it is in text that the run itself wrote. */
  lineOf(outcome: Outcome): number | undefined
  /** The fix of a finding with its edits in the original; undefined when there is none or it is of a later round. */
  fixOf(outcome: Outcome): FoundFix | undefined
  regionOfEdit(edit: Edit): Region | undefined
}

/** Looks up places of one run; what is costly is worked out once a file. */
export function originalOf({ sources, patches, stats }: RunResult): Original {
  const changes = new Map(patches.map(patch => [patch.path, patch]))
  const positions = new Map<string, (index: number) => Position>()
  const textOf = (path: string) => changes.get(path)?.before ?? sources.get(path)?.text
  const lineMaps = new Map<string, (line: number) => number | undefined>()

  function regionIn(path: string, startIndex: number, endIndex: number): Region | undefined {
    const text = textOf(path)
    if (text === undefined) return undefined
    const positionOf = positions.get(path) ?? positionsIn(text)
    positions.set(path, positionOf)
    const startByte = Buffer.byteLength(text.slice(0, startIndex))
    return {
      start: positionOf(startIndex),
      end: positionOf(endIndex),
      startIndex,
      endIndex,
      startByte,
      endByte: startByte + Buffer.byteLength(text.slice(startIndex, endIndex)),
    }
  }

  return {
    textOf,
    regionOf: ({ round, finding: { at } }) =>
      round === 1 ? regionIn(at.path, at.startIndex, at.endIndex) : undefined,
    lineOf({ round, position, finding: { at } }) {
      if (round === 1) return position.line
      const change = changes.get(at.path)
      if (!change) return position.line
      if (round !== stats.rounds) return undefined // only the last round read the text that is left
      const lineOf = lineMaps.get(at.path) ?? linesBefore(change)
      lineMaps.set(at.path, lineOf)
      return lineOf(position.line)
    },
    fixOf: ({ round, finding }) => (round === 1 && finding.fix ? (finding as FoundFix) : undefined),
    regionOfEdit: ({ path, startIndex, endIndex }) => regionIn(path, startIndex, endIndex),
  }
}

/** Makes a function from the line numbers after a change to those before it; undefined for lines it wrote. */
function linesBefore(change: TextChange): (line: number) => number | undefined {
  const old: (number | undefined)[] = []
  let next = 1
  for (const { oldStart, newStart, lines } of hunksOf(change)) {
    for (let line = old.length + 1; line < newStart; line++) old.push(next++)
    next = oldStart
    for (const line of lines) {
      if (line.startsWith('+')) old.push(undefined)
      else if (line.startsWith('-')) next++
      else if (line.startsWith(' ')) old.push(next++)
    }
  }
  return line => (line <= old.length ? old[line - 1] : next + (line - old.length - 1))
}

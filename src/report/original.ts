import { positionsIn } from '../engine/position.ts'
import type { FoundFix, Outcome, Position, RunResult } from '../engine/types.ts'

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

/** Finds what round 1 found in the texts that the run began with. */
export interface Original {
  /** The text a file had when the run began; undefined when the run has no outcome or patch there. */
  textOf(path: string): string | undefined
  /** Where a finding of round 1 is; undefined for later rounds, whose offsets refer to a text that is gone. */
  regionOf(outcome: Outcome): Region | undefined
  /** The fix of a finding with its edits in the original; undefined when there is none or it is of a later round. */
  fixOf(outcome: Outcome): FoundFix | undefined
  regionOfEdit(edit: Edit): Region | undefined
}

/** Looks up places of one run; what is costly is worked out once a file. */
export function originalOf({ sources, patches }: RunResult): Original {
  const changes = new Map(patches.map(patch => [patch.path, patch]))
  const positions = new Map<string, (index: number) => Position>()
  const textOf = (path: string) => changes.get(path)?.before ?? sources.get(path)?.text

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
    fixOf: ({ round, finding }) => (round === 1 && finding.fix ? (finding as FoundFix) : undefined),
    regionOfEdit: ({ path, startIndex, endIndex }) => regionIn(path, startIndex, endIndex),
  }
}

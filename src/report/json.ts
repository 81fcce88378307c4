import type { Outcome, RunResult } from '../engine/types.ts'
import { type Original, originalOf } from './original.ts'
import { editsOf } from './preview.ts'
import { recordOf } from './record.ts'
import { countStatuses } from './text.ts'
import { gitDiff } from './unified.ts'

/** Changes when a field changes its meaning or goes away; new fields do not change it. */
const FORMAT_VERSION = 1

/** The run as JSON, described by docs/report.schema.json; ends with a newline. */
export function jsonReport(result: RunResult): string {
  const original = originalOf(result)
  return `${JSON.stringify(
    {
      version: FORMAT_VERSION,
      summary: {
        ...result.stats,
        outcomes: result.outcomes.length,
        statuses: countStatuses(result.outcomes),
      },
      outcomes: result.outcomes.map(outcome => jsonOutcome(outcome, original)),
      patches: result.patches.map(patch => ({
        path: patch.path,
        fingerprints: patch.changes.map(({ fingerprint }) => fingerprint),
        diff: gitDiff(patch),
      })),
      problems: result.problems,
      notes: result.notes,
    },
    undefined,
    2,
  )}\n`
}

function jsonOutcome(outcome: Outcome, original: Original) {
  const { fix, ...record } = recordOf(outcome)
  const region = original.regionOf(outcome)
  const found = original.fixOf(outcome)
  const edits =
    found &&
    editsOf(found).map(edit => {
      const place = original.regionOfEdit(edit)
      return {
        path: edit.path,
        newText: edit.newText,
        ...(place && { startByte: place.startByte, endByte: place.endByte }),
      }
    })
  return {
    ...record,
    round: outcome.round,
    line: outcome.position.line,
    ...(region && {
      column: region.start.column,
      startByte: region.startByte,
      endByte: region.endByte,
    }),
    ...(fix && { fix: { ...fix, ...(edits && { edits }) } }),
    ...(outcome.status === 'deferred' && { blockedBy: outcome.blockedBy.fingerprint }),
  }
}

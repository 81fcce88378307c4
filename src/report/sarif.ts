import type { Outcome, RunResult } from '../engine/types.ts'
import { type Original, originalOf, type Region } from './original.ts'
import { editsOf } from './preview.ts'
import { recordOf } from './record.ts'

/** What a report says about a transform besides its name. */
export interface Rule {
  readonly name: string
  readonly summary: string
  /** Markdown. */
  readonly why: string
}

const BYTE_ORDER_MARK = '\uFEFF'

/** The run as SARIF 2.1.0; columns and offsets count UTF-16 code units, byte offsets UTF-8. Ends with a newline. */
export function sarifReport(result: RunResult, tool: { version: string; rules: readonly Rule[] }): string {
  const original = originalOf(result)
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'gomend',
            semanticVersion: tool.version,
            rules: tool.rules.map(({ name, summary, why }) => ({
              id: name,
              shortDescription: { text: summary },
              fullDescription: { text: why },
              help: { text: why, markdown: why },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { description: { text: 'the directory that gomend was started in' } } },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications(result) }],
        results: result.outcomes.map(outcome => sarifResult(outcome, original, tool.rules)),
      },
    ],
  }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

function notifications({ problems, notes }: RunResult) {
  return [
    ...problems.map(({ path, message }) => ({
      level: 'warning',
      message: { text: message },
      locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
    })),
    ...notes.map(text => ({ level: 'note', message: { text } })),
  ]
}

function sarifResult(outcome: Outcome, original: Original, rules: readonly Rule[]) {
  const { path, transform, fingerprint, status, message, reason, fix } = recordOf(outcome)
  const ruleIndex = rules.findIndex(({ name }) => name === transform)
  const about = fix ? `; ${fix.title}` : ''
  return {
    ruleId: transform,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: levelOf(status),
    message: { text: `${message}${about}${reason ? ` (${reason})` : ''}` },
    locations: [{ physicalLocation: { artifactLocation: artifact(path), ...regionOf(outcome, original) } }],
    partialFingerprints: { 'gomend/v1': fingerprint },
    ...(status === 'ignored' && { suppressions: [{ kind: 'external', justification: reason }] }),
    ...fixesOf(outcome, original),
    properties: {
      status,
      ...(fix && { safety: fix.safety, proof: fix.proof }),
      ...(fix?.caution && { caution: fix.caution }),
    },
  }
}

function levelOf(status: Outcome['status']): 'error' | 'warning' | 'note' {
  if (status === 'broken' || status === 'stale') return 'error'
  return status === 'refused' || status === 'fixed' ? 'note' : 'warning'
}

function regionOf(outcome: Outcome, original: Original) {
  const region = original.regionOf(outcome)
  if (region) return { region: sarifRegion(region, original.textOf(outcome.finding.at.path)) }
  return { region: { startLine: outcome.position.line } }
}

/** A fix that is whole: left out when one of its files is not at hand. */
function fixesOf(outcome: Outcome, original: Original) {
  const found = original.fixOf(outcome)
  if (!found) return {}
  const edits = editsOf(found)
  const artifactChanges: { artifactLocation: object; replacements: object[] }[] = []
  for (const path of new Set(edits.map(edit => edit.path))) {
    const replacements: object[] = []
    for (const edit of edits.filter(edit => edit.path === path)) {
      const region = original.regionOfEdit(edit)
      if (!region) return {}
      const deletedRegion = sarifRegion(region, original.textOf(path))
      replacements.push({ deletedRegion, ...(edit.newText && { insertedContent: { text: edit.newText } }) })
    }
    artifactChanges.push({ artifactLocation: artifact(path), replacements })
  }
  return { fixes: [{ description: { text: found.fix.title }, artifactChanges }] }
}

/** A byte order mark is part of the bytes but not of the characters of a SARIF artifact. */
function sarifRegion(region: Region, text: string | undefined) {
  const hidden = text?.startsWith(BYTE_ORDER_MARK) ? 1 : 0
  const charOffset = Math.max(region.startIndex - hidden, 0)
  const column = ({ line, column }: Region['start']) => (line === 1 ? Math.max(column - hidden, 1) : column)
  return {
    startLine: region.start.line,
    startColumn: column(region.start),
    endLine: region.end.line,
    endColumn: column(region.end),
    charOffset,
    charLength: Math.max(region.endIndex - hidden, 0) - charOffset,
    byteOffset: region.startByte,
    byteLength: region.endByte - region.startByte,
  }
}

/** A URI relative to the root of the run. */
function artifact(path: string): { uri: string; uriBaseId: string } {
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'ROOT' }
}

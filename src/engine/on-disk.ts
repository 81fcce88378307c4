import { type LineRange, mapLines } from './line-map.ts'
import type { Found, FoundFix, Outcome, Patch } from './types.ts'
import { withLines, withoutLines } from './words.ts'

/** The texts that the rounds have read, and what they came to. */
interface Versions {
  readonly outcomes: readonly Outcome[]
  /** What round 1 left open, in the order of its findings. */
  readonly firstLeft: readonly Outcome[]
  /** From the files as they were to what the last round left. */
  readonly patches: readonly Patch[]
  /** For each round, the changed files as it read them. */
  readonly read: readonly ReadonlyMap<string, string>[]
}

/** Where a line of one version of a file is in another. */
type Lines = (path: string, line: number) => LineRange

/**
 * The outcomes of a run with their places, and the lines in their words, as they are on disk: after the run where it
 * has written the file, else before. A fix that was made is where it was before.
 */
export function outcomesOnDisk(versions: Versions, written: readonly Patch[]): Outcome[] {
  const after = new Map(written.map(patch => [patch.path, patch.after]))
  const before = new Map(versions.patches.map(patch => [patch.path, patch.before]))
  const linesOf = versions.read.map(read => {
    const from = (path: string) => read.get(path) ?? before.get(path)
    return {
      made: linesBetween(from, path => before.get(path)),
      left: linesBetween(from, path => after.get(path) ?? before.get(path)),
    }
  })
  const first = new Map<string, Outcome[]>()
  for (const outcome of versions.firstLeft)
    first.set(keyOf(outcome), [...(first.get(keyOf(outcome)) ?? []), outcome])

  return versions.outcomes.map(outcome => {
    const lines = linesOf[outcome.round - 1]?.[isMade(outcome) ? 'made' : 'left']
    if (!lines) return outcome
    const moved = relocate(outcome, lines)
    if (outcome.round === 1 || (!isMade(outcome) && after.has(outcome.finding.at.path))) return moved
    const known = first.get(keyOf(outcome)) ?? []
    const index = known.findIndex(each => isThere(each, outcome, lines))
    const [same] = index < 0 ? [] : known.splice(index, 1)
    return same ? asBefore(moved, same) : moved
  })
}

/** Reports whether a fix was made, or would be in a dry run: what it was found in is gone. */
export function isMade({ status }: Outcome): boolean {
  return status === 'fixed' || status === 'proposed' || status === 'unverified' || status === 'stale'
}

/** Maps the lines of all files that have a text in two versions. */
export function linesBetween(
  from: (path: string) => string | undefined,
  to: (path: string) => string | undefined,
): Lines {
  const maps = new Map<string, (line: number) => LineRange>()
  return (path, line) => {
    const known = maps.get(path) ?? mapping(from(path), to(path))
    maps.set(path, known)
    return known(line)
  }
}

function mapping(from: string | undefined, to: string | undefined): (line: number) => LineRange {
  if (from === undefined || to === undefined || from === to) return line => ({ first: line, last: line })
  // A line above both texts, so that there is one before a change of the first.
  const map = mapLines(`\n${from}`, `\n${to}`)
  return line => {
    const { first, last } = map(line + 1)
    return { first: first - 1, last: last - 1 }
  }
}

/** The outcome with its line, and those that its words name, in another version. */
export function relocate(outcome: Outcome, lines: Lines): Outcome {
  const { finding, position } = outcome
  const lineIn = (line: number, path = finding.at.path) => nearest(lines(path, line))
  const reword = (words: string) => withLines(words, lineIn)
  const line = lineIn(position.line)
  const placed = { ...outcome, position: { ...position, line }, finding: reworded(finding, reword) }
  const isOurs =
    outcome.status === 'refused' || outcome.status === 'declined' || outcome.status === 'proposed'
  const reason = isOurs && outcome.reason
  return { ...placed, ...(reason && { reason: reword(reason) }) } as Outcome
}

/** A range is a change with the line on either side; what is in it is shown at its first line. */
function nearest({ first, last }: LineRange): number {
  return Math.min(first + 1, last)
}

function reworded(finding: Found, reword: (words: string) => string): Found {
  const message = reword(finding.message)
  if (!finding.fix) return { ...finding, message, refusal: reword(finding.refusal) }
  const { title, proof, caution } = finding.fix
  const words = {
    title: reword(title),
    proof: proof.map(reword),
    ...(caution && { caution: reword(caution) }),
  }
  return { ...finding, message, fix: { ...finding.fix, ...words } } as FoundFix
}

/** What a finding is, wherever it is in its file. */
function keyOf({ finding: { at, transform, message } }: Outcome): string {
  return [at.path, transform, withoutLines(message)].join('\0')
}

function isThere({ position }: Outcome, outcome: Outcome, lines: Lines): boolean {
  const { first, last } = lines(outcome.finding.at.path, outcome.position.line)
  return first <= position.line && position.line <= last
}

/** The outcome at the place where round 1 had it; a refusal for the same reason altogether as it was then. */
function asBefore(outcome: Outcome, first: Outcome): Outcome {
  const { finding } = outcome
  const { refusal } = first.finding
  const isSameRefusal =
    refusal !== undefined &&
    finding.refusal !== undefined &&
    withoutLines(refusal) === withoutLines(finding.refusal)
  return isSameRefusal ? first : { ...outcome, position: first.position }
}

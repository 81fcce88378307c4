import { positionsIn } from '../../src/engine/position.ts'
import type { FoundFix, FoundRefusal, Outcome, RunResult, SourceText } from '../../src/engine/types.ts'
import type { Edit, Fix } from '../../src/transform.ts'

/** Builds a found fix that replaces each `from` (its first occurrence in the source) by `to`. */
export function foundFix(
  source: SourceText,
  replacements: readonly (readonly [from: string, to: string])[],
  options: {
    transform?: string
    message?: string
    caution?: string
    fingerprint?: string
  } = {},
): FoundFix {
  const edits = replacements.map(([from, newText]): Edit => {
    const startIndex = source.text.indexOf(from)
    if (startIndex === -1) throw new Error(`no ${from} in ${source.path}`)
    return { path: source.path, startIndex, endIndex: startIndex + from.length, newText }
  })
  const [first, ...rest] = edits
  if (!first) throw new Error('a fix needs an edit')
  const content = {
    title: `use ${first.newText}`,
    edits: [first, ...rest] as const,
    proof: ['the variable is used in 2 places, all shown'],
  }
  const fix: Fix = options.caution
    ? { ...content, safety: 'review', caution: options.caution }
    : { ...content, safety: 'safe' }
  return {
    transform: options.transform ?? 'slice-header',
    fingerprint: options.fingerprint ?? `${source.path}:${first.startIndex}`,
    at: { path: first.path, startIndex: first.startIndex, endIndex: first.endIndex },
    message: options.message ?? 'reads the length through a reflect header',
    fix,
  }
}

/** Builds a finding without a fix at the first occurrence of `text`. */
export function foundRefusal(
  source: SourceText,
  text: string,
  refusal: string,
  transform = 'map-key',
): FoundRefusal {
  const startIndex = source.text.indexOf(text)
  return {
    transform,
    fingerprint: `${source.path}:${startIndex}`,
    at: { path: source.path, startIndex, endIndex: startIndex + text.length },
    message: 'uses a string made of bytes as a map key',
    refusal,
  }
}

/** The position of a finding, for outcomes of round 1. */
export function placed(
  source: SourceText,
  finding: { at: { startIndex: number } },
): Pick<Outcome, 'position' | 'round'> {
  return { position: positionsIn(source.text)(finding.at.startIndex), round: 1 }
}

/** A result around outcomes; what is not given is empty. */
export function resultOf(outcomes: readonly Outcome[], rest: Partial<RunResult> = {}): RunResult {
  return {
    outcomes,
    patches: [],
    steps: [],
    sources: new Map(),
    problems: [],
    notes: [],
    stats: {
      files: 3,
      candidateFiles: 2,
      leftAlone: { vendored: 0, generated: 0, excluded: 0 },
      rounds: 1,
    },
    ...rest,
  }
}

import { gofmt } from '../go/gofmt.ts'
import type { Patch } from './types.ts'

/** The last answer for each path: a run asks for the same patch up to three times. */
const answers = new Map<string, { readonly after: string; readonly kept: string | undefined }>()

/** The text after an edit, formatted when the text before it was; other files keep their author's layout. */
export function keepFormatted(path: string, before: string, after: string): string {
  if (!path.endsWith('.go')) return after
  const known = answers.get(path)
  if (known?.after === after) return known.kept ?? after
  const kept = formatted(before, after)
  answers.set(path, { after, kept })
  return kept ?? after
}

/** Says of which patches it is not known whether they leave their file gofmt-clean. */
export function unformattedNotes(patches: readonly Patch[]): readonly string[] {
  return patches
    .filter(({ path, after }) => answers.get(path)?.after === after && answers.get(path)?.kept === undefined)
    .map(({ path }) => `${path}: too deeply nested to be formatted here; run gofmt on it`)
}

/** Undefined when that cannot be told. */
function formatted(before: string, after: string): string | undefined {
  const result = gofmt(after)
  if (result.status === 'unknown') return undefined
  if (result.status === 'invalid' || result.text === after) return after
  const old = gofmt(before)
  return old.status === 'formatted' && old.text === before ? result.text : after
}

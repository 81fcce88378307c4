import { type FreshPatch, selectFresh } from './fresh.ts'
import type { Journal } from './journal.ts'
import type { Patch, Problem, StalePatch } from './types.ts'
import { type NewText, writeFiles } from './write-files.ts'

/** What has been written, what has not and why, and what a person should know about a written file. */
export interface Applied {
  readonly written: readonly Patch[]
  readonly stale: readonly StalePatch[]
  readonly notes: readonly Problem[]
}

/**
 * Writes the patches in one step that can be undone. A file that is not byte for byte what was read is stale: it is
 * never overwritten, nor is any file that shares a fix with it. All others are written, or none when the system
 * fails; then a UsageError is thrown.
 */
export async function applyPatches(journal: Journal, patches: readonly Patch[]): Promise<Applied> {
  const { fresh, stale } = await selectFresh(journal, patches)
  if (fresh.length === 0) return { written: [], stale, notes: [] }

  const result = await writeFiles(journal, distinctTexts(fresh))
  // Somebody else wrote in the same instant: look at all files again.
  if (result.changed) return applyPatches(journal, patches)

  const patchAt = new Map(fresh.map(({ patch, path }) => [path, patch]))
  return {
    written: fresh.map(({ patch }) => patch),
    stale,
    notes: result.losses.map(({ path, message }) => ({ path: patchAt.get(path)?.path ?? path, message })),
  }
}

// Two patches may be for one file, by a symbolic link; then they say the same.
function distinctTexts(fresh: readonly FreshPatch[]): readonly NewText[] {
  const texts = fresh.map(({ path, patch }) => ({ path, before: patch.before, after: patch.after }))
  return [...new Map(texts.map(text => [text.path, text])).values()]
}

import type { Transform } from '../transform.ts'
import type { CandidateFile } from './analyse.ts'
import { mentionedIn } from './prefilter.ts'
import type { FoundFix, Patch, SourceText } from './types.ts'

/** The files of a run as the rounds have made them; the disk is not touched. */
export interface Overlay {
  /** Throws when the path is not a file of the run. */
  readonly textOf: (path: string) => string
  /** Reports whether the patch brings a file back to a text it has had: transforms undo each other. */
  readonly returns: (patch: Patch) => boolean
  /** The fixes that the rounds so far made in a file. */
  readonly changesOf: (path: string) => readonly FoundFix[]
  readonly update: (patches: readonly Patch[]) => void
  /** The files at these paths that still mention a needle. */
  readonly candidates: (paths: Iterable<string>) => CandidateFile[]
  /** From the texts on disk to those of the last round, sorted by path. */
  readonly patches: () => Patch[]
  readonly source: (path: string) => SourceText
}

export function makeOverlay(originals: readonly CandidateFile[], transforms: readonly Transform[]): Overlay {
  const files = new Map(
    originals.map(file => [file.path, { original: file, current: file, changes: [] as FoundFix[] }]),
  )
  const seen = new Map<string, Set<string>>()

  return {
    textOf: path => fileOf(path).current.text,
    returns: ({ path, after }) =>
      after === fileOf(path).original.text || (seen.get(path)?.has(after) ?? false),
    changesOf: path => fileOf(path).changes,
    update(patches) {
      for (const { path, before, after, changes } of patches) {
        const file = fileOf(path)
        file.changes.push(...changes)
        file.current = {
          ...file.current,
          text: after,
          transforms: mentionedIn(after, file.current.kind, transforms),
        }
        seen.set(path, (seen.get(path) ?? new Set()).add(before))
      }
    },
    candidates: paths =>
      [...paths]
        .sort()
        .map(path => fileOf(path).current)
        .filter(file => file.transforms.length > 0),
    patches: () =>
      [...files]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .filter(([, { original, current }]) => original.text !== current.text)
        .map(([path, { original, current, changes }]) => ({
          path,
          before: original.text,
          after: current.text,
          changes,
        })),
    source: path => ({ path, text: fileOf(path).original.text }),
  }

  function fileOf(path: string) {
    const file = files.get(path)
    if (!file) throw new Error(`${path} is not a file of this run`)
    return file
  }
}

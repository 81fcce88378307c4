import { languageVersionOf } from '../go/language-version.ts'
import type { Transform } from '../transform.ts'
import type { RunFile } from './analyse.ts'
import { directoryOf } from './go-overlay.ts'
import { mentionedIn } from './prefilter.ts'
import type { FoundFix, Patch, SourceText } from './types.ts'

/** The files of a run as the rounds have made them; the disk is not touched. */
export interface Overlay {
  /** Takes in files as they were read from disk. */
  readonly adopt: (files: readonly RunFile[]) => void
  /** Undefined for a file that was not adopted. */
  readonly fileAt: (path: string) => RunFile | undefined
  /** Throws when no such file was adopted. */
  readonly textOf: (path: string) => string
  /** Reports whether the patch brings a file back to a text it has had: transforms undo each other. */
  readonly returns: (patch: Patch) => boolean
  /** The fixes that the rounds so far made in a file. */
  readonly changesOf: (path: string) => readonly FoundFix[]
  readonly update: (patches: readonly Patch[]) => void
  /**
   * What to look at again when these files have changed: those that still mention a needle, and in directories that
   * are looked at as packages all others that do.
   */
  readonly candidates: (paths: Iterable<string>) => RunFile[]
  /** From the texts on disk to those of the last round, sorted by path. */
  readonly patches: () => Patch[]
  readonly source: (path: string) => SourceText
}

export function makeOverlay(transforms: readonly Transform[]): Overlay {
  const files = new Map<string, { readonly original: RunFile; current: RunFile; changes: FoundFix[] }>()
  const seen = new Map<string, Set<string>>()
  const ofPackages = new Set(transforms.filter(({ find }) => !find).map(({ name }) => name))

  return {
    adopt(adopted) {
      for (const file of adopted)
        if (!files.has(file.path)) files.set(file.path, { original: file, current: file, changes: [] })
    },
    fileAt: path => files.get(path)?.current,
    textOf: path => fileOf(path).current.text,
    returns: ({ path, after }) =>
      after === fileOf(path).original.text || (seen.get(path)?.has(after) ?? false),
    changesOf: path => fileOf(path).changes,
    update(patches) {
      for (const { path, before, after, changes } of patches) {
        const file = fileOf(path)
        const { kind, module } = file.current
        file.changes.push(...changes)
        file.current = {
          ...file.current,
          text: after,
          goVersion: languageVersionOf(after, kind, module),
          transforms: mentionedIn(after, kind, transforms),
        }
        seen.set(path, (seen.get(path) ?? new Set()).add(before))
      }
    },
    candidates(paths) {
      const changed = new Set(paths)
      const directories = new Set([...changed].map(directoryOf))
      const packages = new Set(
        [...files.values()]
          .filter(({ current }) => current.transforms.some(name => ofPackages.has(name)))
          .map(({ current }) => directoryOf(current.path))
          .filter(directory => directories.has(directory)),
      )
      return [...files]
        .filter(([path]) => changed.has(path) || packages.has(directoryOf(path)))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { current }]) => current)
        .filter(file => file.transforms.length > 0)
    },
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

import { devcontainerPlaces } from './devcontainer.ts'
import { dockerfilePlaces } from './dockerfile.ts'
import type { NewVersion, VersionPlace } from './place.ts'
import { goVersionFilePlaces, misePlaces, toolVersionsPlaces } from './version-files.ts'
import { workflowPlaces } from './workflow.ts'

export type { NewVersion, VersionPlace } from './place.ts'

type Reader = (text: string, version: NewVersion) => VersionPlace[]

/** Files outside go.mod and go.work that may name a Go version; paths are relative to the root of the repository. */
const READERS: readonly (readonly [path: RegExp, reader: Reader])[] = [
  [/(^|\/)(Dockerfile|Containerfile)(\.[^/]+)?$|\.dockerfile$/i, dockerfilePlaces],
  [/(^|\/)\.github\/(workflows|actions)\/.+\.ya?ml$/, workflowPlaces],
  [/(^|\/)\.gitlab-ci\.ya?ml$/, workflowPlaces],
  [/(^|\/)\.go-version$/, goVersionFilePlaces],
  [/(^|\/)\.tool-versions$/, toolVersionsPlaces],
  [/(^|\/)\.?mise(\.[^/]+)?\.toml$|(^|\/)\.?mise\/config\.toml$/, misePlaces],
  [/(^|\/)\.?devcontainer\.json$|(^|\/)\.devcontainer\/.*devcontainer\.json$/, devcontainerPlaces],
]

/** Reports whether files of this path may name a version outside go.mod and go.work. */
export function mayNameVersion(path: string): boolean {
  return READERS.some(([pattern]) => pattern.test(path))
}

/** Finds where a file names an older Go version than the new one, in order; what is not recognised is left alone. */
export function versionPlaces(path: string, text: string, version: NewVersion): VersionPlace[] {
  const reader = READERS.find(([pattern]) => pattern.test(path))?.[1]
  return (reader?.(text, version) ?? []).sort((a, b) => a.startIndex - b.startIndex)
}

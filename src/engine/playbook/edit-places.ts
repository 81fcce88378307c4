import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lineNumber } from '../../go/source-lines.ts'
import {
  mayNameVersion,
  type NewVersion,
  type VersionPlace,
  versionPlaces,
} from '../../go/version-places/index.ts'
import type { EditStep } from '../../playbook.ts'
import { applyPatches } from '../apply.ts'
import { gitFiles } from '../git-files.ts'
import type { Journal } from '../journal.ts'
import type { Patch } from '../types.ts'
import type { ListedSite, Performed } from './outcome.ts'

export interface PlacesScope {
  /** Absolute path. */
  readonly root: string
  /** Whether the step is about this path, relative to the root. */
  readonly includes: (path: string) => boolean
  /** The release of the installed toolchain, such as `1.26.3`. */
  readonly release: string
}

/** Writes a version into the files outside go.mod that name one, and lists the lines where a person has to decide. */
export async function editPlaces(step: EditStep, journal: Journal, scope: PlacesScope): Promise<Performed> {
  const version: NewVersion = { language: step.version, release: releaseOf(step, scope.release) }
  const patches: Patch[] = []
  const sites: ListedSite[] = []
  const { files = [] } = await gitFiles(scope.root, ['.'])
  for (const path of files.filter(mayNameVersion)) {
    if (!scope.includes(path)) continue
    const before = readText(join(scope.root, path))
    if (before === undefined) continue
    const places = versionPlaces(path, before, version)
    sites.push(...places.flatMap(place => siteOf(path, before, place) ?? []))
    const after = withVersions(before, places)
    if (after !== before) patches.push({ path, before, after, changes: [] })
  }
  const { stale } = await applyPatches(journal, patches)
  const [first] = stale
  if (first) return { status: 'failed', output: `${first.patch.path}: ${first.reason}` }
  return { status: 'done', sites }
}

/** The installed release counts only where the step is about its language version. */
function releaseOf({ version }: EditStep, release: string): string | undefined {
  return release.startsWith(`${version}.`) ? release : undefined
}

function siteOf(path: string, text: string, { startIndex, newText, reason }: VersionPlace) {
  if (newText !== undefined) return undefined
  const line = lineNumber(text, startIndex)
  return { path, line, message: `${text.split('\n')[line - 1]?.trim()}: ${reason}` }
}

function withVersions(text: string, places: readonly VersionPlace[]): string {
  return places.reduceRight(
    (result, { startIndex, endIndex, newText }) =>
      newText === undefined ? result : result.slice(0, startIndex) + newText + result.slice(endIndex),
    text,
  )
}

/** Undefined for a file that is gone, no regular file, or not UTF-8. */
function readText(path: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path))
  } catch {
    return undefined
  }
}

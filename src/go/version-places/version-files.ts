import { byHand, isOlder, type NewVersion, newVersionText, type VersionPlace } from './place.ts'

/** `.go-version`: the version is the file. */
export function goVersionFilePlaces(text: string, version: NewVersion): VersionPlace[] {
  return exact(text, /^(\s*)(1\.\d+(?:\.\d+)?)\s*$/g, version)
}

/** `.tool-versions` of asdf. */
export function toolVersionsPlaces(text: string, version: NewVersion): VersionPlace[] {
  return exact(text, /^([ \t]*(?:golang|go)[ \t]+)(1\.\d+(?:\.\d+)?)[ \t]*(?:#.*)?\r?$/gm, version)
}

/** The `[tools]` table of mise. */
export function misePlaces(text: string, version: NewVersion): VersionPlace[] {
  const table = /^\[tools\][ \t]*(?:#.*)?\r?\n((?:(?!\[).*(?:\n|$))*)/m.exec(text)
  if (!table) return []
  const offset = table.index + table[0].length - (table[1] ?? '').length
  const line = /^([ \t]*(?:go|golang|"core:go")[ \t]*=[ \t]*["'])(1\.\d+(?:\.\d+)?)["'][ \t]*(?:#.*)?\r?$/gm
  return exact(table[1] ?? '', line, version).map(place => ({
    ...place,
    startIndex: place.startIndex + offset,
    endIndex: place.endIndex + offset,
  }))
}

/** Version managers install one release, and need its full number where the old one was full. */
function exact(text: string, pattern: RegExp, version: NewVersion): VersionPlace[] {
  return [...text.matchAll(pattern)].flatMap(({ 1: before = '', 2: old = '', index }) => {
    if (!isOlder(old, version)) return []
    const startIndex = index + before.length
    const endIndex = startIndex + old.length
    if (old.split('.').length === 3 && !version.release)
      return [byHand(startIndex, endIndex, 'it names a release in full')]
    return [{ startIndex, endIndex, newText: newVersionText(old, version) }]
  })
}

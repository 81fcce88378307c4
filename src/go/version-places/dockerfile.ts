import { imagePlace, imageVariable } from './image.ts'
import { isOlder, type NewVersion, newVersionText, type VersionPlace } from './place.ts'

/** `FROM [--platform=…] golang:1.19 AS build` and `COPY --from=golang:1.19 …`. */
const REFERENCE = /^[ \t]*(?:FROM[ \t]+(?:--\S+[ \t]+)*|COPY[ \t]+(?:--\S+[ \t]+)*?--from=)(\S+)/gim

/** The official images that a Dockerfile takes, and the ARG lines that say which. */
export function dockerfilePlaces(text: string, version: NewVersion): VersionPlace[] {
  const references = [...text.matchAll(REFERENCE)].map(({ 0: line, 1: reference = '', index }) => ({
    reference,
    offset: index + line.length - reference.length,
  }))
  const images = references.flatMap(({ reference, offset }) => imagePlace(reference, offset, version) ?? [])
  const variables = new Set(references.map(({ reference }) => imageVariable(reference)))
  const defaults = [...text.matchAll(/^[ \t]*ARG[ \t]+(\w+)=("?)(1\.\d+(?:\.\d+)?)\2[ \t]*\r?$/gim)]
  for (const { 0: line, 1: name, 3: old = '', index } of defaults) {
    if (!variables.has(name) || !isOlder(old, version)) continue
    const startIndex = index + line.lastIndexOf(old)
    images.push({ startIndex, endIndex: startIndex + old.length, newText: newVersionText(old, version) })
  }
  return images
}

import { byHand, isOlder, type NewVersion, newVersionText, type VersionPlace } from './place.ts'

/** Variants that the official image has for every release; `''` is the plain one. */
const VARIANTS = ['', '-alpine', '-bookworm', '-trixie']

/** The version in a reference to the official image, `golang:1.19-alpine`; `offset` is where the reference starts. */
export function imagePlace(reference: string, offset: number, version: NewVersion): VersionPlace | undefined {
  const match = /^((?:[\w.-]+\/)*golang:)(1\.\d+(?:\.\d+)?)([-\w.]*)(@sha256:\w+)?$/.exec(reference)
  if (!match) return undefined
  const [, before = '', old = '', variant = '', digest] = match
  if (!isOlder(old, version)) return undefined
  const startIndex = offset + before.length
  const endIndex = startIndex + old.length
  if (digest) return byHand(startIndex, endIndex, 'the image is pinned by a digest')
  if (!VARIANTS.includes(variant))
    return byHand(
      startIndex,
      endIndex,
      `whether there is an image golang:${version.language}${variant} is not known here`,
    )
  return { startIndex, endIndex, newText: newVersionText(old, version) }
}

/** The variable in `golang:${GO_VERSION}-alpine`, when only its value says which image that is. */
export function imageVariable(reference: string): string | undefined {
  const match = /^(?:[\w.-]+\/)*golang:\$(?:\{(\w+)\}|(\w+))([-\w.]*)$/.exec(reference)
  return match && VARIANTS.includes(match[3] ?? '') ? (match[1] ?? match[2]) : undefined
}

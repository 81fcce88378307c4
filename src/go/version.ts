/** A Go language version as a `go` line means it: `1.17`. Patch and release-candidate suffixes are dropped. */
export type GoVersion = `1.${number}`

/** The language version of a module without a `go` line (https://go.dev/ref/mod#go-mod-file-go). */
export const DEFAULT_GO_VERSION: GoVersion = '1.16'

/** Reads `1.17`, `1.21.3` or `1.22rc1`; undefined when the text is no Go 1 version. */
export function parseGoVersion(text: string): GoVersion | undefined {
  const match = /^1\.(0|[1-9]\d{0,3})(?:\.\d+|(?:beta|rc)\d+)?$/.exec(text)
  return match ? `1.${Number(match[1])}` : undefined
}

/** Reports whether language version `have` includes everything of `wanted`. */
export function includesVersion(have: GoVersion, wanted: GoVersion): boolean {
  return minor(have) >= minor(wanted)
}

function minor(version: GoVersion): number {
  return Number(version.slice(2))
}

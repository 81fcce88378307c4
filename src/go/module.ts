import { type GoVersion, parseGoVersion } from './version.ts'

/** What gomend reads of a go.mod (https://go.dev/ref/mod#go-mod-file). */
export interface GoMod {
  /** The module path; `''` without a `module` line. */
  readonly path: string
  /** Language version of the `go` line; undefined without one, or when it names no version of Go 1. */
  readonly goVersion: GoVersion | undefined
}

/** Reads a go.mod; what is malformed counts as missing, since the go command will say so. */
export function parseGoMod(text: string): GoMod {
  const lines = text.split('\n').map(line => line.replace(/\/\/.*/, '').trim())
  const argument = (keyword: string) =>
    lines.map(line => line.split(/\s+/)).find(([first]) => first === keyword)?.[1]
  return { path: unquoted(argument('module') ?? ''), goVersion: parseGoVersion(argument('go') ?? '') }
}

function unquoted(word: string): string {
  return /^(["`]).*\1$/.test(word) ? word.slice(1, -1) : word
}

import { moduleDirectives } from './module-lines.ts'
import { type GoVersion, parseGoVersion } from './version.ts'

/** What gomend reads of a go.mod (https://go.dev/ref/mod#go-mod-file). */
export interface GoMod {
  /** The module path; `''` without a `module` line. */
  readonly path: string
  /** Language version of the `go` line; undefined without one, or when it names no version of Go 1. */
  readonly goVersion: GoVersion | undefined
  readonly requirements: readonly ModuleVersion[]
  readonly exclusions: readonly ModuleVersion[]
  readonly replacements: readonly Replacement[]
}

/** What gomend reads of a go.work (https://go.dev/ref/mod#go-work-file). */
export interface GoWork {
  readonly goVersion: GoVersion | undefined
  /** Directories of the modules, relative to that of go.work, or absolute. */
  readonly uses: readonly string[]
  readonly replacements: readonly Replacement[]
}

export interface ModuleVersion {
  readonly path: string
  readonly version: string
}

export interface Replacement {
  readonly path: string
  /** Undefined: every version is replaced. */
  readonly version: string | undefined
  /** A directory, relative to that of the file or absolute, or another module. */
  readonly by: { readonly directory: string } | ModuleVersion
}

/** Reads a go.mod; what is malformed counts as missing, since the go command will say so. */
export function parseGoMod(text: string): GoMod {
  const directives = moduleDirectives(text)
  return {
    path: argument(directives, 'module') ?? '',
    goVersion: parseGoVersion(argument(directives, 'go') ?? ''),
    requirements: moduleVersions(directives, 'require'),
    exclusions: moduleVersions(directives, 'exclude'),
    replacements: replacementsOf(directives),
  }
}

/** Reads a go.work, with the same leniency. */
export function parseGoWork(text: string): GoWork {
  const directives = moduleDirectives(text)
  return {
    goVersion: parseGoVersion(argument(directives, 'go') ?? ''),
    uses: directives.flatMap(([verb, path]) => (verb === 'use' && path !== undefined ? [path] : [])),
    replacements: replacementsOf(directives),
  }
}

type Directives = readonly (readonly string[])[]

function argument(directives: Directives, wanted: string): string | undefined {
  return directives.find(([verb]) => verb === wanted)?.[1]
}

function moduleVersions(directives: Directives, wanted: string): ModuleVersion[] {
  return directives.flatMap(([verb, path, version]) =>
    verb === wanted && path !== undefined && version !== undefined ? [{ path, version }] : [],
  )
}

function replacementsOf(directives: Directives): Replacement[] {
  return directives.flatMap(([verb, path, ...rest]) => {
    const arrow = rest.indexOf('=>')
    const [target, version] = rest.slice(arrow + 1)
    if (verb !== 'replace' || path === undefined || arrow < 0 || arrow > 1 || target === undefined) return []
    const by = version === undefined ? { directory: target } : { path: target, version }
    return [{ path, version: arrow === 1 ? rest[0] : undefined, by }]
  })
}

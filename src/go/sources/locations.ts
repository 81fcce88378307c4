import { existsSync, realpathSync } from 'node:fs'
import { delimiter, dirname, isAbsolute, join } from 'node:path'
import { readText } from './files.ts'

/** Variables of a process, as the edges of the program read them. */
export type Environment = Readonly<Record<string, string | undefined>>

export interface GoLocations {
  /** Undefined when the sources of the standard library are not where they are looked for. */
  readonly goroot: string | undefined
  readonly modcache: string | undefined
}

/**
 * Where the go command has the standard library and the modules it downloaded, told without running it: from the
 * variables, from the file of `go env -w`, and from where the `go` on PATH is
 * (https://pkg.go.dev/cmd/go#hdr-Environment_variables).
 */
export function findGo(environment: Environment): GoLocations {
  const saved = savedVariables(environment)
  const variable = (name: string) => environment[name] || saved.get(name) || undefined
  const gopath = variable('GOPATH')?.split(delimiter)[0] ?? below(homeOf(environment), 'go')
  const modcache = variable('GOMODCACHE') ?? below(gopath, 'pkg/mod')
  return {
    goroot: [variable('GOROOT'), gorootOnPath(environment)].find(hasSources),
    modcache: modcache !== undefined && isAbsolute(modcache) ? modcache : undefined,
  }
}

function below(directory: string | undefined, path: string): string | undefined {
  return directory === undefined ? undefined : join(directory, path)
}

function homeOf({ HOME, USERPROFILE }: Environment): string | undefined {
  return HOME || USERPROFILE || undefined
}

function hasSources(goroot: string | undefined): boolean {
  return goroot !== undefined && isAbsolute(goroot) && existsSync(join(goroot, 'src/runtime'))
}

/** The go command is in bin of its GOROOT; what distributions have on PATH is a link to it. */
function gorootOnPath({ PATH, Path }: Environment): string | undefined {
  for (const directory of (PATH ?? Path ?? '').split(delimiter).filter(isAbsolute))
    for (const name of ['go', 'go.exe']) {
      const program = join(directory, name)
      if (existsSync(program)) return dirname(dirname(realpathSync(program)))
    }
  return undefined
}

function savedVariables(environment: Environment): ReadonlyMap<string, string> {
  const { GOENV } = environment
  const path = GOENV || savedFile(environment)
  const variables = new Map<string, string>()
  const text = path === undefined || path === 'off' ? undefined : readText(path)
  for (const line of text?.split(/\r?\n/u) ?? []) {
    const equals = line.indexOf('=')
    if (equals > 0) variables.set(line.slice(0, equals), line.slice(equals + 1))
  }
  return variables
}

/** go/env below os.UserConfigDir. */
function savedFile(environment: Environment): string | undefined {
  if (environment.AppData || environment.APPDATA)
    return below(environment.AppData || environment.APPDATA, 'go/env')
  const home = homeOf(environment)
  const onMac = below(home, 'Library/Application Support/go/env')
  if (onMac !== undefined && existsSync(onMac)) return onMac
  return below(environment.XDG_CONFIG_HOME || below(home, '.config'), 'go/env')
}

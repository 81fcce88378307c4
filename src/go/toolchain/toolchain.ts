import { type CommandResult, runCommand } from '../../command.ts'
import { type GoVersion, parseGoVersion } from '../version.ts'

/** The go command of this machine and what it builds for when nobody says otherwise. */
export interface Toolchain {
  /** `go1.26.8`, or what a development build calls itself. */
  readonly version: string
  /** The language version of the toolchain; it sets the tags `go1.1` up to its own. */
  readonly release: GoVersion
  readonly goos: string
  readonly goarch: string
  /** The `GOOS/GOARCH` whose programs run on this machine. */
  readonly host: string
  /** Whether the toolchain compiles cgo files for `goos` and `goarch`. */
  readonly cgo: boolean
  /** `GOOS/GOARCH` pairs it can build for. */
  readonly ports: readonly string[]
  readonly goroot: string
  /** What the user set for every go command, as far as it cannot write into the tree. */
  readonly flags: readonly string[]
  /** The tags among them. */
  readonly tags: readonly string[]
}

/** The oldest release whose `go list` takes `-json=fields` beside `-overlay`. */
const OLDEST: GoVersion = '1.19'

/**
 * What keeps every go command of ours from the network and from writing into the tree: private modules
 * would be fetched past GOPROXY, and reading the version control state would refresh git's index.
 */
const OFFLINE = {
  GOPROXY: 'off',
  GONOPROXY: 'none',
  GOSUMDB: 'off',
  GOVCS: '*:off',
  GOTOOLCHAIN: 'local',
  GIT_OPTIONAL_LOCKS: '0',
}

/** Looks for Go on PATH; otherwise says in a sentence why nothing can be compiled. */
export async function findToolchain(directory: string): Promise<Toolchain | { readonly missing: string }> {
  const variables = 'GOVERSION GOOS GOARCH GOHOSTOS GOHOSTARCH CGO_ENABLED GOROOT GOFLAGS'.split(' ')
  const result = await runGo(['env', '-json', ...variables], { directory })
  if (result.failure === 'missing') return { missing: 'no go command is on PATH' }
  if (result.exitCode !== 0) return { missing: `\`go env\` failed: ${wordsOf(result)}` }

  const environment = JSON.parse(result.stdout) as Record<string, string>
  const version = environment.GOVERSION ?? ''
  const release = parseRelease(version)
  if (!release) return { missing: `the go command calls itself "${version}", which names no release of Go` }
  if (Number(release.slice(2)) < Number(OLDEST.slice(2)))
    return { missing: `the installed Go is ${version}; verifying needs ${OLDEST} or newer` }

  const flags = splitFlags(environment.GOFLAGS ?? '')
  const ports = await runGo(['tool', 'dist', 'list'], { directory })
  return {
    version,
    release,
    goos: environment.GOOS ?? '',
    goarch: environment.GOARCH ?? '',
    host: `${environment.GOHOSTOS}/${environment.GOHOSTARCH}`,
    cgo: environment.CGO_ENABLED === '1',
    ports: ports.stdout.split('\n').filter(port => port !== ''),
    goroot: environment.GOROOT ?? '',
    flags: flags.map(flag => (/^--?mod=mod$/.test(flag) ? '-mod=readonly' : flag)),
    tags: flags
      .flatMap(flag => /^--?tags=(.*)$/.exec(flag)?.[1]?.split(/[ ,]+/) ?? [])
      .filter(tag => tag !== ''),
  }
}

/** `go1.26.8 X:nocoverageredesign` and `devel go1.27-abc` both start a release. */
function parseRelease(version: string): GoVersion | undefined {
  const match = /\bgo(1\.\d+)/.exec(version)
  return match?.[1] === undefined ? undefined : parseGoVersion(match[1])
}

/** Fields that spaces separate; one in quotes may contain spaces (https://pkg.go.dev/cmd/go#hdr-Environment_variables). */
function splitFlags(text: string): string[] {
  return [...text.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(match => match[1] ?? match[2] ?? match[3] ?? '')
}

/** The flags as a value of GOFLAGS. */
export function joinFlags(flags: readonly string[]): string {
  return flags
    .map(flag => (/\s/.test(flag) ? (flag.includes("'") ? `"${flag}"` : `'${flag}'`) : flag))
    .join(' ')
}

export interface GoCommand {
  readonly directory: string
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly timeout?: number
}

/** Runs the go command offline, in a way that leaves the tree as it is. */
export function runGo(
  args: readonly string[],
  { directory, env, timeout }: GoCommand,
): Promise<CommandResult> {
  return runCommand('go', args, {
    cwd: directory,
    // Go prefers $PWD to the directory it was started in, and overlays are matched by that name.
    env: { ...env, ...OFFLINE, PWD: directory },
    ...(timeout === undefined ? {} : { timeout }),
  })
}

/** What a failed command said, or how it ended, for people. */
export function wordsOf({ stderr, stdout, failure }: CommandResult): string {
  if (failure === 'timeout') return 'it took too long and was stopped'
  if (failure === 'signal') return 'it was killed'
  return stderr.trim() || stdout.trim() || 'it said nothing'
}

import { type GoVersion, includesVersion } from '../version.ts'
import { type Expression, evaluate } from './expression.ts'

// internal/syslist of Go 1.26: names that ever were or may become a GOOS or GOARCH. Go never takes one off
// the list, since file names depend on it.
const KNOWN_OS = new Set(
  'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos'.split(
    ' ',
  ),
)
const KNOWN_ARCHITECTURES = new Set(
  '386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm'.split(
    ' ',
  ),
)
const UNIX = new Set(
  'aix android darwin dragonfly freebsd hurd illumos ios linux netbsd openbsd solaris'.split(' '),
)
const IMPLIED = new Map([
  ['android', 'linux'],
  ['illumos', 'solaris'],
  ['ios', 'darwin'],
])

/** What a build is for: everything that decides whether a build tag holds. */
export interface Platform {
  readonly goos: string
  readonly goarch: string
  /** The toolchain's release: it sets the tags `go1.1` up to its own. */
  readonly release: GoVersion
  /** Whether cgo is on. */
  readonly cgo: boolean
  /** Tags of `-tags` and of the toolchain, `goexperiment.x` for example. */
  readonly tags: ReadonlySet<string>
}

/** Whether `name` stands for an operating system in file names. */
export function isKnownOs(name: string): boolean {
  return KNOWN_OS.has(name)
}

/** All operating systems that a build can be for. */
export const operatingSystems: readonly string[] = [...KNOWN_OS]

/** Whether `name` stands for an architecture in file names. */
export function isKnownArchitecture(name: string): boolean {
  return KNOWN_ARCHITECTURES.has(name)
}

/** The platforms among `platforms` for which a file under this constraint is built; all of them without one. */
export function platformsFor(
  constraint: Expression | undefined,
  platforms: readonly Platform[],
): readonly Platform[] {
  if (!constraint) return platforms
  return platforms.filter(platform => evaluate(constraint, tag => hasTag(platform, tag)))
}

/** Whether a build tag holds when the gc toolchain builds for the platform (matchTag in go/build). */
export function hasTag(platform: Platform, tag: string): boolean {
  if (tag === platform.goos || tag === platform.goarch || tag === 'gc') return true
  if (tag === 'cgo' && platform.cgo) return true
  if (tag === 'unix' && UNIX.has(platform.goos)) return true
  if (tag === IMPLIED.get(platform.goos)) return true
  if (isReleaseTag(tag) && includesVersion(platform.release, tag.slice(2) as GoVersion)) return true
  // boringcrypto is the old name of an experiment.
  return platform.tags.has(tag === 'boringcrypto' ? 'goexperiment.boringcrypto' : tag)
}

function isReleaseTag(tag: string): boolean {
  return /^go1\.[1-9]\d*$/.test(tag)
}

import type { Toolchain } from './toolchain.ts'

/** One way to build: what the go command is told beside the packages. */
export interface Build {
  readonly goos: string
  readonly goarch: string
  readonly cgo: boolean
  readonly race: boolean
  /** Sorted. */
  readonly tags: readonly string[]
}

/** The build that a plain `go build` on this machine makes. */
export function defaultBuild(toolchain: Toolchain): Build {
  const { goos, goarch, cgo, tags } = toolchain
  return { goos, goarch, cgo, race: false, tags: tags.toSorted() }
}

/** The flags and variables that make the go command build so. */
export function buildArguments(
  toolchain: Toolchain,
  build: Build,
): { readonly flags: readonly string[]; readonly env: Readonly<Record<string, string>> } {
  const sameTags = build.tags.join() === toolchain.tags.toSorted().join()
  return {
    flags: [...(build.race ? ['-race'] : []), ...(sameTags ? [] : [`-tags=${build.tags.join()}`])],
    env: { GOOS: build.goos, GOARCH: build.goarch, CGO_ENABLED: build.cgo ? '1' : '0' },
  }
}

/** Names a build for people: `linux/amd64`, `linux/amd64 -tags=integration`, `linux/amd64 CGO_ENABLED=0`. */
export function describeBuild(toolchain: Toolchain, build: Build): string {
  const port = `${build.goos}/${build.goarch}`
  const isHost = build.goos === toolchain.goos && build.goarch === toolchain.goarch
  const cgo = isHost && toolchain.cgo && !build.cgo ? ['CGO_ENABLED=0'] : []
  return [port, ...buildArguments(toolchain, build).flags, ...cgo].join(' ')
}

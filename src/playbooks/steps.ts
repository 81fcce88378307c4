import type { CommandStep, GoFixStep, GoVersion, TransformStep } from '../playbook.ts'

/** Sets the `go` line, and has go.mod and go.sum say what that asks for. */
export function goLine(version: GoVersion): CommandStep {
  return {
    kind: 'command',
    title: `set the go line to ${version} and tidy`,
    why: 'it turns on the language version, and from 1.21 on the GODEBUG defaults, of the release',
    source: 'https://go.dev/ref/mod#go-mod-file-go',
    commands: [
      ['go', 'mod', 'edit', `-go=${version}`],
      ['go', 'mod', 'tidy'],
    ],
  }
}

/** Runs analyzers of `go fix` that need this language version. */
export function goFix(version: GoVersion, analyzers: GoFixStep['analyzers']): GoFixStep {
  return {
    kind: 'go-fix',
    title: `go fix: ${analyzers.join(', ')}`,
    why: `these rewrites of the go command need Go ${version}`,
    source: 'https://go.dev/doc/go1.26#go-command',
    analyzers,
  }
}

/** Applies the build-tags transform, which follows the `go` line. */
export function buildTags(why: string): TransformStep {
  return {
    kind: 'transform',
    title: 'rewrite // +build lines',
    why,
    source: 'https://go.dev/doc/go1.17#build-lines',
    transforms: ['build-tags'],
  }
}

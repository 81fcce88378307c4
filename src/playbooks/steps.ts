import type { Command, CommandStep, GoFixStep, GoVersion, TransformStep } from '../playbook.ts'

/**
 * Sets the `go` line, and has go.mod and go.sum say what that asks for; `why` is what else it brings about.
 * `fixes` are commands that the new version needs for the tests to run.
 */
export function goLine(
  version: GoVersion,
  why = 'it turns on the language version of the release and, from 1.21 on, its GODEBUG defaults',
  fixes: readonly Command[] = [],
): CommandStep {
  return {
    kind: 'command',
    title: `set the go line to ${version} and tidy`,
    why,
    source: 'https://go.dev/ref/mod#go-mod-file-go',
    commands: [['go', 'mod', 'edit', `-go=${version}`], ['go', 'mod', 'tidy'], ...fixes],
  }
}

/** Makes formats that are no constants arguments of "%s"; go test does not run with them from 1.24 on. */
export const vetPrintf: Command = ['go', 'vet', '-fix', '-printf', './...']

/** Runs analyzers of `go fix` that need this language version; for the files of this machine's platform. */
export function goFix(version: GoVersion, analyzers: GoFixStep['analyzers']): GoFixStep {
  return {
    kind: 'go-fix',
    title: `go fix: ${analyzers.join(', ')}`,
    why: `these rewrites of the go command need Go ${version}; they reach the files that build on this machine`,
    source: 'https://go.dev/doc/go1.26#go-command',
    analyzers,
  }
}

/** Applies one transform of gomend, its safe fixes only; what is left is listed. */
export function rewrite(transform: string, why: string, source: string): TransformStep {
  return {
    kind: 'transform',
    title: `apply ${transform}`,
    why,
    source,
    transforms: [transform],
  }
}

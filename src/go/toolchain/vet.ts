import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BuildRequest, runGoFor } from './go-command.ts'
import { runGo, type Toolchain } from './toolchain.ts'

/** One diagnostic of `go vet`. */
export interface Diagnostic {
  /** As the go command wrote it: absolute, or relative to the directory of the context. */
  readonly path: string
  readonly line: number
  readonly message: string
}

/**
 * Vets the targets; what does not compile is left out. The paths are those of the replacements where the overlay has
 * one. Throws nothing: a command that failed as a whole gives no diagnostics.
 */
export async function vet(toolchain: Toolchain, request: BuildRequest): Promise<readonly Diagnostic[]> {
  const { stdout, stderr } = await runGoFor(toolchain, ['vet', '-json'], request)
  // JSON with `# package` lines between; which stream it is on depends on the release.
  return objectsIn(`${stdout}\n${stderr}`).flatMap(diagnosticsOf)
}

type Report = Record<string, Record<string, readonly { posn: string; message: string }[] | { error: string }>>

function objectsIn(output: string): Report[] {
  const blocks = output.match(/^\{\n(?:.*\n)*?\}$/gm) ?? []
  return blocks.map(block => JSON.parse(block) as Report)
}

function diagnosticsOf(report: Report): Diagnostic[] {
  const results = Object.values(report).flatMap(byAnalyser => Object.entries(byAnalyser))
  return results.flatMap(([analyser, result]) => {
    if (!Array.isArray(result)) return []
    return result.flatMap(({ posn, message }: { posn: string; message: string }) => {
      const [, path, line] = /^(.*?):(\d+)(?::\d+)?$/.exec(posn) ?? []
      return path === undefined ? [] : [{ path, line: Number(line), message: `${message} (${analyser})` }]
    })
  })
}

/**
 * Reports whether the installed vet reads files through overlays, which that of Go 1.19 does not: asks it about
 * a package that is only wrong in its overlay. `scratch` is a directory of our own.
 */
export async function vetSeesOverlays(scratch: string): Promise<boolean> {
  const directory = join(scratch, 'probe')
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, 'go.mod'), 'module probe\n\ngo 1.16\n')
  writeFileSync(join(directory, 'probe.go'), 'package probe\n')
  const wrong = join(scratch, 'wrong.go')
  writeFileSync(wrong, 'package probe\n\nfunc f(x int) { x = x }\n')
  const overlay = join(scratch, 'probe.json')
  writeFileSync(overlay, JSON.stringify({ Replace: { [join(directory, 'probe.go')]: wrong } }))
  const { stdout, stderr } = await runGo(['vet', `-overlay=${overlay}`, '.'], {
    directory,
    env: { GO111MODULE: 'on', GOFLAGS: '', GOWORK: 'off' },
  })
  return `${stdout}${stderr}`.includes('self-assignment')
}

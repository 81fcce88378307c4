import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from '../../command.ts'
import { type GoVersion, includesVersion, parseGoVersion } from '../../go/version.ts'
import type { Command } from '../../playbook.ts'
import type { ListedSite, Performed } from './outcome.ts'

export interface CommandPlace {
  /** Absolute path. */
  readonly directory: string
  /** Its go.mod, relative to the root of the chain. */
  readonly goMod: string
  /** The release of the installed Go. */
  readonly installed: GoVersion
  readonly env: Readonly<Record<string, string>>
  /** Milliseconds for one command. */
  readonly timeout: number
}

/** The oldest Go whose `go vet` has `-fix` (https://go.dev/doc/go1.26#go-command). */
const FIXING_VET: GoVersion = '1.26'

/**
 * The commands as they are run in a directory: `go mod vendor` follows `go mod tidy` where dependencies are vendored;
 * a `toolchain` line that is older than the new `go` line goes, since it would have no effect; what the installed
 * Go does not have is left out.
 */
export function commandsIn(
  { directory, installed }: Pick<CommandPlace, 'directory' | 'installed'>,
  commands: readonly Command[],
): readonly Command[] {
  const isVendored = existsSync(join(directory, 'vendor/modules.txt'))
  return commands.flatMap((command): readonly Command[] => {
    const [program, kind, verb, flag] = command
    if (command.join(' ').startsWith('go vet -fix'))
      return includesVersion(installed, FIXING_VET) ? [command] : []
    if (program !== 'go' || (kind !== 'mod' && kind !== 'work')) return [command]
    if (verb === 'tidy') return isVendored ? [command, ['go', 'mod', 'vendor']] : [command]
    const version = /^-go=(.*)/.exec(flag ?? '')?.[1]
    if (verb !== 'edit' || !version || !hasOlderToolchain(join(directory, `go.${kind}`), version))
      return [command]
    return [[...command, '-toolchain=none']]
  })
}

function hasOlderToolchain(path: string, version: string): boolean {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const line = parseGoVersion(/^toolchain go(\S+)/m.exec(text)?.[1] ?? '')
  const wanted = parseGoVersion(version)
  return line !== undefined && wanted !== undefined && !includesVersion(line, wanted)
}

/** Runs commands one after the other, up to the first that fails. */
export async function runCommands(commands: readonly Command[], place: CommandPlace): Promise<Performed> {
  const { directory, env, timeout } = place
  const sites: ListedSite[] = []
  for (const command of commandsIn(place, commands)) {
    const [program, ...args] = command
    const result = await runCommand(program, args, { cwd: directory, env, timeout })
    if (result.exitCode === 0) continue
    const words =
      (result.stderr + result.stdout).trim() || `it ended with ${result.exitCode ?? result.failure}`
    if (mayFail(command, env.GOWORK))
      sites.push({
        path: place.goMod,
        line: 1,
        message: `\`${command.join(' ')}\` failed: ${onOneLine(words)}`,
      })
    else return { status: 'failed', output: `$ ${command.join(' ')}\n${words}` }
  }
  return { status: 'done', sites }
}

/**
 * Commands whose failure leaves the decision to the tests: `go mod tidy` does not look at go.work, which may have what
 * it cannot find, and fixers fail for a package that did not compile before either.
 */
function mayFail(command: Command, workspace: string | undefined): boolean {
  const line = command.join(' ')
  if (line === 'go mod tidy') return workspace !== 'off'
  return line.startsWith('go fix ') || line.startsWith('go vet -fix ')
}

function onOneLine(words: string): string {
  return words
    .split('\n')
    .map(line => line.trim())
    .join('; ')
}

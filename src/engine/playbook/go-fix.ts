import { runCommand } from '../../command.ts'
import type { GoFixStep } from '../../playbook.ts'
import type { Performed } from './outcome.ts'
import { type CommandPlace, runCommands } from './run-commands.ts'

/** New names of analyzers (https://go.dev/doc/go1.27#go-command). */
const RENAMED: Readonly<Record<string, string>> = { waitgroup: 'waitgroupgo' }

/** Has the installed `go fix` run those of the analyzers that it has. */
export async function goFix({ analyzers }: GoFixStep, place: CommandPlace): Promise<Performed> {
  const { directory: cwd, env } = place
  const help = await runCommand('go', ['tool', 'fix', 'help'], { cwd, env })
  const known = analyzersIn(help.stdout)
  const names = analyzers.map(name => {
    const renamed = RENAMED[name]
    return renamed && known.has(renamed) ? renamed : name
  })
  const missing = names.filter(name => !known.has(name))
  const note = `the installed go fix has no ${missing.join(', ')}`
  if (missing.length === names.length) return { status: 'skipped', reason: note }

  const flags = names.filter(name => known.has(name)).map(name => `-${name}`)
  const fixed = await runCommands([['go', 'fix', ...flags, './...']], place)
  return fixed.status === 'done' && missing.length > 0 ? { ...fixed, notes: [note] } : fixed
}

/** Names of the analyzers in the help of `go tool fix`; none for the `go fix` of Go 1.25 and older. */
export function analyzersIn(help: string): ReadonlySet<string> {
  return new Set([...help.matchAll(/^ {4}(\w+) /gm)].map(([, name = '']) => name))
}

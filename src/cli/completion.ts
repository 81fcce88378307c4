import { readdirSync } from 'node:fs'
import tab from '@bomb.sh/tab/commander'
import { configPath, loadConfig, selectTransforms } from '../config.ts'
import { fileKind } from '../engine/file-kind.ts'
import { playbooks } from '../playbooks/index.ts'

type Command = Parameters<typeof tab>[0]

/** What the script for bash takes from the package bash-completion, for systems without it, such as macOS. */
const WITHOUT_BASH_COMPLETION = `type _get_comp_words_by_ref >/dev/null 2>&1 || _get_comp_words_by_ref() {
    words=("\${COMP_WORDS[@]}")
    cword=$COMP_CWORD
    cur=\${COMP_WORDS[COMP_CWORD]}
    prev=\${COMP_WORDS[COMP_CWORD-1]}
}
`

/** Prints the script that makes a shell ask `gomend complete` for completions. */
export function printCompletionScript(program: Command, shell: string): void {
  if (shell === 'bash') process.stdout.write(WITHOUT_BASH_COMPLETION)
  completions(program).setup(program.name(), program.name(), shell)
}

/** Prints what the last of `words` may become. */
export async function complete(program: Command, words: readonly string[]): Promise<void> {
  const names = offer(await transformNames())
  const typed = words.at(-1) ?? ''
  const root = completions(program)
  for (const command of root.commands.values()) {
    const handlers = {
      select: names,
      ignore: names,
      answers: offer(paths(typed)),
      config: offer(paths(typed)),
    }
    for (const [flag, handler] of Object.entries({ ...handlers, baseline: handlers.config })) {
      const option = command.options.get(flag)
      if (option) option.handler = handler
    }
    if (command.arguments.has('patterns')) command.argument('patterns', offer(patterns(typed)), true)
  }
  root.commands.get('explain')?.argument('transform', names)
  for (const name of ['show', 'plan', 'run'])
    root.commands.get(`playbook ${name}`)?.argument('name', offer(playbooks.map(playbook => playbook.name)))
  root.parse([...words])
}

function offer(values: readonly string[]) {
  return (add: (value: string, description: string) => void) => {
    for (const value of values) add(value, '')
  }
}

/** Paths that begin with what was typed, directories with a slash: the shells leave them to the program. */
function paths(typed: string): readonly string[] {
  const directory = typed.slice(0, typed.lastIndexOf('/') + 1)
  try {
    const entries = readdirSync(directory || '.', { withFileTypes: true })
    const shown = entries.filter(({ name }) => !name.startsWith('.'))
    return shown.map(entry => `${directory}${entry.name}${entry.isDirectory() ? '/' : ''}`)
  } catch {
    return []
  }
}

/** Directories, alone and with all below them, and files that go/build reads. */
function patterns(typed: string): readonly string[] {
  const found = paths(typed).flatMap(path =>
    path.endsWith('/') ? [path, `${path}...`] : fileKind(path) ? [path] : [],
  )
  return './...'.startsWith(typed) ? ['./...', ...found] : found
}

/** The adapter adds commands of its own, which are already here. */
function completions(program: Command) {
  const copy = program.createCommand(program.name())
  for (const command of program.commands)
    if (!['completion', 'complete'].includes(command.name())) copy.addCommand(command)
  return tab(copy, { completionCommandName: 'completion' })
}

/** What the configuration selects; nothing when it cannot be loaded, as a completion has nowhere to say so. */
async function transformNames(): Promise<readonly string[]> {
  try {
    return selectTransforms(await loadConfig(configPath(process.cwd(), undefined))).map(({ name }) => name)
  } catch {
    return []
  }
}

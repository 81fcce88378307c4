import { Argument, Command, CommanderError, Option } from 'commander'
import { UsageError } from '../errors.ts'
import { helpAfter } from './examples.ts'
import { FORMATS, parseOutput } from './formats.ts'
import { say } from './say.ts'

/** Exit codes, the same for every command. */
const DONE = 0
const COULD_NOT_RUN = 2

const SHELLS = ['bash', 'zsh', 'fish', 'powershell']

const PATTERNS = 'what to read: ./... , directories with or without /... , and files (default: ./...)'

const program = new Command('gomend')
  .description(
    'Moves Go repositories off unsafe and outdated patterns, and proves every rewrite before it touches a file.',
  )
  .option('--version', 'print the versions of gomend and of the parser in use')
  .showHelpAfterError('(--help lists the commands and their flags)')
  .showSuggestionAfterError()
  .exitOverride()
  .usage('[options] <command>')
  .argument('[command]')
  .action(async (command: string | undefined, options: { version?: boolean }) => {
    if (command !== undefined) {
      const names = program.commands.map(other => other.name()).join(', ')
      program.error(`error: there is no command "${command}"; there are ${names}`)
    }
    if (!options.version) return program.help()
    const { printVersion } = await import('./version.ts')
    await printVersion()
  })

runCommand('scan', 'list what the transforms find; write nothing')
  .addOption(check())
  .option('--update-baseline', 'write all findings to the baseline: from now on only new ones are reported')
  .option('--prune-baseline', 'take out of the baseline what is not found any more')
  .action(async (patterns: string[], options) => {
    const { scan } = await import('./scan.ts')
    process.exitCode = await scan(patterns, options)
  })

runCommand('diff', 'print the changes as a patch that `git apply` takes; write nothing')
  .addOption(check())
  .action(async (patterns: string[], options) => {
    const { diff } = await import('./diff.ts')
    process.exitCode = await diff(patterns, options)
  })

runCommand('fix', 'ask about each change and write the accepted ones')
  .option('--yes', 'accept every safe fix without asking; needed when there is no terminal')
  .option('--review-too', 'with --yes: accept the fixes that a person should look at, too')
  .option(
    '--answers <file>',
    'decide by the answers in this file, such as the HTML report saves, and ask about the rest',
  )
  .option('--restart', 'forget the answers of a review that was stopped before its end')
  .option('--allow-dirty', 'write although git has uncommitted changes')
  .option('--commit', 'run one transform after the other, and make one commit for each')
  .action(async (patterns: string[], options) => {
    const { fix } = await import('./fix.ts')
    process.exitCode = await fix(patterns, options)
  })

program
  .command('undo')
  .description(
    'take back the last `gomend fix`, byte for byte; files that have changed since are left and named',
  )
  .action(async () => {
    const { undo } = await import('./undo.ts')
    process.exitCode = await undo()
  })

const playbook = program
  .command('playbook')
  .description('upgrade to a newer Go version, step by step, each tested before the next')

playbookCommand('list', 'list the playbooks').action(async options => {
  const { listPlaybooks } = await import('./playbook/list.ts')
  await listPlaybooks(options)
})

playbookCommand('show', 'print the steps of a playbook, with reasons and sources')
  .argument('<name>', 'such as go1.22')
  .action(async (name: string, options) => {
    const { showPlaybook } = await import('./playbook/list.ts')
    await showPlaybook(name, options)
  })

playbookCommand('plan', 'print the steps from here to a Go version, and the places to look at; write nothing')
  .argument('[name]', 'a playbook to take for itself')
  .addOption(to())
  .action(async (name: string | undefined, options) => {
    const { planChain } = await import('./playbook/plan.ts')
    await planChain(name, options)
  })

playbookCommand('run', 'take the steps, or go on with a chain that was stopped')
  .argument('[name]', 'a playbook to take for itself')
  .addOption(to())
  .option('--step <number>', 'stop after this step of the plan; run again to go on')
  .option('--dry-run', 'take the steps on a copy of the last commit, which goes away again')
  .option('--commit', 'make one commit for each step that changes something')
  .option('--yes', 'take every step and pass every gate without asking; needed when there is no terminal')
  .option('--report <file>', 'where the checklist goes, in Markdown (default: .git/gomend/playbook.md)')
  .action(async (name: string | undefined, options) => {
    const { runPlaybook } = await import('./playbook/run.ts')
    process.exitCode = await runPlaybook(name, options)
  })

program
  .command('list')
  .description('list the transforms')
  .addOption(config())
  .addOption(noConfig())
  .action(async options => {
    const { list } = await import('./list.ts')
    await list(options)
  })

program
  .command('explain')
  .description('say what a transform rewrites, why, and what it does not')
  .argument('<transform>', 'a name from `gomend list`')
  .addOption(config())
  .addOption(noConfig())
  .action(async (name: string, options) => {
    const { explain } = await import('./explain.ts')
    await explain(name, options)
  })

program
  .command('new')
  .description('write a transform of your own into ./transforms')
  .argument('<name>', 'kebab-case: it becomes the file name and the flag value')
  .option('--package', 'one that sees all Go files of a directory, with their types')
  .action(async (name: string, options: { package?: true }) => {
    const { newTransform } = await import('./new.ts')
    await newTransform(name, options.package ? 'package' : 'file')
  })

program
  .command('init')
  .description('write a transforms.config.ts, with comments, that fits the repository found here')
  .action(async () => {
    const { init } = await import('./init.ts')
    await init()
  })

program
  .command('completion')
  .description('print what a shell needs to complete commands, flags and names')
  .addArgument(new Argument('<shell>', 'the shell to print it for').choices(SHELLS))
  .action(async (shell: string) => {
    const { printCompletionScript } = await import('./completion.ts')
    printCompletionScript(program, shell)
  })

program
  .command('complete', { hidden: true })
  .argument('[words...]', 'what the shell has of the command line so far')
  .action(async (words: string[]) => {
    const { complete } = await import('./completion.ts')
    await complete(program, words)
  })

for (const command of [program, ...program.commands, ...playbook.commands])
  command.addHelpText(
    'after',
    helpAfter(command.parent === playbook ? `playbook ${command.name()}` : command.name()),
  )

function runCommand(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .argument('[patterns...]', PATTERNS)
    .option('--select <names>', 'run only these transforms, separated by commas', names)
    .option('--ignore <names>', 'leave these transforms out', names)
    .addOption(config())
    .addOption(noConfig())
    .addOption(
      new Option(
        '--verify <how>',
        'what the installed Go has to prove of each change: that it compiles, passes the tests that pass without it; bench also compares benchmarks and heap allocations',
      )
        .choices(['off', 'types', 'test', 'bench'])
        .default('types'),
    )
    .option('--bench <regexp>', 'which benchmarks --verify=bench runs (default: all of the changed packages)')
    .option('--plain', 'no colours, no redrawing: for screen readers and logs')
    .option('--baseline <file>', 'leave alone what this file lists (default: gomend-baseline.json)')
    .option('--no-baseline', 'report what the baseline lists, too')
    .option('--no-cache', 'work everything out anew, and keep nothing for the next run')
    .option('--since <commit>', 'leave alone what is not on lines changed since this commit, branch or tag')
    .addOption(new Option('--format <format>', 'what to print').choices(FORMATS))
    .addOption(new Option('--stat', 'print counts by transform and package').implies({ format: 'stat' }))
    .option(
      '--output <format=file>',
      'also write a report to a file; may be given several times: --output html=report.html; a patch is split by {transform}, {package} or {owner} in its name',
      parseOutput,
    )
}

function playbookCommand(name: string, description: string): Command {
  return playbook.command(name).description(description).addOption(config()).addOption(noConfig())
}

function to(): Option {
  return new Option('--to <version>', 'the Go version to go to (default: that of the installed Go)')
}

function check(): Option {
  return new Option('--check', 'exit with 1 when there is something to do')
}

function config(): Option {
  return new Option('--config <file>', 'read this configuration instead of ./transforms.config.ts')
}

function noConfig(): Option {
  return new Option('--no-config', 'read no configuration')
}

function names(text: string): string[] {
  return text.split(',').filter(name => name !== '')
}

// A reader that has seen enough, such as `head`, closes the pipe: the run goes on to its end and its own exit code.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    say(`cannot print: ${error.message}`)
    process.exitCode = COULD_NOT_RUN
  })

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) {
    // commander has said what was wrong; --help ends with 0.
    process.exitCode = error.exitCode === 0 ? DONE : COULD_NOT_RUN
  } else {
    const words = error instanceof UsageError ? error.message : refusalOfSystem(error)
    if (words === undefined) throw error
    say(words)
    process.exitCode = COULD_NOT_RUN
  }
}
// What a configuration has begun, such as a timer, is no reason to stay.
process.stdout.write('', () => process.stderr.write('', () => setImmediate(() => process.exit())))

/** What the system did not do, such as write to a full disk; undefined for any other error. */
function refusalOfSystem(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('syscall' in error) return `the system does not let it go on: ${error.message}`
  const cause = refusalOfSystem(error.cause)
  return cause && `${error.message}: ${cause}`
}

import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { regressions, testModule } from '../src/engine/playbook/test-run.ts'

// npx jiti scripts/prove-playbooks.ts [MODULE@VERSION …]   brings real modules to the installed Go and prints a table.
// `plan` may touch nothing, a second `run` may change nothing, and one that is killed in the middle with kill -9 and
// taken up again has to give the same files.
const MODULES = [
  'github.com/sirupsen/logrus@v1.8.1',
  'github.com/prometheus/procfs@v0.7.3',
  'github.com/fsnotify/fsnotify@v1.5.4',
  'go.uber.org/zap@v1.21.0',
  'go.uber.org/atomic@v1.9.0',
  'github.com/go-chi/chi/v5@v5.0.7',
  'github.com/mitchellh/mapstructure@v1.5.0',
  'github.com/hashicorp/go-multierror@v1.1.1',
  'github.com/urfave/cli/v2@v2.4.0',
  'github.com/BurntSushi/toml@v1.0.0',
  'github.com/spf13/cobra@v1.4.0',
  'github.com/rs/zerolog@v1.26.1',
  'github.com/spf13/viper@v1.10.1',
]
const KILL_AFTER = 4
const TIMEOUT = 30 * 60 * 1000

const gomend = join(import.meta.dirname, '../bin/gomend.js')
const identity = {
  GIT_AUTHOR_NAME: 't',
  GIT_AUTHOR_EMAIL: 't@example.com',
  GIT_COMMITTER_NAME: 't',
  GIT_COMMITTER_EMAIL: 't@example.com',
}
const goEnvironment = { GOTOOLCHAIN: 'local', GOFLAGS: '', GOWORK: 'off' }
const env = { ...process.env, ...identity, ...goEnvironment }

interface Called {
  readonly status: number | null
  readonly text: string
}

function call(cwd: string, command: string, ...args: readonly string[]): Called {
  const result = spawnSync(command, args, { cwd, encoding: 'utf8', env, maxBuffer: 1 << 28 })
  return { status: result.status, text: result.stdout + result.stderr }
}

function playbook(cwd: string, ...args: readonly string[]): Called {
  return call(cwd, process.execPath, gomend, 'playbook', ...args)
}

/** The files of a module as a git repository with one commit. */
function repositoryOf(source: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'gomend-playbook-'))
  cpSync(source, directory, { recursive: true })
  call(directory, 'chmod', '-R', 'u+w', '.')
  call(directory, 'git', 'init', '-q')
  // What a module's own .gitignore names is part of the module all the same.
  call(directory, 'git', 'add', '-A', '-f')
  call(directory, 'git', 'commit', '-q', '-m', 'before')
  return directory
}

/** What a run may not change without saying so: all files, ignored ones too, and the history. */
function stateOf(directory: string): string {
  const status = call(directory, 'git', 'status', '--porcelain', '--ignored').text
  return `${call(directory, 'git', 'rev-parse', 'HEAD').text}${status}`
}

/** Kills a run with its children once it has made a number of commits, and goes on with it. */
async function upgradeWithKill(directory: string): Promise<boolean> {
  const child = spawn(process.execPath, [gomend, 'playbook', 'run', '--yes', '--commit'], {
    cwd: directory,
    env,
    stdio: 'ignore',
    detached: true,
  })
  const ended = new Promise(resolve => child.once('exit', resolve))
  while (child.exitCode === null && commitsIn(directory) < KILL_AFTER)
    await new Promise(resolve => setTimeout(resolve, 50))
  const isRunning = child.exitCode === null
  if (child.pid && isRunning) process.kill(-child.pid, 'SIGKILL')
  await ended
  playbook(directory, 'run', '--yes', '--commit')
  return isRunning
}

function commitsIn(directory: string): number {
  return Number(call(directory, 'git', 'rev-list', '--count', 'HEAD').text) - 1
}

async function prove(name: string): Promise<readonly string[]> {
  const downloaded = call(tmpdir(), 'go', 'mod', 'download', '-json', name)
  const { Dir } = JSON.parse(downloaded.text) as { Dir?: string }
  if (!Dir) throw new Error(`cannot download ${name}: ${downloaded.text}`)
  const directory = repositoryOf(Dir)
  const from = goLineOf(directory)
  const before = await testModule(directory, goEnvironment, TIMEOUT)

  const untouched = stateOf(directory)
  const planned = playbook(directory, 'plan')
  const steps = /: (\d+) steps/.exec(planned.text)?.[1] ?? '?'
  const plan = planned.status === 0 && stateOf(directory) === untouched ? 'touches nothing' : 'TOUCHED'

  const run = playbook(directory, 'run', '--yes', '--commit')
  const after = await testModule(directory, goEnvironment, TIMEOUT)
  const broken = regressions(before.packages, after.packages)
  const report = readFileSync(join(directory, '.git/gomend/playbook.md'), 'utf8')
  const stopped =
    run.status === 0 ? '' : ` stopped: ${/\n {3}failed\n(.*)/.exec(run.text)?.[1] ?? run.text.slice(-300)}`

  const done = stateOf(directory)
  const again = playbook(directory, 'run', '--yes', '--commit')
  const second =
    run.status !== 0 ? 'n/a' : again.status === 0 && stateOf(directory) === done ? 'nothing' : 'CHANGED'

  const killed = repositoryOf(Dir)
  const wasKilled = await upgradeWithKill(killed)
  const trees = [directory, killed].map(tree => call(tree, 'git', 'rev-parse', 'HEAD^{tree}').text)
  const resumed = trees[0] === trees[1] ? (wasKilled ? 'same' : 'same, but it was over before') : 'DIFFERENT'

  const row = [
    name,
    from,
    `${goLineOf(directory)}${stopped}`,
    steps,
    `${commitsIn(directory)} commits, ${changesIn(directory)}`,
    String(report.match(/^ {2}- \[ \]/gm)?.length ?? 0),
    `${passing(before.packages)} → ${passing(after.packages)}${broken.length > 0 ? ` BROKEN ${broken}` : ''}`,
    plan,
    second,
    resumed,
  ]
  for (const tree of [directory, killed]) rmSync(tree, { recursive: true, force: true })
  return row
}

function goLineOf(directory: string): string {
  return /^go (\S+)/m.exec(readFileSync(join(directory, 'go.mod'), 'utf8'))?.[1] ?? 'none'
}

/** `12 files +30 -20`. */
function changesIn(directory: string): string {
  const first = `HEAD~${commitsIn(directory)}`
  const text = call(directory, 'git', 'diff', '--shortstat', first, 'HEAD').text
  const [files = 0, added = 0, removed = 0] = ['file', 'insertion', 'deletion'].map(
    word => new RegExp(`(\\d+) ${word}`).exec(text)?.[1],
  )
  return `${files} files +${added} -${removed}`
}

function passing(packages: ReadonlyMap<string, string>): string {
  const fine = [...packages.values()].filter(status => status !== 'failed').length
  return `${fine}/${packages.size}`
}

const HEADINGS = [
  'module',
  'from',
  'to',
  'steps',
  'automatic edits',
  'places for a person',
  'packages fine before → after',
  'plan',
  'second run',
  'killed and resumed',
]
console.log(`| ${HEADINGS.join(' | ')} |\n|${'---|'.repeat(HEADINGS.length)}`)
const names = process.argv.slice(2)
for (const name of names.length > 0 ? names : MODULES) console.log(`| ${(await prove(name)).join(' | ')} |`)

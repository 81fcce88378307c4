import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { regressions, testModule } from '../src/engine/playbook/test-run.ts'

// npx jiti scripts/prove-playbooks.ts [MODULE@VERSION …]   brings real modules to the installed Go and prints a table.
// Each is run a second time (nothing may change), and once with a kill -9 in the middle (same result).
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

const gomend = join(import.meta.dirname, '../bin/gomend.js')
const identity = {
  GIT_AUTHOR_NAME: 't',
  GIT_AUTHOR_EMAIL: 't@example.com',
  GIT_COMMITTER_NAME: 't',
  GIT_COMMITTER_EMAIL: 't@example.com',
}
const environment = { ...process.env, ...identity, GOTOOLCHAIN: 'local', GOFLAGS: '' }

function call(
  cwd: string,
  command: string,
  ...args: readonly string[]
): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: environment,
    maxBuffer: 1 << 28,
  })
  return { status, text: stdout + stderr }
}

function upgrade(cwd: string): { status: number | null; text: string } {
  return call(
    cwd,
    process.execPath,
    gomend,
    'playbook',
    'run',
    '--yes',
    '--commit',
    '--report',
    join(cwd, '.git/report.md'),
  )
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

/** Runs until the given number of commits is made, kills the run with its children, and goes on. */
async function upgradeWithKill(directory: string, commits: number): Promise<void> {
  const { spawn } = await import('node:child_process')
  const child = spawn(process.execPath, [gomend, 'playbook', 'run', '--yes', '--commit'], {
    cwd: directory,
    env: environment,
    stdio: 'ignore',
    detached: true,
  })
  const ended = new Promise(resolve => child.once('exit', resolve))
  while (child.exitCode === null && countCommits(directory) <= commits)
    await new Promise(resolve => setTimeout(resolve, 50))
  if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
  await ended
  upgrade(directory)
}

function countCommits(directory: string): number {
  return Number(call(directory, 'git', 'rev-list', '--count', 'HEAD').text)
}

console.log(
  '| module | from | to | commits | edits | places | packages passing before → after | again | killed |',
)
console.log('|---|---|---|---|---|---|---|---|---|')
const names = process.argv.slice(2)
for (const name of names.length > 0 ? names : MODULES) {
  const downloaded = call(tmpdir(), 'go', 'mod', 'download', '-json', name)
  const { Dir } = JSON.parse(downloaded.text) as { Dir?: string }
  if (!Dir) throw new Error(`cannot download ${name}: ${downloaded.text}`)
  const directory = repositoryOf(Dir)
  const from = goLineOf(directory)
  const before = await testModule(directory, 1_800_000)
  const first = upgrade(directory)
  const after = await testModule(directory, 1_800_000)
  const broken = regressions(before.packages, after.packages)

  const report = existsSync(join(directory, '.git/report.md'))
    ? readFileSync(join(directory, '.git/report.md'), 'utf8')
    : ''
  const places = report.match(/^ {2}- \[ \]/gm)?.length ?? 0
  const stopped =
    first.status === 0 ? '' : ` (stopped: ${/failed\n(.*)/.exec(first.text)?.[1] ?? first.text.slice(-200)})`
  const edits = call(
    directory,
    'git',
    'diff',
    '--shortstat',
    'HEAD',
    `HEAD~${countCommits(directory) - 1}`,
  ).text.trim()

  const again = first.status === 0 ? upgrade(directory).text.includes('nothing to do') : 'n/a'
  const killed = repositoryOf(Dir)
  await upgradeWithKill(killed, 4)
  const same =
    call(killed, 'git', 'diff', '--no-index', '--quiet', join(killed, 'go.mod'), join(directory, 'go.mod'))
      .status === 0
  const trees = [directory, killed].map(tree => call(tree, 'git', 'rev-parse', 'HEAD^{tree}').text.trim())

  console.log(
    `| ${name} | ${from} | ${goLineOf(directory)}${stopped} | ${countCommits(directory) - 1} | ${edits} | ${places} | ` +
      `${passing(before.packages)} → ${passing(after.packages)}${broken.length > 0 ? ` BROKEN ${broken}` : ''} | ` +
      `${again === true ? 'nothing' : again} | ${same && trees[0] === trees[1] ? 'same' : 'DIFFERENT'} |`,
  )
  for (const tree of [directory, killed]) rmSync(tree, { recursive: true, force: true })
}

function goLineOf(directory: string): string {
  return /^go (\S+)/m.exec(readFileSync(join(directory, 'go.mod'), 'utf8'))?.[1] ?? 'none'
}

function passing(packages: ReadonlyMap<string, string>): string {
  const fine = [...packages.values()].filter(status => status !== 'failed').length
  return `${fine}/${packages.size}`
}

import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// npm run demo              `gomend diff ./...` on a copy of examples/legacy-service, so that the example stays as it is
// npm run demo -- upgrade   `gomend playbook run` on a copy, from Go 1.13 to the installed Go, with a commit for each step
const project = join(import.meta.dirname, '..')
const copy = join(mkdtempSync(join(tmpdir(), 'gomend-demo-')), 'legacy-service')
cpSync(join(project, 'examples/legacy-service'), copy, { recursive: true })

const gomend = join(project, 'bin/gomend.js')

function run(program: string, ...args: readonly string[]): number {
  const author = { GIT_AUTHOR_NAME: 'demo', GIT_AUTHOR_EMAIL: 'demo@example.com' }
  const committer = { GIT_COMMITTER_NAME: 'demo', GIT_COMMITTER_EMAIL: 'demo@example.com' }
  const env = { ...process.env, ...author, ...committer }
  return spawnSync(program, args, { cwd: copy, stdio: 'inherit', env }).status ?? 1
}

function diff(): number {
  const status = run(process.execPath, gomend, 'diff', './...')
  console.log(`\nThe copy is ${copy}; to write the changes there: cd ${copy} && node ${gomend} fix`)
  return status
}

function upgrade(): number {
  run('git', 'init', '--quiet')
  run('git', 'add', '--all')
  run('git', 'commit', '--quiet', '-m', 'the service of 2019')
  const status = run(process.execPath, gomend, 'playbook', 'run', '--yes', '--commit')
  run('git', '--no-pager', 'log', '--reverse', '--format=%s')
  console.log(`\nThe copy is ${copy}; what is left to look at: ${copy}/.git/gomend/playbook.md`)
  return status
}

process.exitCode = process.argv[2] === 'upgrade' ? upgrade() : diff()

import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { goTest } from './support/go.ts'
import { readTree, temporaryTree } from './support/tree.ts'

const GOMEND = join(import.meta.dirname, '../bin/gomend.js')
const IDENTITY = ['-c', 'user.name=t', '-c', 'user.email=t@example.com']

function gomend(cwd: string, ...args: readonly string[]) {
  const names = {
    GIT_AUTHOR_NAME: 't',
    GIT_AUTHOR_EMAIL: 't@e.com',
    GIT_COMMITTER_NAME: 't',
    GIT_COMMITTER_EMAIL: 't@e.com',
  }
  const env = { ...process.env, ...names, GOPROXY: 'off', GOTOOLCHAIN: 'local' }
  return spawnSync(process.execPath, [GOMEND, 'playbook', ...args], { cwd, encoding: 'utf8', env })
}

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', [...IDENTITY, ...args], { cwd, encoding: 'utf8' })
}

function committed(files: Readonly<Record<string, string>>): string {
  const root = temporaryTree(files)
  git(root, 'init', '-q')
  git(root, 'add', '-A')
  git(root, 'commit', '-qm', 'before')
  return root
}

const MODULE = {
  'go.mod': 'module example.com/m\n\ngo 1.20\n',
  'm.go':
    'package m\n\nfunc F(v interface{}) func() interface{} {\n\tfor i := 0; i < 3; i++ {\n\t\tv = func() int { return i }\n\t}\n\treturn func() interface{} { return v }\n}\n',
  'm_test.go':
    'package m\n\nimport "testing"\n\nfunc TestF(t *testing.T) {\n\tif F(nil)() == nil {\n\t\tt.Fatal("nil")\n\t}\n}\n',
  Dockerfile: 'FROM golang:1.20\n',
}

goTest('plan lists steps and places, and touches nothing', () => {
  const root = committed(MODULE)
  const before = readTree(root)
  const { stdout, status } = gomend(root, 'plan', '--to', 'go1.22')
  expect(status).toBe(0)
  expect(stdout).toContain('m.go:4: loop variable i, used in a closure')
  expect(stdout).toContain('$ go mod edit -go=1.22')
  expect(readTree(root)).toEqual(before)
})

goTest(
  'run takes every step with one commit each; a second run has nothing to do',
  () => {
    const root = committed(MODULE)
    const first = gomend(root, 'run', '--to', 'go1.22', '--yes', '--commit', '--report', '.git/report.md')
    expect([first.status, first.stderr]).toEqual([0, ''])
    expect(readFileSync(join(root, 'go.mod'), 'utf8')).toContain('go 1.22\n')
    expect(readFileSync(join(root, 'Dockerfile'), 'utf8')).toBe('FROM golang:1.22\n')
    expect(git(root, 'status', '--porcelain')).toBe('')
    const subjects = git(root, 'log', '--format=%s').trim().split('\n')
    expect(subjects).toContain('go1.21: set the go line to 1.21 and tidy')
    expect(subjects).toContain('go1.22: name Go 1.22 in Dockerfiles, workflows and version files')
    expect(readFileSync(join(root, '.git/report.md'), 'utf8')).toContain('- [ ] `m.go:4`: loop variable i')

    const head = git(root, 'rev-parse', 'HEAD')
    expect(gomend(root, 'run', '--to', 'go1.22', '--yes', '--commit').stdout).toContain('nothing to do')
    expect(git(root, 'rev-parse', 'HEAD')).toBe(head)
  },
  120_000,
)

goTest(
  '--dry-run prints the difference and leaves the tree and the repository as they are',
  () => {
    const root = committed(MODULE)
    const before = readTree(root)
    const { stdout, status } = gomend(root, 'run', '--to', 'go1.21', '--dry-run')
    expect(status).toBe(0)
    expect(stdout).toContain('+go 1.21\n')
    expect(readFileSync(join(root, 'm.go'), 'utf8')).toBe(before['m.go'])
    expect(git(root, 'status', '--porcelain')).toBe('')
    expect(git(root, 'worktree', 'list').trim().split('\n')).toHaveLength(1)
  },
  120_000,
)

goTest(
  'a step that breaks the tests is taken back, and the run says why',
  () => {
    const root = committed({
      ...MODULE,
      'transforms.config.ts': `import { definePlaybook, defineConfig } from 'gomend'
const breaking = definePlaybook({
  name: 'breaking', summary: 'breaks', source: 'https://example.com',
  steps: [{ kind: 'command', title: 'break it', why: 'to see', source: 'https://example.com', commands: [['sh', '-c', 'echo x >> m.go']] }],
})
export default defineConfig({ playbooks: [breaking] })\n`,
    })
    const { stdout, status } = gomend(root, 'run', 'breaking', '--yes')
    expect(status).toBe(1)
    expect(stdout).toMatch(/break it: failed\nno longer passes: example\.com\/m/)
    expect(readFileSync(join(root, 'm.go'), 'utf8')).toBe(MODULE['m.go'])
  },
  120_000,
)

goTest(
  'a run that was interrupted in a step goes on from there, and keeps what it found',
  () => {
    const root = committed(MODULE)
    expect(gomend(root, 'run', '--to', 'go1.22', '--yes', '--step', '1').status).toBe(0)
    const statePath = join(root, '.git/gomend/playbook.json')
    const state = JSON.parse(readFileSync(statePath, 'utf8'))
    const snapshot = git(root, 'rev-parse', 'HEAD').trim()
    writeFileSync(statePath, JSON.stringify({ ...state, pending: { id: './go1.21/4', snapshot } }))
    writeFileSync(join(root, 'm.go'), 'package m // half done\n')

    const { status, stderr } = gomend(root, 'run', '--to', 'go1.22', '--yes')
    expect([status, stderr]).toEqual([0, expect.stringContaining('was interrupted and begins again')])
    expect(git(root, 'show', 'stash@{0}:m.go')).toBe('package m // half done\n')
    expect(readFileSync(join(root, 'm.go'), 'utf8')).toContain('func F(')
    expect(existsSync(statePath)).toBe(false)
  },
  120_000,
)

test('outside git, with uncommitted changes or without a terminal a run does not begin', () => {
  const bare = gomend(temporaryTree(MODULE), 'run', '--yes')
  expect([bare.status, bare.stderr]).toEqual([2, expect.stringContaining('needs git')])
  const root = committed(MODULE)
  const silent = gomend(root, 'run')
  expect([silent.status, silent.stderr]).toEqual([2, expect.stringContaining('use --yes')])
  writeFileSync(join(root, 'm.go'), 'package m\n')
  const dirty = gomend(root, 'run', '--yes')
  expect([dirty.status, dirty.stderr]).toEqual([2, expect.stringContaining('uncommitted changes')])
})

test.each([
  [['plan', '--to', 'go9'], /"go9" is no Go version/],
  [['plan', '--to', 'go1.99'], /the installed Go is/],
  [['show', 'go1.5'], /there is no playbook "go1.5"; there are go1\.17/],
])('%j is an error that says what there is', (args, message) => {
  const { status, stderr } = gomend(committed(MODULE), ...args)
  expect([status, stderr]).toEqual([2, expect.stringMatching(message)])
})

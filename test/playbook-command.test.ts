import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { approve, review, type Talk } from '../src/cli/playbook/ask.ts'
import type { PlannedStep } from '../src/engine/playbook/plan-upgrade.ts'
import { takeSnapshot } from '../src/engine/playbook/work-tree.ts'
import type { Step } from '../src/playbook.ts'
import { goTest } from './support/go.ts'
import { readTree, temporaryTree } from './support/tree.ts'

const GOMEND = join(import.meta.dirname, '../bin/gomend.js')
const IDENTITY = ['-c', 'user.name=t', '-c', 'user.email=t@example.com']
const ENVIRONMENT = {
  ...process.env,
  GIT_AUTHOR_NAME: 't',
  GIT_AUTHOR_EMAIL: 't@e.com',
  GIT_COMMITTER_NAME: 't',
  GIT_COMMITTER_EMAIL: 't@e.com',
  GOPROXY: 'off',
  GOTOOLCHAIN: 'local',
}

function gomend(cwd: string, ...args: readonly string[]) {
  return spawnSync(process.execPath, [GOMEND, 'playbook', ...args], {
    cwd,
    encoding: 'utf8',
    env: ENVIRONMENT,
  })
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

/** A configuration with one playbook of one step. */
function configWith(step: string): string {
  return `import { definePlaybook, defineConfig } from 'gomend'
const own = definePlaybook({ name: 'own', summary: 'x', source: 'https://example.com', steps: [${step}] })
export default defineConfig({ playbooks: [own] })\n`
}

const TEXT = "title: 'do it', why: 'to see', source: 'https://example.com'"

goTest('plan lists steps and places, and touches nothing', () => {
  const root = committed(MODULE)
  const before = readTree(root)
  const { stdout, status } = gomend(root, 'plan', '--to', 'go1.22')
  expect(status).toBe(0)
  expect(stdout).toContain('m.go:4: loop variable i, used in a closure')
  expect(stdout).toContain('$ go mod edit -go=1.22')
  expect(readTree(root)).toEqual(before)
  expect(existsSync(join(root, '.git/gomend'))).toBe(false)
})

goTest(
  'run takes every step with one commit each; a second run has nothing to do',
  () => {
    const root = committed(MODULE)
    const first = gomend(root, 'run', '--to', 'go1.22', '--yes', '--commit')
    expect([first.status, first.stderr]).toEqual([0, ''])
    expect(readFileSync(join(root, 'go.mod'), 'utf8')).toContain('go 1.22\n')
    expect(readFileSync(join(root, 'Dockerfile'), 'utf8')).toBe('FROM golang:1.22\n')
    expect(git(root, 'status', '--porcelain')).toBe('')
    const subjects = git(root, 'log', '--format=%s').trim().split('\n')
    expect(subjects).toContain('go1.21: set the go line to 1.21 and tidy')
    expect(subjects).toContain('go1.22: name Go 1.22 in Dockerfiles, workflows and version files')

    // What it will do, what it did, whether that was tested.
    expect(first.stdout).toMatch(
      /\$ go mod tidy\ndiff --git a\/go\.mod[\s\S]*\+go 1\.21\n {3}1 file changed; 1 package builds and passes as before; commit \w{10}\n/,
    )
    const report = readFileSync(join(root, '.git/gomend/playbook.md'), 'utf8')
    expect(report).toContain('- [ ] `m.go:4`: loop variable i')
    expect(report).toContain('- [x] set the go line to 1.22 and tidy: 1 file changed')

    const head = git(root, 'rev-parse', 'HEAD')
    expect(gomend(root, 'run', '--to', 'go1.22', '--yes', '--commit').stdout).toContain('nothing to do')
    expect(git(root, 'rev-parse', 'HEAD')).toBe(head)
  },
  120_000,
)

goTest(
  '--dry-run prints what each step would change and leaves the tree and the repository as they are',
  () => {
    const root = committed(MODULE)
    const before = readTree(root)
    const { stdout, status } = gomend(root, 'run', '--to', 'go1.21', '--dry-run', '--report', 'report.md')
    expect(status).toBe(0)
    expect(stdout).toContain('+go 1.21\n')
    expect(readFileSync(join(root, 'report.md'), 'utf8')).toContain('# go1.21')
    expect(readFileSync(join(root, 'm.go'), 'utf8')).toBe(before['m.go'])
    expect(git(root, 'status', '--porcelain')).toBe('?? report.md\n')
    expect(git(root, 'worktree', 'list').trim().split('\n')).toHaveLength(1)
  },
  120_000,
)

goTest(
  'a step that breaks the tests is taken back with what it made, and the run says why',
  () => {
    const step = `{ kind: 'command', ${TEXT}, commands: [['sh', '-c', 'echo x >> m.go; echo package m > new.go']] }`
    const root = committed({ ...MODULE, 'transforms.config.ts': configWith(step) })
    const { stdout, status } = gomend(root, 'run', 'own', '--yes')
    expect(status).toBe(1)
    expect(stdout).toMatch(/ {3}failed\nno longer passes: example\.com\/m/)
    expect(readFileSync(join(root, 'm.go'), 'utf8')).toBe(MODULE['m.go'])
    expect(git(root, 'status', '--porcelain')).toBe('')
  },
  120_000,
)

goTest(
  'a file that a command makes is part of its commit',
  () => {
    const step = `{ kind: 'command', ${TEXT}, commands: [['sh', '-c', 'echo package m > new.go']] }`
    const root = committed({ ...MODULE, 'transforms.config.ts': configWith(step) })
    expect(gomend(root, 'run', 'own', '--yes', '--commit').status).toBe(0)
    expect(git(root, 'show', '--format=%s', '--name-only').trim().split(/\n+/)).toEqual([
      'own: do it',
      'new.go',
    ])
  },
  120_000,
)

/** The tree that an upgrade to 1.22 has in the end, made once. */
function upgraded(): string {
  if (upgradedTree === undefined) {
    const root = committed(MODULE)
    gomend(root, 'run', '--to', 'go1.22', '--yes', '--commit')
    upgradedTree = git(root, 'rev-parse', 'HEAD^{tree}')
  }
  return upgradedTree
}
let upgradedTree: string | undefined

goTest(
  'a run that is killed in the middle of a step goes on, to the same files',
  async () => {
    const root = committed(MODULE)
    const child = spawn(
      process.execPath,
      [GOMEND, 'playbook', 'run', '--to', 'go1.22', '--yes', '--commit'],
      {
        cwd: root,
        env: ENVIRONMENT,
        stdio: 'ignore',
        detached: true,
      },
    )
    const ended = new Promise(resolve => child.once('exit', resolve))
    const statePath = join(root, '.git/gomend/playbook.json')
    const isUnderWay = () => existsSync(statePath) && readFileSync(statePath, 'utf8').includes('"pending"')
    while (!isUnderWay() && child.exitCode === null) await new Promise(resolve => setTimeout(resolve, 5))
    process.kill(-(child.pid ?? 0), 'SIGKILL')
    await ended

    const { status, stdout } = gomend(root, 'run', '--to', 'go1.22', '--yes', '--commit')
    expect([status, stdout]).toEqual([0, expect.stringContaining('go1.22')])
    expect(git(root, 'rev-parse', 'HEAD^{tree}')).toBe(upgraded())
    expect(existsSync(statePath)).toBe(false)
  },
  120_000,
)

goTest(
  'a step that was interrupted begins again, and what it had done is kept',
  () => {
    const root = committed(MODULE)
    expect(gomend(root, 'run', '--to', 'go1.22', '--yes', '--step', '1').status).toBe(0)
    const statePath = join(root, '.git/gomend/playbook.json')
    const state = JSON.parse(readFileSync(statePath, 'utf8'))
    const head = git(root, 'rev-parse', 'HEAD').trim()
    const pending = { id: './go1.21/7', before: { commit: head, untracked: [], head } }
    writeFileSync(statePath, JSON.stringify({ ...state, pending }))
    writeFileSync(join(root, 'm.go'), 'package m // half done\n')

    const { status, stderr } = gomend(root, 'run', '--to', 'go1.22', '--yes')
    expect([status, stderr]).toEqual([0, expect.stringContaining('was interrupted and begins again')])
    expect(git(root, 'show', 'stash@{0}:m.go')).toBe('package m // half done\n')
    expect(readFileSync(join(root, 'm.go'), 'utf8')).toContain('func F(')
    expect(existsSync(statePath)).toBe(false)
  },
  120_000,
)

goTest(
  'a step that had made its commit when it was interrupted is over',
  () => {
    const root = committed(MODULE)
    const goLine = gomend(root, 'plan', '--to', 'go1.22').stdout.match(
      /\[(\d+)\/\d+\] go1\.21: set the go line/,
    )
    expect(
      gomend(root, 'run', '--to', 'go1.22', '--yes', '--commit', '--step', String(goLine?.[1])).status,
    ).toBe(0)
    const statePath = join(root, '.git/gomend/playbook.json')
    const state = JSON.parse(readFileSync(statePath, 'utf8'))
    const last = state.results.at(-1)
    const [parent, head] = ['HEAD^', 'HEAD'].map(name => git(root, 'rev-parse', name).trim())
    const pending = { id: last.id, before: { commit: parent, untracked: [], head: parent } }
    writeFileSync(statePath, JSON.stringify({ ...state, results: state.results.slice(0, -1), pending }))

    expect(gomend(root, 'run', '--to', 'go1.22', '--yes', '--commit').status).toBe(0)
    expect(git(root, 'log', '--format=%s').match(/set the go line to 1\.21/g)).toHaveLength(1)
    expect(git(root, 'rev-parse', 'HEAD^{tree}')).toBe(upgraded())
    expect(git(root, 'merge-base', '--is-ancestor', head ?? '', 'HEAD')).toBe('')
  },
  120_000,
)

goTest(
  'modules of one workspace are raised together, dependents and go.work before what they need',
  () => {
    const root = committed({
      'go.work': 'go 1.20\n\nuse (\n\t./lib\n\t./app\n)\n',
      'lib/go.mod': 'module example.com/lib\n\ngo 1.19\n',
      'lib/lib.go': 'package lib\n\nfunc One() interface{} { return 1 }\n',
      'app/go.mod':
        'module example.com/app\n\ngo 1.20\n\ntoolchain go1.20.1\n\nrequire example.com/lib v1.0.0\n\nreplace example.com/lib => ../lib\n',
      'app/app_test.go':
        'package app\n\nimport (\n\t"testing"\n\n\t"example.com/lib"\n)\n\nfunc Test(t *testing.T) {\n\tif lib.One() != 1 {\n\t\tt.Fatal()\n\t}\n}\n',
    })
    const { stdout, status } = gomend(root, 'run', '--to', 'go1.22', '--yes', '--commit')
    expect([status, stdout]).toEqual([0, expect.stringContaining('go work edit -go=1.21')])
    const files = readTree(root)
    for (const path of ['go.work', 'lib/go.mod', 'app/go.mod']) expect(files[path]).toContain('go 1.22\n')
    expect(files['app/go.mod']).not.toContain('toolchain')
    const subjects = git(root, 'log', '--reverse', '--format=%s').split('\n')
    expect(subjects.filter(subject => /set the go line.* 1\.2[012]/.test(subject))).toEqual([
      'lib: go1.20: set the go line to 1.20 and tidy',
      'go1.21: set the go line of go.work to 1.21',
      'app: go1.21: set the go line to 1.21 and tidy',
      'lib: go1.21: set the go line to 1.21 and tidy',
      'go1.22: set the go line of go.work to 1.22',
      'app: go1.22: set the go line to 1.22 and tidy',
      'lib: go1.22: set the go line to 1.22 and tidy',
    ])
  },
  180_000,
)

goTest(
  'a step in one module that breaks another that is built from it is taken back',
  () => {
    const step = `{ kind: 'command', ${TEXT}, commands: [['sh', '-c', 'test ! -e lib.go || echo package lib > lib.go']] }`
    const root = committed({
      'transforms.config.ts': configWith(step),
      'lib/go.mod': 'module example.com/lib\n\ngo 1.20\n',
      'lib/lib.go': 'package lib\n\nfunc One() int { return 1 }\n',
      'app/go.mod':
        'module example.com/app\n\ngo 1.20\n\nrequire example.com/lib v1.0.0\n\nreplace example.com/lib => ../lib\n',
      'app/app.go': 'package app\n\nimport "example.com/lib"\n\nvar One = lib.One()\n',
    })
    const { stdout, status } = gomend(root, 'run', 'own', '--yes')
    expect([status, stdout]).toEqual([1, expect.stringContaining('no longer passes: example.com/app')])
    expect(readTree(root)['lib/lib.go']).toContain('func One')
  },
  120_000,
)

goTest(
  'a package that never compiled stops nothing, and formats that go test rejects from 1.24 on are mended',
  () => {
    const root = committed({
      'go.mod': 'module example.com/m\n\ngo 1.23\n',
      'm.go': 'package m\n\nimport "fmt"\n\nfunc F(s string) error { return fmt.Errorf(s) }\n',
      'm_test.go': 'package m\n\nimport "testing"\n\nfunc TestF(t *testing.T) {\n\t_ = F("x")\n}\n',
      'broken/b.go': 'package broken\n\nvar _ = missing\n',
    })
    const { stdout, status } = gomend(root, 'run', '--to', 'go1.24', '--yes')
    expect([status, stdout]).toEqual([
      0,
      expect.stringContaining('1 package builds and passes as before, 1 failed'),
    ])
    expect(readTree(root)['m.go']).toContain('fmt.Errorf("%s", s)')
    const report = readFileSync(join(root, '.git/gomend/playbook.md'), 'utf8')
    expect(report).toMatch(/- \[ \] `go\.mod:1`: .*go vet -fix -printf.*missing/)
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
  expect([dirty.status, dirty.stderr]).toEqual([2, expect.stringContaining('uncommitted changes (m.go)')])
})

test.each([
  [['plan', '--to', 'go9'], /"go9" is no Go version/],
  [['plan', '--to', 'go1.99'], /the installed Go is/],
  [['run', '--yes', '--step', 'x'], /--step is "x"; it takes a number/],
  [['show', 'go1.5'], /there is no playbook "go1.5"; there are go1\.17/],
])('%j is an error that says what there is', (args, message) => {
  const { status, stderr } = gomend(committed(MODULE), ...args)
  expect([status, stderr]).toEqual([2, expect.stringMatching(message)])
})

test.each([
  ["{ kind: 'dance' }", /step 1 of "own" has the kind "dance"; there are check, command/],
  [`{ kind: 'command', ${TEXT} }`, /step 1 of "own" needs commands/],
  ["{ kind: 'gate', title: 'x', why: 'y' }", /step 1 of "own" has no source/],
  [`{ kind: 'transform', ${TEXT}, transforms: ['no-such'] }`, /names the transform "no-such"; there are/],
  [`{ kind: 'edit', ${TEXT}, version: '9' }`, /needs a version/],
])('a playbook with the step %s is an error that says what is wrong', (step, message) => {
  const { status, stderr } = gomend(committed({ 'transforms.config.ts': configWith(step) }), 'list')
  expect([status, stderr]).toEqual([2, expect.stringMatching(message)])
})

/** A step that is talked about with a person who presses the given keys; answers and all that was said. */
async function talk(step: Partial<Step>, keys: string) {
  const root = committed({ 'a.txt': 'old\n' })
  const input = new PassThrough()
  const output = new PassThrough()
  const said: string[] = []
  const pressed = keys.split('')
  output.on('data', chunk => {
    said.push(String(chunk))
    // The next key, once there is a question.
    if (/\(y yes.*\) $/.test(said.join(''))) input.write(`${pressed.shift() ?? 'q'}\n`)
  })
  const settings: Talk = {
    options: { root, installed: '1.26' },
    total: 3,
    keyboard: { input, output, mode: 'lines' },
    yes: false,
  }
  const content = { title: 'do it', why: 'because', source: 'https://example.com', ...step } as Step
  const planned: PlannedStep = { id: 'x', directory: '', tested: [''], playbook: 'own', step: content }
  const before = await takeSnapshot(root)
  writeFileSync(join(root, 'a.txt'), 'new\n')
  const answers = [
    await approve(planned, 2, settings),
    await review(planned, before, ['a.txt', 'b'], settings),
  ]
  return { answers, said: said.join('') }
}

test('a command is shown and asked about before it runs, and its patch is shown', async () => {
  const { answers, said } = await talk({ kind: 'command', commands: [['go', 'vet', './...']] }, 'xn')
  expect(answers).toEqual(['skip', 'take'])
  expect(said).toMatch(
    /\[2\/3\] own: do it\n {3}because \(https:\/\/example\.com\)\n {3}\$ go vet \.\/\.\.\.\nrun this\?/,
  )
  expect(said).toMatch(/-old\n\+new\n {3}changed too: b\n$/)
})

test('a gate stops until it is confirmed, and cannot be left out', async () => {
  expect((await talk({ kind: 'gate' }, 'nq')).answers[0]).toBe('stop')
  expect((await talk({ kind: 'gate' }, 'ny')).answers[0]).toBe('take')
})

test('other steps are taken at once and asked about with their patch', async () => {
  const { answers, said } = await talk({ kind: 'transform', transforms: ['x'] }, 'n')
  expect(answers).toEqual(['take', 'skip'])
  expect(said).toMatch(/\+new\n {3}changed too: b\nkeep this\?/)
})

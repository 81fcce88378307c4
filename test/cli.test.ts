import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readTree, temporaryTree } from './support/tree.ts'

const FIXTURES = join(import.meta.dirname, '__fixtures__/cli')
const GOMEND = join(import.meta.dirname, '../bin/gomend.js')

interface Ending {
  readonly exit: number | null
  readonly stdout: string
  readonly stderr: string
}

function gomend(cwd: string, args: readonly string[], env: Record<string, string> = {}): Ending {
  const { status, stdout, stderr } = spawnSync(process.execPath, [GOMEND, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    timeout: 60_000,
  })
  return { exit: status, stdout: stdout.replaceAll(cwd, '<root>'), stderr: stderr.replaceAll(cwd, '<root>') }
}

// A case is what the command is given (before/, args.txt) and what comes of it (after/ where files change, and
// output.txt). UPDATE=1 writes output.txt anew.
describe.each(readdirSync(FIXTURES))('%s', name => {
  const directory = join(FIXTURES, name)
  const before = readTree(join(directory, 'before'))
  const after = existsSync(join(directory, 'after')) ? readTree(join(directory, 'after')) : before
  const args = readFileSync(join(directory, 'args.txt'), 'utf8').split('\n').filter(Boolean)

  test(`gomend ${args.join(' ')}`, () => {
    const root = temporaryTree(before)
    const { exit, stdout, stderr } = gomend(root, args)
    const output = `exit ${exit}\n--- stdout\n${stdout}--- stderr\n${stderr}`
    if (process.env.UPDATE) writeFileSync(join(directory, 'output.txt'), output)
    expect(output).toBe(readFileSync(join(directory, 'output.txt'), 'utf8'))
    const files = Object.entries(readTree(root)).filter(([path]) => !path.startsWith('.gomend/'))
    expect(Object.fromEntries(files)).toEqual(after)
  })
})

const OLD = '// +build linux\n\npackage p\n'
const NEW = '//go:build linux\n\npackage p\n'
const MODULE = { 'go.mod': 'module example.com/m\n\ngo 1.21\n' }

function git(cwd: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com']
  const { status, stdout, stderr } = spawnSync('git', [...identity, ...args], { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
  return stdout
}

function committed(files: Readonly<Record<string, string>>): string {
  const root = temporaryTree(files)
  git(root, 'init', '-q')
  git(root, 'add', '-A')
  git(root, 'commit', '-qm', 'before')
  return root
}

test('what diff prints, git apply takes, and it is what fix writes', () => {
  const files = {
    ...MODULE,
    'a.go': OLD,
    'dir with space/ü.go': OLD.replaceAll('\n', '\r\n'),
    'b.go': OLD.trimEnd(),
  }
  const root = committed(files)
  const patch = gomend(root, ['diff', './...']).stdout
  expect(git(root, 'status', '--porcelain')).toBe('')
  writeFileSync(join(root, 'gomend.patch'), patch)
  git(root, 'apply', '--check', 'gomend.patch')
  git(root, 'apply', 'gomend.patch')
  const { 'gomend.patch': _, ...applied } = readTree(root)

  const other = committed(files)
  expect(gomend(other, ['fix', '--yes']).exit).toBe(0)
  const clean = ([path]: [string, string]) => !path.startsWith('.git/')
  expect(Object.fromEntries(Object.entries(readTree(other)).filter(clean))).toEqual(
    Object.fromEntries(Object.entries(applied).filter(clean)),
  )
  expect(readTree(other)['a.go']).toBe(NEW)
})

test('fix refuses a dirty tree, and undo brings back what fix wrote', () => {
  const root = committed({ ...MODULE, 'a.go': OLD })
  writeFileSync(join(root, 'go.mod'), `${MODULE['go.mod']}// edited\n`)
  const refused = gomend(root, ['fix', '--yes'])
  expect([refused.exit, refused.stderr]).toEqual([2, expect.stringContaining('--allow-dirty')])

  expect(gomend(root, ['fix', '--yes', '--allow-dirty']).exit).toBe(0)
  expect(readTree(root)['a.go']).toBe(NEW)
  const undone = gomend(root, ['undo'])
  expect([undone.exit, undone.stdout]).toEqual([0, 'restored a.go\n'])
  expect(readTree(root)['a.go']).toBe(OLD)
})

test('diff and scan leave no trace, not even outside git', () => {
  const root = temporaryTree({ ...MODULE, 'a.go': OLD })
  const names = Object.keys(readTree(root))
  gomend(root, ['diff'])
  gomend(root, ['scan'])
  expect(Object.keys(readTree(root))).toEqual(names)
})

test('an empty git repository is no error', () => {
  const root = temporaryTree({})
  git(root, 'init', '-q')
  expect(gomend(root, ['diff'])).toEqual({ exit: 0, stdout: '', stderr: 'nothing found in 0 files\n' })
})

test.skipIf(process.platform === 'win32')('a reader that goes away stops nothing', () => {
  const root = temporaryTree({ ...MODULE, 'a.go': OLD })
  const command = '{ "$0" "$1" fix --yes --verify off; echo "exit $?" >&2; } | true'
  const { stderr } = spawnSync('sh', ['-c', command, process.execPath, GOMEND], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(stderr).toBe('exit 0\n')
  expect(readTree(root)['a.go']).toBe(NEW)
})

test.skipIf(process.platform !== 'linux')('what cannot be printed is said, and no run that was done', () => {
  const root = temporaryTree({ ...MODULE, 'a.go': OLD })
  const command = '"$0" "$1" scan --verify off >/dev/full'
  const { status, stderr } = spawnSync('sh', ['-c', command, process.execPath, GOMEND], {
    cwd: root,
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([2, 'gomend: cannot print: ENOSPC: no space left on device, write\n'])
})

test('a configuration that is a directory is an error, not left out', () => {
  const root = temporaryTree({ ...MODULE, 'a.go': OLD, 'transforms.config.ts/x.ts': '' })
  expect(gomend(root, ['scan', '--verify', 'off'])).toEqual({
    exit: 2,
    stdout: '',
    stderr: 'gomend: transforms.config.ts is no file; move it away, or pass --no-config\n',
  })
  expect(gomend(root, ['scan', '--verify', 'off', '--no-config']).exit).toBe(0)
})

test('a message shows what would steer a terminal, whatever it quotes', () => {
  const root = temporaryTree({ 'transforms.config.ts': "throw new Error('\\u001b[2J')" })
  const { exit, stderr } = gomend(root, ['scan'])
  expect([exit, stderr]).toEqual([2, 'gomend: cannot load <root>/transforms.config.ts: <U+001B>[2J\n'])
  expect(gomend(root, ['scan', '--no-config', '\u001b]0;x']).stderr).toMatch(
    /^gomend: <U\+001B>\]0;x is no file/,
  )
})

test('what the system refuses is said in words', () => {
  const root = temporaryTree({ ...MODULE, 'a.go': OLD })
  const { exit, stdout, stderr } = gomend(root, ['scan', 'a'.repeat(300)])
  expect([exit, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^gomend: the system does not let it go on: ENAMETOOLONG: .*\n$/)
})

test('what a configuration has begun keeps no run from its end', () => {
  const config = 'setInterval(() => {}, 1000)\nexport default {}\n'
  const root = temporaryTree({ ...MODULE, 'a.go': OLD, 'transforms.config.ts': config })
  const { exit, stdout } = gomend(root, ['scan', '--verify', 'off', '--format', 'json'])
  expect([exit, JSON.parse(stdout).outcomes.length]).toEqual([0, 1])
})

test('--version names the binding in use, and GOMEND_PARSER forces one', () => {
  const root = temporaryTree({})
  expect(gomend(root, ['--version']).stdout).toMatch(/^gomend \d+\.\d+\.\d+ \(tree-sitter binding: wasm\)\n$/)
  const wrong = gomend(root, ['--version'], { GOMEND_PARSER: 'fast' })
  expect(wrong).toEqual({
    exit: 2,
    stdout: '',
    stderr: 'gomend: GOMEND_PARSER is "fast"; it can be native or wasm\n',
  })
})

test.each([
  { flags: [], code: 'import "strings"\n\nvar _ = strings.Title("a")\n' },
  { flags: ['--package'], code: 'import words "strings"\n\nvar _ = words.Title("a")\n' },
])('a transform of your own is written ($flags), configured, and found to work', ({ flags, code }) => {
  const root = temporaryTree({ ...MODULE, 'a.go': `package p\n\n${code}` })
  expect(gomend(root, ['new', 'string-title', ...flags]).exit).toBe(0)
  writeFileSync(
    join(root, 'transforms.config.ts'),
    `import { defineConfig } from 'gomend'
import { stringTitle } from './transforms/string-title.ts'
export default defineConfig({ transforms: [stringTitle] })\n`,
  )
  const { exit, stdout } = gomend(root, ['scan'])
  expect(exit).toBe(0)
  expect(stdout).toContain('string-title: a call of strings.Title')
})

test('one run writes a report in every format', () => {
  const root = temporaryTree({ ...MODULE, 'a.go': OLD })
  const formats = ['text', 'stat', 'patch', 'json', 'sarif', 'github', 'github-review', 'markdown', 'html']
  const outputs = formats.flatMap(format => ['--output', `${format}=out.${format}`])
  expect(gomend(root, ['scan', '--verify', 'off', ...outputs]).exit).toBe(0)
  const files = readTree(root)
  for (const format of formats) expect(files[`out.${format}`]).toMatch(/a\.go|linux|build-tags/)
  const { driver } = JSON.parse(files['out.sarif'] ?? '').runs[0].tool
  expect(driver.rules.map(({ id }: { id: string }) => id)).toContain('build-tags')
})

test('answers by fingerprint decide without a terminal, and what they do not know is left', () => {
  const files = { ...MODULE, 'a.go': OLD, 'b.go': OLD, 'c.go': OLD }
  const root = temporaryTree(files)
  const { outcomes } = JSON.parse(gomend(root, ['scan', '--verify', 'off', '--format', 'json']).stdout)
  const [a, b] = outcomes.map(({ fingerprint }: { fingerprint: string }) => fingerprint)
  writeFileSync(
    join(root, 'answers.json'),
    JSON.stringify({ version: 1, answers: { [a]: 'accepted', [b]: 'declined' } }),
  )
  const { exit, stdout } = gomend(root, ['fix', '--verify', 'off', '--answers', 'answers.json'])
  expect(exit).toBe(0)
  expect(stdout).toContain('declined in answers.json')
  expect(stdout).toContain('not in answers.json')
  expect(readTree(root)).toMatchObject({ 'a.go': NEW, 'b.go': OLD, 'c.go': OLD })
})

const IGNORED = '//gomend:ignore build-tags generated headers need it\n// +build linux\n\npackage p\n'

test('an ignore comment keeps what is below it, and one with nothing below is reported', () => {
  const root = temporaryTree({
    ...MODULE,
    'a.go': IGNORED,
    'b.go': 'package p //gomend:ignore build-tags long gone\n',
    'c.go': `package p //gomend:ignore build-tags\n`,
  })
  const { exit, stdout } = gomend(root, ['fix', '--yes', '--verify', 'off'])
  expect(readTree(root)['a.go']).toBe(IGNORED)
  expect(
    stdout,
  ).toBe(`problem: c.go: line 1: an ignore comment needs a transform and a reason; write //gomend:ignore <transform> <reason>
note: b.go:1: //gomend:ignore build-tags has nothing to ignore; remove it
1 finding in 1 of 3 files: 1 ignored; 1 problem
`)
  expect(exit).toBe(1)
})

test('a baseline keeps what it lists, new findings count, and it can be pruned', () => {
  const root = temporaryTree({ ...MODULE, 'a.go': OLD, 'b.go': OLD })
  const scan = (...args: string[]) => gomend(root, ['scan', '--verify', 'off', '--check', ...args])
  expect(scan('--update-baseline')).toEqual({
    exit: 0,
    stdout: 'gomend-baseline.json lists 2 of the findings\n',
    stderr: '',
  })
  expect(scan()).toMatchObject({ exit: 0, stdout: '2 findings in 2 of 2 files: 2 ignored\n' })
  expect(scan('--no-baseline').exit).toBe(1)

  writeFileSync(join(root, 'a.go'), NEW)
  writeFileSync(join(root, 'c.go'), OLD)
  expect(scan()).toMatchObject({ exit: 1, stdout: expect.stringContaining('c.go\n  1:1  proposed') })
  expect(scan('--prune-baseline').stdout).toBe('gomend-baseline.json lists 1 of the findings\n')
  const { findings } = JSON.parse(readTree(root)['gomend-baseline.json'] ?? '')
  expect(Object.values(findings)).toEqual([expect.stringMatching(/^b\.go: build-tags: /)])

  expect(scan('--update-baseline', './...')).toMatchObject({
    exit: 2,
    stderr: expect.stringContaining('leave out'),
  })
  writeFileSync(join(root, 'gomend-baseline.json'), '{}')
  expect(scan()).toMatchObject({ exit: 2, stderr: expect.stringContaining('--update-baseline writes one') })
})

test('--since leaves alone what has not changed', () => {
  const root = committed({
    ...MODULE,
    'old.go': OLD,
    'near.go': `${OLD}\nvar x = 1\n`,
    'sub dir/ü.go': 'package p\n',
  })
  writeFileSync(join(root, 'sub dir/ü.go'), OLD)
  writeFileSync(join(root, 'near.go'), `${OLD}\nvar x = 2\n`)
  writeFileSync(join(root, 'untracked.go'), OLD)
  const { stdout } = gomend(root, ['scan', '--verify', 'off', '--since', 'HEAD'])
  expect(stdout.match(/^\S.*\.go$/gm)).toEqual(['sub dir/ü.go', 'untracked.go'])
  expect(stdout).toContain('4 findings in 4 of 4 files: 2 proposed, 2 ignored')
  expect(gomend(root, ['scan', '--since', 'nowhere'])).toMatchObject({
    exit: 2,
    stderr: 'gomend: git knows no commit "nowhere"; --since takes a branch, a tag or a commit\n',
  })
})

const THIRD = '// +build linux\n\npackage third\n'

test('init writes a configuration that fits what is there, and never over one', () => {
  const root = temporaryTree({
    'go.mod': 'module example.com/m\n\ngo 1.13\n',
    'sub/go.mod': 'module example.com/m/sub\n\ngo 1.21\n',
    'a.go': OLD,
    'sub/a.go': OLD,
    'third_party/t/t.go': THIRD,
  })
  expect(gomend(root, ['init']).exit).toBe(0)
  const config = readTree(root)['transforms.config.ts'] ?? ''
  expect(config).toContain('// Found: 3 files that go/build reads, in 2 modules for Go 1.13, 1.21.')
  expect(config).toMatch(/build-tags +2 found: 2 safe\n/)
  const scan = gomend(root, ['scan', '--verify', 'off'])
  expect(scan.stdout).toContain('2 findings in 2 of 2 files: 2 proposed; left alone: 1 excluded file\n')
  expect(gomend(root, ['init'])).toMatchObject({ exit: 2, stderr: expect.stringContaining('exists already') })
  expect(readTree(root)['transforms.config.ts']).toBe(config)
})

test('init in a repository without Go code writes a configuration that loads', () => {
  const root = temporaryTree({ 'README.md': '' })
  expect(gomend(root, ['init']).exit).toBe(0)
  expect(gomend(root, ['scan'])).toMatchObject({ exit: 0, stdout: 'nothing found in 0 files\n' })
})

test('the help of every command has examples, with flags that it knows', () => {
  const root = temporaryTree({})
  const commandsOf = (help: string) =>
    [...(/\nCommands:\n((?: .*\n)+)/.exec(help)?.[1] ?? '').matchAll(/^ {2}([a-z]+)/gm)].map(
      ([, name = '']) => name,
    )
  const names = commandsOf(gomend(root, ['--help']).stdout).filter(name => name !== 'help')
  const below = commandsOf(gomend(root, ['playbook', '--help']).stdout).filter(name => name !== 'help')
  expect(names).toEqual(expect.arrayContaining(['scan', 'diff', 'fix', 'init', 'completion']))
  for (const path of [...names.map(name => [name]), ...below.map(name => ['playbook', name])]) {
    const { stdout } = gomend(root, [...path, '--help'])
    const [usage = '', examples = ''] = stdout.split('\nExamples:\n')
    const lines = examples.split('\n').filter(Boolean)
    expect(lines, path.join(' ')).not.toEqual([])
    const flags = lines
      .filter(line => line.includes(path.join(' ')))
      .flatMap(line => line.match(/ --[a-z-]+/g) ?? [])
    for (const flag of flags) expect(usage).toContain(flag)
  }
}, 60_000)

test('a patch for each transform, package or owner', () => {
  const files = {
    ...MODULE,
    CODEOWNERS: '* @all\n/store/ @org/store\n',
    'a.go': OLD,
    'store/a.go': OLD,
    'store/deep/a.go': OLD,
  }
  const root = temporaryTree(files)
  const patches = (name: string) => {
    const { exit } = gomend(root, [
      'scan',
      '--verify',
      'off',
      '--output',
      `patch=out/${name}/{${name}}.patch`,
    ])
    expect(exit).toBe(0)
    return Object.keys(readTree(join(root, 'out', name))).sort()
  }
  expect(patches('transform')).toEqual(['build-tags.patch'])
  expect(patches('package')).toEqual(['root.patch', 'store.patch', 'store/deep.patch'])
  expect(patches('owner')).toEqual(['@all.patch', '@org/store.patch'])
  const wrong = (output: string) => gomend(root, ['scan', '--output', output]).stderr
  expect(wrong('json={owner}.json')).toContain('only patch=FILE can be split')
  expect(wrong('patch={owner}{package}.patch')).toContain('split by one of')
})

import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { discover } from '../../src/engine/discover.ts'
import { temporaryTree } from '../support/tree.ts'

const none = () => false

async function paths(root: string, ...patterns: string[]): Promise<string[]> {
  const { packages } = await discover({ root, patterns, isExcluded: none })
  return packages.flatMap(({ directory, names }) =>
    names.map(name => (directory ? `${directory}/${name}` : name)),
  )
}

function gitTree(files: Record<string, string>): string {
  const root = temporaryTree(files)
  execFileSync('git', ['init', '-q'], { cwd: root })
  return root
}

test('... leaves out testdata, vendor, and names that start with _ or .', async () => {
  const root = temporaryTree({
    'main.go': '',
    '_old.go': '',
    '.hidden.go': '',
    'a/b/c.go': '',
    'testdata/t.go': '',
    'vendor/x/x.go': '',
    '_build/b.go': '',
    '.cache/c.go': '',
  })
  expect(await paths(root, './...')).toEqual(['main.go', 'a/b/c.go'])
})

test('a directory left out by ... is read when it is named', async () => {
  const root = temporaryTree({ 'testdata/t.go': '', 'testdata/vendor/v.go': '' })
  expect(await paths(root, './testdata/...')).toEqual(['testdata/t.go'])
})

test('a directory without /... means its own files only', async () => {
  const root = temporaryTree({ 'a/a.go': '', 'a/b/b.go': '' })
  expect(await paths(root, './a')).toEqual(['a/a.go'])
})

test('the kinds of files that go/build reads count, beside Go files', async () => {
  const root = temporaryTree({
    'p/p.go': '',
    'p/p_amd64.s': '',
    'p/p.h': '',
    'p/README.md': '',
    'c/only.c': '',
  })
  expect(await paths(root, './...')).toEqual(['p/p.go', 'p/p.h', 'p/p_amd64.s'])
})

test('... goes on into nested modules', async () => {
  const root = temporaryTree({ 'go.mod': '', 'm.go': '', 'tools/go.mod': '', 'tools/t.go': '' })
  expect(await paths(root)).toEqual([])
  expect(await paths(root, './...')).toEqual(['m.go', 'tools/t.go'])
})

test('in a git work tree ignored files are left out, tracked ones and new ones are not', async () => {
  const root = gitTree({
    '.gitignore': 'gen/\n*_gen.go\n',
    'a.go': '',
    'gen/g.go': '',
    'kept_gen.go': '',
    'other_gen.go': '',
    'sub/.gitignore': '!x_gen.go\n',
    'sub/x_gen.go': '',
  })
  execFileSync('git', ['add', '-f', 'kept_gen.go'], { cwd: root })
  expect(await paths(root, './...')).toEqual(['a.go', 'kept_gen.go', 'sub/x_gen.go'])
  expect(await paths(root, './gen/...')).toEqual(['gen/g.go'])
  expect(await paths(root, 'other_gen.go')).toEqual(['other_gen.go'])
})

test('a nested git repository is left out and said to be', async () => {
  const root = gitTree({ 'a.go': '', 'third/b.go': '' })
  execFileSync('git', ['init', '-q'], { cwd: join(root, 'third') })
  const { packages, notes } = await discover({ root, patterns: ['./...'], isExcluded: none })
  expect(packages).toEqual([{ directory: '', names: ['a.go'] }])
  expect(notes).toEqual(['third/ is a git repository of its own and is left out; run gomend there'])
})

test('a directory that is named like a file, and links to directories, are not followed into a loop', async () => {
  const root = temporaryTree({ 'x.go/y.go': '' })
  symlinkSync('..', join(root, 'x.go/up'))
  mkdirSync(join(root, 'z.go'))
  expect(await paths(root, './...')).toEqual(['x.go/y.go'])
})

test.each([
  ['no/such/dir', /no\/such\/dir is no file or directory/],
  ['../elsewhere', /is outside/],
  ['./a.go/...', /does not name a directory/],
  ['notes.txt', /not a file that go\/build reads/],
  ['github.com/x/y/...', /no file or directory; name paths such as/],
])('the pattern %s is an error that says what to do', async (pattern, message) => {
  const root = temporaryTree({ 'a.go': '', 'notes.txt': '' })
  await expect(discover({ root, patterns: [pattern], isExcluded: none })).rejects.toThrow(message)
})

test('an empty directory has no packages', async () => {
  expect(await paths(temporaryTree({}), './...')).toEqual([])
})

test.each([
  ['in git', gitTree],
  ['without git', temporaryTree],
])('%s, what vendor keeps out and what is excluded is counted', async (_, make) => {
  const root = make({
    'main.go': '',
    'vendor/x/x.go': '',
    'vendor/x/deep/y.s': '',
    'vendor/modules.txt': '',
    'sub/vendor/z.go': '',
    'testdata/vendor/t.go': '',
    'third/a.go': '',
  })
  const isExcluded = (path: string) => path.startsWith('third/')
  const { vendored, excluded } = await discover({ root, patterns: ['./...'], isExcluded })
  expect([vendored, excluded]).toEqual([3, 1])
  expect((await discover({ root, patterns: ['./vendor/...'], isExcluded })).vendored).toBe(0)
})

import { spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { makeTree } from './support/fixes.ts'
import { goTest } from './support/go.ts'
import { runSeeded, seededModule, seedsLeft } from './support/seeded.ts'

const GOMEND = join(import.meta.dirname, '../bin/gomend.js')
const IDENTITY = {
  GIT_AUTHOR_NAME: 't',
  GIT_AUTHOR_EMAIL: 't@example.com',
  GIT_COMMITTER_NAME: 't',
  GIT_COMMITTER_EMAIL: 't@example.com',
}

function call(
  cwd: string,
  command: string,
  ...args: readonly string[]
): { exit: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...IDENTITY },
  })
  return { exit: status, text: stdout + stderr }
}

const gomend = (cwd: string, ...args: readonly string[]) => call(cwd, process.execPath, GOMEND, ...args)

const CONFIG = `import { defineConfig, shippedTransforms } from 'gomend'

const naming = {
  name: 'naming',
  meta: { summary: 'write new for old', why: '', since: '1.0', mentions: ['old'], reads: 'text' },
  find: ({ path, text }) =>
    [...text.matchAll(/old/g)].map(({ index }) => {
      const at = { path, startIndex: index, endIndex: index + 3 }
      const edits = [{ ...at, newText: 'new' }]
      return { at, message: 'old', fix: { title: 'write new', edits, proof: ['none'], safety: 'safe' } }
    }),
}

export default defineConfig({ transforms: [...shippedTransforms, naming] })
`
const FILES = {
  'go.mod': 'module example.com/m\n\ngo 1.21\n',
  'transforms.config.ts': CONFIG,
  'a.go': '// +build linux\n\npackage a\n\nvar old = 1\n',
}

goTest('--commit makes one commit for each transform, and undo takes back the last', () => {
  const root = makeTree(FILES)
  expect(gomend(root, 'fix', '--yes', '--commit').exit).toBe(0)
  expect(call(root, 'git', 'log', '--format=%s').text.split('\n').slice(0, 3)).toEqual([
    'naming: write new for old',
    'build-tags: replace `// +build` lines by `//go:build`',
    'all',
  ])
  expect(call(root, 'git', 'log', '-1', '--format=%b').text).toMatch(
    /^Made by gomend: 1 finding in 1 of 1 file: 1 fixed\.\n\nCompiled on linux\/amd64\.\n/,
  )
  expect(call(root, 'git', 'status', '--porcelain').text).toBe('')
  expect(gomend(root, 'undo').text).toBe('restored a.go\n')
  expect(readFileSync(join(root, 'a.go'), 'utf8')).toBe('//go:build linux\n\npackage a\n\nvar old = 1\n')
})

test('--commit is refused outside git, and with changes that are not gomend’s', () => {
  const root = makeTree(FILES)
  writeFileSync(join(root, 'a.go'), `${FILES['a.go']}\nvar mine = 1\n`)
  const dirty = gomend(root, 'fix', '--yes', '--verify=off', '--commit')
  expect(dirty).toMatchObject({ exit: 2, text: expect.stringContaining('uncommitted changes (a.go)') })
  const both = gomend(root, 'fix', '--yes', '--verify=off', '--commit', '--allow-dirty')
  expect(both).toMatchObject({ exit: 2, text: expect.stringContaining('leave out --allow-dirty') })
  call(root, 'rm', '-rf', '.git')
  const outside = gomend(root, 'fix', '--yes', '--verify=off', '--commit')
  expect(outside).toMatchObject({ exit: 2, text: expect.stringContaining('--commit needs a git repository') })
  expect(readFileSync(join(root, 'a.go'), 'utf8')).toContain('// +build')
})

test('after --commit, what is left is shown where it is, what was made where it was before all commits', () => {
  const finder = (name: string, word: string, ending: string) => `{
  name: '${name}',
  meta: { summary: 'look at ${word}', why: '', since: '1.0', mentions: ['${word}'], reads: 'text' },
  find: ({ path, text }) =>
    [...text.matchAll(/${word}/g)].map(({ index }) => {
      const at = { path, startIndex: index, endIndex: index + 3 }
      return { at, message: '${word} is on line ' + text.slice(0, index).split('\\n').length, ${ending} }
    }),
}`
  const fixing = (text: string) =>
    `fix: { title: 'write it', edits: [{ ...at, newText: '${text}' }], proof: [], safety: 'safe' }`
  const root = makeTree({
    'go.mod': FILES['go.mod'],
    'transforms.config.ts': `export default { transforms: [
${finder('a', 'old', fixing('new\\n// more'))}, ${finder('b', 'had', "refusal: 'kept'")}, ${finder('c', 'row', fixing('one\\n// two\\n// three'))},
] }`,
    'a.go': 'package a // old\n\n// row\n\n// had\n',
  })
  const { text } = gomend(root, 'fix', '--yes', '--verify=off', '--commit')
  expect(text).toMatch(
    /^ {2}1:14 {2}fixed {2}a: old is on line 1;.*\n {2}3:4 {2}fixed {2}c: row is on line 3;.*\n {2}8:4 {2}refused {2}b: had is on line 8$/m,
  )
  expect(readFileSync(join(root, 'a.go'), 'utf8').split('\n')[7]).toBe('// had')
})

test('when git refuses a commit, the reason is said and the files stay written', () => {
  const root = makeTree(FILES)
  mkdirSync(join(root, '.git/hooks'), { recursive: true })
  writeFileSync(join(root, '.git/hooks/pre-commit'), '#!/bin/sh\necho not on a Friday >&2\nexit 1\n', {
    mode: 0o755,
  })
  const { exit, text } = gomend(root, 'fix', '--yes', '--verify=off', '--commit')
  expect(exit).toBe(2)
  expect(text).toMatch(/git did not commit the changes of build-tags, which are written: not on a Friday/)
  expect(readFileSync(join(root, 'a.go'), 'utf8')).toContain('//go:build linux')
})

goTest('diff and every way to verify leave times, contents and git as they are', () => {
  const root = makeTree({ ...FILES, 'a_test.go': 'package a\n', 'go.work': 'go 1.21\n\nuse .\n' })
  const before = snapshot(root)
  for (const how of ['types', 'test', 'bench']) expect(gomend(root, 'diff', `--verify=${how}`).exit).toBe(0)
  expect(snapshot(root)).toEqual(before)
  expect(call(root, 'git', '--no-optional-locks', 'status', '--porcelain').text).toBe('')
})

test('of two that write at once, one is refused', async () => {
  const root = makeTree(FILES)
  const run = () =>
    new Promise<number | null>(resolve => {
      spawn(process.execPath, [GOMEND, 'fix', '--yes', '--verify=off'], { cwd: root, stdio: 'ignore' }).on(
        'close',
        resolve,
      )
    })
  const exits = await Promise.all([run(), run()])
  // The second finds the first at work, or its changes uncommitted.
  expect(exits.toSorted()).toEqual([0, 2])
  expect(readFileSync(join(root, 'a.go'), 'utf8')).toBe('//go:build linux\n\npackage a\n\nvar new = 1\n')
})

goTest.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s while tests run ends them too, and leaves nothing behind',
  async signal => {
    const test = `package a

import (
	"os"
	"strconv"
	"testing"
	"time"
)

func Test(t *testing.T) {
	os.WriteFile("pid.new", []byte(strconv.Itoa(os.Getpid())), 0o600)
	os.Rename("pid.new", "pid")
	time.Sleep(time.Minute)
}
`
    const root = makeTree({ ...FILES, 'a_test.go': test })
    const TMPDIR = mkdtempSync(join(tmpdir(), 'gomend-interrupted-'))
    const child = spawn(process.execPath, [GOMEND, 'fix', '--yes', '--verify=test'], {
      cwd: root,
      env: { ...process.env, TMPDIR },
      stdio: 'ignore',
    })
    const ending = new Promise(resolve => child.on('close', (_, signal) => resolve(signal)))
    while (!existsSync(join(root, 'pid'))) await setTimeout(50)
    child.kill(signal)
    expect(await ending).toBe(signal)
    expect(readdirSync(TMPDIR).filter(name => name.startsWith('.gomend'))).toEqual([])
    const tests = readFileSync(join(root, 'pid'), 'utf8')
    await expect.poll(() => isRunning(tests)).toBe(false)
    expect(readFileSync(join(root, 'a.go'), 'utf8')).toBe(FILES['a.go'])
  },
)

goTest(
  'faults of every kind are caught by name, and all else of the run is applied',
  async () => {
    const files = seededModule(1)
    const root = makeTree(files)
    const paths = Object.keys(files).filter(path => path.endsWith('.go'))
    const seeds = seedsLeft(root, paths)
    const faults = seeds.filter(name => name.startsWith('bad-'))
    const { outcomes } = await runSeeded(root)
    const broken = [...outcomes].filter(([, { status }]) => status === 'broken').map(([name]) => name)
    expect(faults).toHaveLength(9)
    expect(broken.toSorted()).toEqual(faults)
    expect(seedsLeft(root, paths)).toEqual(faults)
  },
  300_000,
)

/** A process that has ended may still be listed, until somebody asks how. */
function isRunning(processId: string): boolean {
  return /^[^Z\s]/.test(spawnSync('ps', ['-o', 'stat=', '-p', processId], { encoding: 'utf8' }).stdout)
}

/** Every path below a directory with its size and times, git's own included. */
function snapshot(root: string): readonly string[] {
  return ['', ...readdirSync(root, { recursive: true, encoding: 'utf8' })].sort().map(name => {
    const { size, mtimeMs, ctimeMs } = statSync(join(root, name))
    return `${name} ${size} ${mtimeMs} ${ctimeMs}`
  })
}

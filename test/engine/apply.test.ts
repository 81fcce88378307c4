import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { applyPatches } from '../../src/engine/apply.ts'
import type { FoundFix, Patch } from '../../src/engine/types.ts'
import { undoLastApply } from '../../src/engine/undo.ts'
import { withJournal } from '../../src/engine/with-journal.ts'

let root: string

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'gomend-apply-')))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(path: string, text: string | Buffer): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

function fix(title: string, ...paths: [string, ...string[]]): FoundFix {
  const [path] = paths
  const at = { path, startIndex: 0, endIndex: 0 }
  const edits = paths.map(path => ({ ...at, path, newText: '' }))
  const content = { title, edits: edits as [(typeof edits)[number]], proof: [], safety: 'safe' as const }
  return { transform: 'test', fingerprint: title, at, message: 'here', fix: content }
}

function patch(path: string, before: string, after: string, ...changes: FoundFix[]): Patch {
  return { path, before, after, changes }
}

function apply(...patches: Patch[]) {
  return withJournal(root, journal => applyPatches(journal, patches))
}

function undo() {
  return withJournal(root, undoLastApply)
}

test('texts are written byte for byte, with their marks and line ends', async () => {
  write('a.go', '\uFEFFpackage a\r\n')
  write('sub/ü.go', 'package sub')
  const patches = [
    patch('a.go', '\uFEFFpackage a\r\n', '\uFEFFpackage b\r\n'),
    patch('sub/ü.go', 'package sub', '// 🐹'),
  ]
  expect(await apply(...patches)).toEqual({ written: patches, stale: [], notes: [] })
  expect(readFileSync(join(root, 'a.go'))).toEqual(Buffer.from('\uFEFFpackage b\r\n'))
  expect(read('sub/ü.go')).toBe('// 🐹')
})

test('nothing is left beside the files', async () => {
  write('a.go', 'old')
  await apply(patch('a.go', 'old', 'new'))
  expect(readdirSync(root).toSorted()).toEqual(['.gomend', 'a.go'])
})

test('a file that has changed since it was read is not touched', async () => {
  write('a.go', 'mine')
  write('b.go', 'old')
  const { written, stale } = await apply(patch('a.go', 'old', 'new'), patch('b.go', 'old', 'new'))
  expect(written.map(({ path }) => path)).toEqual(['b.go'])
  expect(stale.map(({ patch, reason }) => [patch.path, reason])).toEqual([
    ['a.go', 'has changed since it was read'],
  ])
  expect([read('a.go'), read('b.go')]).toEqual(['mine', 'new'])
})

test('bytes that are not UTF-8 do not pass for the text they decode to', async () => {
  write('a.go', Buffer.from([0x61, 0xff]))
  const { stale } = await apply(patch('a.go', 'a\uFFFD', 'new'))
  expect(stale).toHaveLength(1)
  expect(readFileSync(join(root, 'a.go'))).toEqual(Buffer.from([0x61, 0xff]))
})

test('a fix is applied to all of its files or to none, and so is what it is tied to', async () => {
  const [ab, bc] = [fix('move it', 'a.go', 'b.go'), fix('rename it', 'b.go', 'c.go')]
  for (const path of ['b.go', 'c.go', 'd.go']) write(path, 'old')
  const patches = [
    patch('a.go', 'old', 'new', ab),
    patch('b.go', 'old', 'new', ab, bc),
    patch('c.go', 'old', 'new', bc),
    patch('d.go', 'old', 'new', fix('other', 'd.go')),
  ]
  const { written, stale } = await apply(...patches)
  expect(written.map(({ path }) => path)).toEqual(['d.go'])
  expect(stale.map(({ reason }) => reason)).toEqual([
    'has been deleted since it was read',
    'shares the fix "move it" with a.go, which has been deleted since it was read',
    'shares the fix "rename it" with b.go, which shares the fix "move it" with a.go, which has been deleted since it was read',
  ])
  expect([read('b.go'), read('c.go')]).toEqual(['old', 'old'])
})

test('undo takes back one apply at a time', async () => {
  write('a.go', 'one')
  await apply(patch('a.go', 'one', 'two'))
  await apply(patch('a.go', 'two', 'three'))
  expect(await undo()).toEqual({ restored: ['a.go'], left: [] })
  expect(read('a.go')).toBe('two')
  await undo()
  expect(read('a.go')).toBe('one')
  expect(await undo()).toBeUndefined()
})

test('mode, and the link that leads to a file, stay; other hard links are told of', async () => {
  write('real/a.go', 'old')
  chmodSync(join(root, 'real/a.go'), 0o640)
  symlinkSync('real/a.go', join(root, 'link.go'))
  write('hard.go', 'old')
  linkSync(join(root, 'hard.go'), join(root, 'other.go'))
  const { notes } = await apply(patch('link.go', 'old', 'new'), patch('hard.go', 'old', 'new'))
  expect(lstatSync(join(root, 'link.go')).isSymbolicLink()).toBe(true)
  expect(read('real/a.go')).toBe('new')
  expect(statSync(join(root, 'real/a.go')).mode & 0o777).toBe(0o640)
  expect(notes).toEqual([
    {
      path: 'hard.go',
      message: 'is now a file of its own; its other hard links keep the old text',
    },
  ])
  expect(read('other.go')).toBe('old')
})

test.skipIf(process.getuid?.() !== 0)('owner and group stay', async () => {
  write('a.go', 'old')
  chownSync(join(root, 'a.go'), 1234, 1235)
  await apply(patch('a.go', 'old', 'new'))
  expect(statSync(join(root, 'a.go'))).toMatchObject({ uid: 1234, gid: 1235 })
})

test('a link that leads out of the tree is not followed', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'gomend-outside-'))
  writeFileSync(join(outside, 'a.go'), 'old')
  symlinkSync(join(outside, 'a.go'), join(root, 'a.go'))
  const { stale } = await apply(patch('a.go', 'old', 'new'))
  expect(stale.map(({ reason }) => reason)).toEqual([
    'leads through a symbolic link out of the directory that gomend works in',
  ])
  expect(readFileSync(join(outside, 'a.go'), 'utf8')).toBe('old')
  rmSync(outside, { recursive: true })
})

test('undo leaves what has changed since, names it, and keeps its text from before', async () => {
  write('a.go', 'old')
  write('b.go', 'old')
  await apply(patch('a.go', 'old', 'new'), patch('b.go', 'old', 'new'))
  write('b.go', 'mine')
  const restoration = await undo()
  expect(restoration?.restored).toEqual(['a.go'])
  expect(restoration?.left.map(({ path }) => path)).toEqual(['b.go'])
  expect([read('a.go'), read('b.go')]).toEqual(['old', 'mine'])
  expect(readFileSync(restoration?.left[0]?.keptAt ?? '', 'utf8')).toBe('old')
})

test('a second run in the same tree is refused as long as the first goes on', async () => {
  write('a.go', 'old')
  await withJournal(root, async () => {
    await expect(apply(patch('a.go', 'old', 'new'))).rejects.toThrow(
      /^another gomend \(process \d+\) is working here: wait until it has ended/,
    )
  })
  expect(read('a.go')).toBe('old')
  await apply(patch('a.go', 'old', 'new'))
  expect(read('a.go')).toBe('new')
})

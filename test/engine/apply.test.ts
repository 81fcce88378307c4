import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
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

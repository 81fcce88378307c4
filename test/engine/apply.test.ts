import { createHash } from 'node:crypto'
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
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { applyPatches } from '../../src/engine/apply.ts'
import type { Observe } from '../../src/engine/durable.ts'
import type { FoundFix, Patch } from '../../src/engine/types.ts'
import { undoLastApply } from '../../src/engine/undo.ts'
import { withJournal } from '../../src/engine/with-journal.ts'
import { UsageError } from '../../src/errors.ts'
import { type CrashTree, makeCrashTree, removeTrees, stateOf } from '../support/crash.ts'

let root: string

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'gomend-apply-')))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))
afterAll(removeTrees)

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
  return applyWatched(() => {}, ...patches)
}

function applyWatched(observe: Observe, ...patches: Patch[]) {
  return withJournal(root, journal => applyPatches(journal, patches), observe)
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

test('what is no file any more, or lies behind one, is stale', async () => {
  mkdirSync(join(root, 'a.go'))
  write('b', 'a file')
  const { stale } = await apply(patch('a.go', 'old', 'new'), patch('b/b.go', 'old', 'new'))
  expect(stale.map(({ patch, reason }) => [patch.path, reason])).toEqual([
    ['a.go', 'is not a regular file any more'],
    ['b/b.go', 'has been deleted since it was read'],
  ])
})

test('two paths of one file are written once when they agree, and not at all when they do not', async () => {
  write('a.go', 'old')
  symlinkSync('a.go', join(root, 'b.go'))
  const { stale } = await apply(patch('a.go', 'old', 'one'), patch('b.go', 'old', 'two'))
  expect(stale.map(({ patch, reason }) => [patch.path, reason])).toEqual([
    ['a.go', 'is the same file as b.go, which would get another text'],
    ['b.go', 'is the same file as a.go, which would get another text'],
  ])
  expect(read('a.go')).toBe('old')

  const agreed = [patch('a.go', 'old', 'new'), patch('b.go', 'old', 'new')]
  expect(await apply(...agreed)).toEqual({ written: agreed, stale: [], notes: [] })
  expect(read('a.go')).toBe('new')
  expect(await undo()).toEqual({ restored: ['a.go'], left: [] })
})

test('nothing to write leaves nothing to undo', async () => {
  expect(await apply(patch('a.go', 'old', 'new'))).toMatchObject({ written: [], notes: [] })
  expect(await undo()).toBeUndefined()
})

test('the last twenty applies can be undone', async () => {
  write('a.go', '0')
  for (let number = 0; number < 23; number++) await apply(patch('a.go', `${number}`, `${number + 1}`))
  expect(readdirSync(join(root, '.gomend/undo'))).toHaveLength(20)
  let undone = 0
  while (await undo()) undone++
  expect([undone, read('a.go')]).toEqual([20, '3'])
})

test('a record that cannot be read stops everything that writes, and says what to do', async () => {
  write('a.go', 'old')
  await apply(patch('a.go', 'old', 'new'))
  writeFileSync(join(root, '.gomend/pending.json'), '{')
  await expect(undo()).rejects.toThrow(UsageError)
  await expect(apply(patch('a.go', 'new', 'newer'))).rejects.toThrow(
    `an earlier run of gomend was interrupted, and its record ${join(root, '.gomend/pending.json')} cannot be read: compare the tree with your last commit or backup, then delete the record`,
  )
  expect(read('a.go')).toBe('new')
})

test.each<[string, { path?: string; aside?: string; id?: string }]>([
  ['a path that leads out', { path: '../victim.go' }],
  ['a path that leads out by a detour', { path: 'a/../../victim.go' }],
  ['an absolute path', { path: '/victim.go' }],
  ['another file to remove', { aside: '../victim.go' }],
  ['an id that leads out', { id: '../../..' }],
])('a record with %s is not followed', async (_, { path = 'a.go', id = '0123456789ab', ...other }) => {
  const outside = join(root, 'victim.go')
  write('victim.go', 'new')
  write('tree/go.mod', '')
  const aside = join(dirname(path), `.gomend-${id}-0.tmp`)
  const after = createHash('sha256').update('new').digest('hex')
  const record = { id, files: [{ path, aside, before: 'old', after, ...other }] }
  write('tree/.gomend/pending.json', JSON.stringify(record))
  await expect(withJournal(join(root, 'tree'), undoLastApply)).rejects.toThrow(/cannot be read/)
  rmSync(join(root, 'tree/.gomend/pending.json'))
  write('tree/.gomend/undo/000001.json', JSON.stringify(record))
  await expect(withJournal(join(root, 'tree'), undoLastApply)).rejects.toThrow(/cannot be read/)
  expect(readFileSync(outside, 'utf8')).toBe('new')
})

test.each(['.gomend', '.gomend/undo', '.gomend/lock', '.gomend/.gitignore', '.gomend/kept'])(
  'a journal with a link at %s is not followed',
  async name => {
    write('tree/a.go', 'old')
    mkdirSync(join(root, 'outside'))
    mkdirSync(dirname(join(root, 'tree', name)), { recursive: true })
    symlinkSync(join(root, 'outside'), join(root, 'tree', name))
    await expect(withJournal(join(root, 'tree'), async () => {})).rejects.toThrow(
      `${join(root, 'tree', name)} is a symbolic link, and gomend makes none there`,
    )
    expect(readdirSync(join(root, 'outside'))).toEqual([])
  },
)

test('every text is on the disk before the first file changes, and every change before the apply counts as done', async () => {
  write('a.go', 'old')
  write('sub/b.go', 'old')
  const steps: string[] = []
  const observe: Observe = (operation, path) => {
    if (!path.endsWith('lock'))
      steps.push(`${operation} ${relative(root, path).replace(/-[0-9a-f]{12}-/, '-')}`)
  }
  await applyWatched(observe, patch('a.go', 'old', 'new'), patch('sub/b.go', 'old', 'new'))
  const created = (path: string) => [`create ${path}`, `write ${path}`, `fsync ${path}`]
  expect(steps).toEqual([
    'remove .gomend/pending.json.new',
    ...created('.gomend/pending.json.new'),
    'rename .gomend/pending.json',
    'fsync .gomend',
    ...created('.gomend-0.tmp'),
    ...created('sub/.gomend-1.tmp'),
    'rename a.go',
    'rename sub/b.go',
    'fsync ',
    'fsync sub',
    'rename .gomend/undo/000001.json',
    'fsync .gomend/undo',
    'fsync .gomend',
  ])
})

test.each([
  ['before its text is in place', 'create', 'mine', 'old'],
  ['when the first of two is already written', 'rename', 'mine', 'old'],
] as const)(
  'a file that somebody writes %s is left alone, and the other one written',
  async (_, when, mine, old) => {
    write('a.go', old)
    write('b.go', old)
    let isDone = false
    const observe: Observe = (operation, path) => {
      if (isDone || operation !== when || path.includes('pending')) return
      isDone = true
      write('b.go', mine)
    }
    const { written, stale } = await applyWatched(
      observe,
      patch('a.go', old, 'new'),
      patch('b.go', old, 'new'),
    )
    expect(written.map(({ path }) => path)).toEqual(['a.go'])
    expect(stale.map(({ patch, reason }) => [patch.path, reason])).toEqual([
      ['b.go', 'has changed since it was read'],
    ])
    expect([read('a.go'), read('b.go')]).toEqual(['new', mine])
    expect(readdirSync(root).toSorted()).toEqual(['.gomend', 'a.go', 'b.go'])
  },
)

test.each(['rename', 'remove', 'directory', 'link'])(
  'a file that goes meanwhile (%s) is left as it is',
  async kind => {
    write('a.go', 'old')
    let isDone = false
    const observe: Observe = (operation, path) => {
      if (isDone || operation !== 'fsync' || !path.endsWith('.tmp')) return
      isDone = true
      if (kind === 'rename') renameSync(join(root, 'a.go'), join(root, 'b.go'))
      else rmSync(join(root, 'a.go'))
      if (kind === 'directory') mkdirSync(join(root, 'a.go'))
      if (kind !== 'link') return
      write('other.go', 'old')
      symlinkSync('other.go', join(root, 'a.go'))
    }
    const { written, stale } = await applyWatched(observe, patch('a.go', 'old', 'new'))
    const followed = kind === 'link'
    expect(written).toHaveLength(followed ? 1 : 0)
    expect(stale).toHaveLength(followed ? 0 : 1)
    if (followed) expect(read('other.go')).toBe('new')
    expect(readdirSync(root).filter(name => name.endsWith('.tmp'))).toEqual([])
  },
)

test('a bug is no failure of the disk: the error comes out as it is, and nothing is changed', async () => {
  const tree = makeCrashTree(2)
  const bug = new Error('a bug')
  const observe: Observe = operation => {
    if (operation === 'write') throw bug
  }
  const applying = withJournal(tree.root, journal => applyPatches(journal, tree.patches), observe)
  await expect(applying).rejects.toBe(bug)
  expect(stateOf(tree)).toBe('old')
})

test('when taking back fails too, the error says that it is still to be done, and undo does it', async () => {
  const tree = makeCrashTree(3)
  let renames = 0
  const observe: Observe = (operation, path) => {
    if (operation === 'rename' && path.endsWith('.go')) renames += 1
    if (renames >= 2) throw Object.assign(new Error('the disk has gone'), { code: 'EIO' })
  }
  const applying = withJournal(tree.root, journal => applyPatches(journal, tree.patches), observe)
  await expect(applying).rejects.toThrow(
    /^cannot write: the disk has gone; taking back what had been written failed as well: the disk has gone; when the cause is gone, gomend undo begins with that$/,
  )
  expect(await withJournal(tree.root, undoLastApply)).toMatchObject({ left: [] })
  expect(stateOf(tree)).toBe('old')
})

test('when a step fails nothing is changed, and the error says so', async () => {
  let step = 1
  for (; await fails(makeCrashTree(2), step); step++);
  expect(step).toBeGreaterThan(15)
})

/** Applies with a disk that is full at one step; false when the apply has fewer steps. */
async function fails(tree: CrashTree, step: number): Promise<boolean> {
  let seen = 0
  const observe = () => {
    seen += 1
    if (seen === step) throw Object.assign(new Error('the disk is full'), { code: 'ENOSPC' })
  }
  const apply = withJournal(tree.root, journal => applyPatches(journal, tree.patches), observe)
  const ending = await apply.catch(error => error)
  if (seen < step) return false
  expect(ending).toBeInstanceOf(UsageError)
  expect(ending.message).toBe('cannot write: the disk is full; no file has been changed')
  expect(stateOf(tree)).toBe('old')
  return true
}

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { acceptAll } from '../../src/engine/answers.ts'
import { openCache } from '../../src/engine/cache.ts'
import { run } from '../../src/engine/run.ts'
import type { PackageTransform } from '../../src/transform.ts'
import { temporaryTree, writeTree } from '../support/tree.ts'

/** Says what the type of `x` is in each package, and writes `young` for `old`; `asked` are the directories it was asked about. */
function probe(asked: string[]): PackageTransform {
  return {
    name: 'probe',
    meta: { summary: 'probe', why: '', since: '1.0', mentions: ['seen', 'old'] },
    *findInPackage({ directory, files, types }) {
      asked.push(directory)
      for (const { path, text, tree } of files) {
        for (const node of tree.rootNode.descendantsOfType('selector_expression')) {
          const { startIndex, endIndex } = node
          const type = types.typeOf(node)
          const name = type.kind === 'basic' ? type.name : type.kind
          yield { at: { path, startIndex, endIndex }, message: 'seen', refusal: name }
        }
        const startIndex = text.indexOf('old')
        if (startIndex < 0) continue
        const at = { path, startIndex, endIndex: startIndex + 3 }
        const edits = [{ ...at, newText: 'young' }] as const
        yield { at, message: 'old', fix: { title: 't', edits: [...edits], proof: [], safety: 'safe' } }
      }
    },
  }
}

const TREE = {
  'go.mod': 'module example.com/m\n\ngo 1.21\n',
  'a/a.go': 'package a\n\nimport "example.com/m/p"\n\nvar seen = p.X\n',
  'b/b.go': 'package b\n\nvar seen = 1 // old\n',
  'p/p.go': 'package p\n\nvar X = Y\n',
  'p/y.go': 'package p\n\nvar Y int\n',
}

interface CachedTree {
  readonly root: string
  readonly cacheFile: string
}

function cachedTree(): CachedTree {
  return { root: temporaryTree(TREE), cacheFile: join(mkdtempSync(join(tmpdir(), 'gomend-cache-')), 'tree') }
}

const GOMEND = join(import.meta.dirname, '../../bin/gomend.js')

const OWN_TRANSFORMS = `
export default {
  transforms: [{ name: 'none', meta: { summary: 'none', why: '', since: '1.0', mentions: ['seen'] }, find: () => [] }],
}
`

/** What one process finds, and which directories it asked about. */
async function runOnce({ root, cacheFile }: CachedTree) {
  const asked: string[] = []
  const result = await run({
    root,
    go: { goroot: undefined, modcache: undefined },
    patterns: ['./...'],
    transforms: [probe(asked)],
    isExcluded: () => false,
    review: acceptAll,
    verify: undefined,
    apply: async () => ({ stale: [], notes: [] }),
    onProgress: () => {},
    cache: openCache(cacheFile, root),
  })
  const found = result.outcomes.map(({ finding: { at, message, refusal } }) => [at.path, message, refusal])
  return { asked, found, patches: result.patches.map(({ path, after }) => [path, after]) }
}

test('a second run asks about nothing, and finds and changes the same', async () => {
  const tree = cachedTree()
  const first = await runOnce(tree)
  expect(first.asked.sort()).toEqual(['a', 'b', 'b'])
  expect(first.found).toEqual([
    ['a/a.go', 'seen', 'int'],
    ['b/b.go', 'old', undefined],
  ])
  expect(first.patches).toEqual([['b/b.go', 'package b\n\nvar seen = 1 // young\n']])
  expect(await runOnce(tree)).toEqual({ ...first, asked: [] })
  expect(await runOnce(tree)).toEqual({ ...first, asked: [] })
})

test.each([
  ['in the package', { 'a/a.go': `${TREE['a/a.go']}\nvar z = p.X\n` }, 'int'],
  ['beside it, without a needle', { 'a/z.go': 'package a\n' }, 'int'],
  ['in an imported package', { 'p/y.go': 'package p\n\nvar Y string\n' }, 'string'],
  ['that an imported package has now', { 'p/y_windows.go': 'package p\n\nvar Y string\n' }, undefined],
  ['go.mod', { 'go.mod': 'module example.com/other\n\ngo 1.21\n' }, 'unknown'],
])('a file %s that changes is noticed', async (_, change, type) => {
  const tree = cachedTree()
  await runOnce(tree)
  writeTree(tree.root, change)
  const second = await runOnce(tree)
  expect(second.asked).toContain('a')
  if (type) expect(second.found).toContainEqual(['a/a.go', 'seen', type])
  expect(await runOnce(tree)).toEqual({ ...second, asked: [] })
})

test('a package that nothing read has changed for is not asked about again', async () => {
  const tree = cachedTree()
  await runOnce(tree)
  writeTree(tree.root, { 'b/b.go': 'package b\n\nvar seen = 2 // old\n' })
  const { asked, found } = await runOnce(tree)
  expect(asked.sort()).toEqual(['b', 'b'])
  expect(found).toContainEqual(['a/a.go', 'seen', 'int'])
})

test('what is a problem is looked at again, and a cache that is not whole is none', async () => {
  const tree = cachedTree()
  writeTree(tree.root, { 'b/b.go': 'package b\n\nvar seen = = 1\n' })
  await runOnce(tree)
  expect((await runOnce(tree)).asked).toEqual(['b'])

  const bytes = readFileSync(tree.cacheFile)
  writeFileSync(tree.cacheFile, bytes.subarray(0, bytes.length - 10))
  expect((await runOnce(tree)).asked.sort()).toEqual(['a', 'b'])
  expect((await runOnce(tree)).asked).toEqual(['b'])
  expect(readdirSync(join(tree.cacheFile, '..'))).toEqual(['tree'])
})

test('where no cache can be kept, or it would lie in the tree, there is none', () => {
  const root = temporaryTree({ ...TREE, file: '' })
  const scan = (directory: string) =>
    execFileSync(process.execPath, [GOMEND, 'scan', '--verify', 'off'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, XDG_CACHE_HOME: directory, LOCALAPPDATA: directory, HOME: directory },
    })
  expect(scan(join(root, 'file'))).toBe('nothing found in 4 files\n')
  expect(scan('inside')).toBe('nothing found in 4 files\n')
  expect(readdirSync(root).sort()).toEqual(['a', 'b', 'file', 'go.mod', 'p'])
})

test('the command keeps a cache for its own transforms, and none when it is told so', () => {
  const root = temporaryTree({
    ...TREE,
    'a/h.go': 'package a\n\nfunc f(m map[string]int, b []byte) { m[string(b)]++ }\n',
  })
  const cache = mkdtempSync(join(tmpdir(), 'gomend-cache-'))
  const scan = (...flags: string[]) =>
    execFileSync(process.execPath, [GOMEND, 'scan', '--verify', 'off', ...flags], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, XDG_CACHE_HOME: cache, LOCALAPPDATA: cache, HOME: cache },
    })
  const caches = () =>
    readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter(name => /[0-9a-f]{64}$/.test(name))
  const found = scan('--no-cache')
  expect(found).toContain('map-bytes-key')
  expect(caches()).toEqual([])

  writeFileSync(join(root, 'transforms.config.ts'), OWN_TRANSFORMS)
  expect(scan()).toContain('nothing found')
  expect(caches()).toEqual([])

  expect(scan('--no-config')).toBe(found)
  expect(caches()).toHaveLength(1)
  expect(scan('--no-config')).toBe(found)
})

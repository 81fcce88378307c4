import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import type { loadTransforms as Load } from '../../src/config.ts'
import { acceptAll } from '../../src/engine/answers.ts'
import { type RunOptions, run } from '../../src/engine/run.ts'
import { temporaryTree } from '../support/tree.ts'

const DIST = join(import.meta.dirname, '../../dist')

/** Reports what `p.X` is and the thread it looked from; changes that type, and all that import it, so that they are looked at again. */
const CONFIG = `
import { isMainThread } from 'node:worker_threads'
import { defineConfig } from 'gomend'

export default defineConfig({
  transforms: [{
    name: 'probe',
    meta: { summary: 'probe', why: '', since: '1.0', mentions: ['seen', 'old'] },
    *findInPackage(pkg) {
      for (const file of pkg.files) {
        for (const node of file.tree.rootNode.descendantsOfType('selector_expression')) {
          const { startIndex, endIndex } = node
          const type = pkg.types.typeOf(node)
          yield { at: { path: file.path, startIndex, endIndex }, message: isMainThread ? 'here' : 'there', refusal: type.name ?? type.kind }
        }
        const startIndex = file.text.indexOf('int // old')
        if (startIndex < 0) continue
        const at = { path: file.path, startIndex, endIndex: startIndex + 10 }
        yield { at, message: 'old', fix: { title: 't', edits: [{ ...at, newText: 'string // young' }], proof: [], safety: 'safe' } }
      }
      for (const file of pkg.files) {
        const startIndex = file.text.indexOf('once')
        if (startIndex < 0) continue
        const at = { path: file.path, startIndex, endIndex: startIndex + 4 }
        yield { at, message: 'once', fix: { title: 't', edits: [{ ...at, newText: 'twice' }], proof: [], safety: 'safe' } }
      }
    },
  }],
})
`

test('worker threads find what the calling thread finds, with types of the same texts', async () => {
  const filler = '// filler\n'.repeat(30_000)
  const importers = Array.from({ length: 8 }, (_, index): [string, string] => [
    `q${index}/a.go`,
    `package q // once\n\nimport "example.com/m/p"\n\nvar seen = p.X\n\n${filler}`,
  ])
  const root = temporaryTree({
    'go.mod': 'module example.com/m\n\ngo 1.21\n',
    'transforms.config.ts': CONFIG,
    'p/a.go': 'package p\n\nvar X int // old\n',
    ...Object.fromEntries(importers),
  })
  const { loadTransforms } = (await import(join(DIST, 'config.js'))) as { loadTransforms: typeof Load }
  const argument = { configPath: join(root, 'transforms.config.ts'), select: ['probe'] }
  const options: RunOptions = {
    root,
    go: { goroot: undefined, modcache: undefined },
    patterns: ['./...'],
    transforms: await loadTransforms(argument),
    isExcluded: () => false,
    review: acceptAll,
    verify: undefined,
    apply: async () => ({ stale: [], notes: [] }),
    onProgress: () => {},
  }
  const reload = { module: pathToFileURL(join(DIST, 'config.js')).href, argument }
  const there = await run({ ...options, reload })
  const here = await run(options)

  const seen = (result: typeof here) =>
    result.outcomes.flatMap(({ finding, round }) =>
      finding.refusal === undefined ? [] : [[finding.message, round, finding.at.path, finding.refusal]],
    )
  expect(seen(here)).toEqual(importers.map(([path]) => ['here', 2, path, 'string']))
  expect(seen(there)).toEqual(importers.map(([path]) => ['there', 2, path, 'string']))
  expect(there.patches.map(({ path, after }) => [path, after])).toEqual(
    here.patches.map(({ path, after }) => [path, after]),
  )
})

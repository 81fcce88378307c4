import { join } from 'node:path'
import { expect } from 'vitest'
import { discover } from '../../src/engine/discover.ts'
import { fileKind } from '../../src/engine/file-kind.ts'
import { makePrefilter } from '../../src/engine/prefilter.ts'
import { shippedTransforms } from '../../src/transforms/index.ts'
import { go, goTest } from '../support/go.ts'

/** A file that mentions a needle is parsed, often with all files of its package: that has to be the exception. */
const MOST = 0.12

goTest.each(shippedTransforms)('what $name mentions is rare in ordinary code', async transform => {
  const root = join(go('go', ['env', 'GOROOT'], import.meta.dirname).trim(), 'src')
  const patterns = ['cmd/go/...', 'net/...', 'encoding/...', 'go/...']
  const { packages } = await discover({ root, patterns, isExcluded: () => false })
  const prefilter = makePrefilter(root, [transform])
  const paths = packages.flatMap(({ directory, names }) => names.map(name => join(directory, name)))
  const admitted = paths.filter(path => prefilter(path, fileKind(path) ?? 'other').kind === 'candidate')
  expect(paths.length).toBeGreaterThan(500)
  expect(admitted.length / paths.length).toBeLessThan(MOST)
})

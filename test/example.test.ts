import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { go, goTest } from './support/go.ts'

const EXAMPLE = join(import.meta.dirname, '../examples/legacy-service')

goTest(
  'the bundled example builds on every system it is for, and its tests pass',
  () => {
    const copy = join(mkdtempSync(join(tmpdir(), 'gomend-example-')), 'legacy-service')
    cpSync(EXAMPLE, copy, { recursive: true })
    go('go', ['test', './...'], copy)
    for (const GOOS of ['windows', 'freebsd']) go('go', ['build', './...'], copy, { GOOS })
    go('go', ['build', '-tags', 'debug,purego', './...'], copy)
  },
  300_000,
)

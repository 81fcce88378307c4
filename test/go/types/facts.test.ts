import { join } from 'node:path'
import { expect } from 'vitest'
import { findGo } from '../../../src/go/sources/locations.ts'
import { goTest } from '../../support/go.ts'
import { QUESTIONS } from './compare-facts.ts'
import { type Proof, prove } from './prove.ts'

const locations = findGo(process.env)
const example = {
  directory: join(import.meta.dirname, '../../../examples/legacy-service'),
  patterns: ['./...'],
}
const standard = {
  directory: join(locations.goroot ?? '', 'src'),
  patterns: ['maps', 'net/textproto', 'net/url', 'path/filepath', 'slices', 'text/template/parse'],
}
const linux = { goos: 'linux', hidesDependencies: false }

// scripts/prove-types.ts does the same for the whole standard library and for real modules.
goTest.for<[name: string, proof: Proof, mostUnknown: number]>([
  ['the example', { ...example, ...linux }, 0.005],
  ['the example on windows', { ...example, ...linux, goos: 'windows' }, 0.005],
  ['the example without sources of others', { ...example, ...linux, hidesDependencies: true }, 0.04],
  ['a part of the standard library', { ...standard, ...linux }, 0.005],
  ['a part of the standard library on windows', { ...standard, ...linux, goos: 'windows' }, 0.005],
])(
  'what go/types says of %s is what gomend says, or it does not know',
  { timeout: 300_000 },
  async ([, proof, mostUnknown]) => {
    const { comparison, skipped } = await prove(proof, locations)
    expect(skipped).toEqual([])
    expect(comparison.wrong).toEqual([])
    for (const question of QUESTIONS) {
      const { equal, unknown } = comparison.counts[question]
      expect(equal, question).toBeGreaterThan(0)
      expect(unknown / (equal + unknown), question).toBeLessThanOrEqual(mostUnknown)
    }
  },
)

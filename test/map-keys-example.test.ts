import { join } from 'node:path'
import { expect } from 'vitest'
import { go, goTest } from './support/go.ts'

goTest(
  'the program that measures map keys runs, and what the docs say of them holds',
  () => {
    const directory = join(import.meta.dirname, '../examples/map-keys')
    const output = go(
      'go',
      ['test', '-bench', 'Assign|Aliased|Identity', '-benchmem', '-benchtime', '200x', '.'],
      directory,
    )
    for (const [key, allocations] of [
      ['string', 1],
      ['array', 0],
      ['hex', 2],
    ])
      expect(output).toMatch(new RegExp(`BenchmarkAssign/${key}\\S*\\s.* ${allocations} allocs/op`))
    expect(output).toMatch(/BenchmarkAliased\/store-copy\S*\s.* 0 lost\/1000/)
    expect(output).toMatch(/BenchmarkAliased\/store-view\S*\s.* 9\d\d(\.\d+)? lost\/1000/)
    expect(output).toMatch(/BenchmarkAliased\/look-up-copy\S*\s.* 0 allocs\/op/)
    expect(output).toMatch(/BenchmarkIdentity\S*\s.* (?!0 )[\d.]+ wrong-hits\/1000/)
  },
  120_000,
)

import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect } from 'vitest'
import { proveBuildTags } from '../scripts/build-tags-proof/prove.ts'
import { fileKind } from '../src/engine/file-kind.ts'
import { readCases } from './support/cases.ts'
import { go, goTest } from './support/go.ts'

/** What the installed Go's own sources still have of `+build` lines, and all fixtures. */
function files(): Map<string, Uint8Array> {
  const goroot = go('go', ['env', 'GOROOT'], import.meta.dirname).trim()
  const found = new Map<string, Uint8Array>()
  for (const entry of readdirSync(join(goroot, 'src'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !fileKind(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = readFileSync(path)
    if (bytes.includes('+build')) found.set(relative(goroot, path), bytes)
  }
  for (const { name, before } of readCases().filter(({ transform }) => transform === 'build-tags'))
    for (const [path, text] of Object.entries(before))
      if (fileKind(path)) found.set(`fixtures/${name}/${path}`, Buffer.from(text))
  return found
}

goTest('results are those of the installed gofmt, and go/build reads them as before', async () => {
  const input = files()
  for (const goLine of ['1.16', '1.21'] as const) {
    const proofs = await proveBuildTags(input, goLine)
    expect(proofs.filter(({ ending }) => ending === 'different')).toEqual([])
    expect(
      proofs.filter(({ ending }) => ending === 'equal' || ending === 'formatted').length,
    ).toBeGreaterThan(30)
  }
})

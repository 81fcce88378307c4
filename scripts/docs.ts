import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { shippedTransforms } from '../src/transforms/index.ts'
import { readCases } from '../test/support/cases.ts'
import { transformPage } from './transform-page.ts'

// Writes docs/transforms/*.md from the transforms' metadata and fixtures; with --check, says which are out of date.
const check = process.argv.includes('--check')
const directory = join(import.meta.dirname, '../docs/transforms')
const cases = readCases()

const pages = new Map(
  shippedTransforms.map(transform => {
    const own = cases.filter(fixture => fixture.transform === transform.name)
    return [`${transform.name}.md`, transformPage(transform, own)]
  }),
)
mkdirSync(directory, { recursive: true })
const stale = [...pages].filter(([name, text]) => textOf(name) !== text).map(([name]) => name)
const left = readdirSync(directory).filter(name => !pages.has(name))

if (check && stale.length + left.length > 0) {
  console.error(`docs/transforms is out of date (${[...stale, ...left].join(', ')}); run: npm run docs`)
  process.exitCode = 1
} else if (!check) {
  for (const name of stale) writeFileSync(join(directory, name), pages.get(name) ?? '')
  for (const name of left) rmSync(join(directory, name))
  console.log(`${pages.size} pages, ${stale.length} written, ${left.length} removed`)
}

function textOf(name: string): string | undefined {
  const path = join(directory, name)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

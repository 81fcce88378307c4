import { readFile } from 'node:fs/promises'
import { loadParser } from '../go/syntax/parse.ts'
import { parserNameFromEnvironment } from './session.ts'

/** Prints the version of gomend and the tree-sitter binding that a run would use. */
export async function printVersion(): Promise<void> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
  const { version } = JSON.parse(text) as { version: string }
  const { name } = await loadParser(parserNameFromEnvironment())
  process.stdout.write(`gomend ${version} (tree-sitter binding: ${name})\n`)
}

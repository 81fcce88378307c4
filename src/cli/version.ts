import { readFile } from 'node:fs/promises'
import { loadParser } from '../go/syntax/parse.ts'
import { packageRoot } from '../package-root.ts'
import { parserNameFromEnvironment } from './parser-name.ts'

/** Prints the version of gomend and the tree-sitter binding that a run would use. */
export async function printVersion(): Promise<void> {
  const { name } = await loadParser(parserNameFromEnvironment())
  process.stdout.write(`gomend ${await packageVersion()} (tree-sitter binding: ${name})\n`)
}

/** The version in gomend's package.json. */
export async function packageVersion(): Promise<string> {
  const text = await readFile(new URL('package.json', packageRoot), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

import { UsageError } from '../errors.ts'
import type { ParserName } from '../go/syntax/parse.ts'

/** GOMEND_PARSER forces a tree-sitter binding. Throws UsageError for a name there is no binding of. */
export function parserNameFromEnvironment(): ParserName | undefined {
  const name = process.env.GOMEND_PARSER
  if (name === undefined || name === '' || name === 'native' || name === 'wasm') return name || undefined
  throw new UsageError(`GOMEND_PARSER is "${name}"; it can be native or wasm`)
}

import { loadParser, type ParserName } from '../../src/go/syntax/parse.ts'

/** Both tree-sitter bindings: every test of syntax is for each. */
export const parserNames: readonly ParserName[] = ['wasm', 'native']

const nativeLoads = await loadParser('native').then(
  () => true,
  () => false,
)

/** Reports whether a binding loads on this machine; tests on one that does not are skipped by name. */
export function parserLoads(name: ParserName): boolean {
  return name === 'wasm' || nativeLoads
}

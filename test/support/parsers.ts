import { loadParser, type ParserName } from '../../src/go/syntax/parse.ts'

const nativeLoads = await loadParser('native').then(
  () => true,
  () => false,
)

/** The tree-sitter bindings that load on this machine; the native one needs a compiler at install time on some. */
export const parserNames: readonly ParserName[] = nativeLoads ? ['wasm', 'native'] : ['wasm']

import { createRequire } from 'node:module'
import { UsageError } from '../../errors.ts'
import { type Cursor, copyTree } from './copy-tree.ts'
import type { SyntaxTree } from './tree.ts'

/** The two bindings of tree-sitter: compiled for this machine, or WebAssembly, which runs anywhere. */
export type ParserName = 'native' | 'wasm'

export interface Parser {
  readonly name: ParserName
  /** Parses Go source of any size; what cannot be parsed becomes ERROR nodes. Offsets are UTF-16 code units. */
  readonly parse: (text: string) => SyntaxTree
  /** The same without the bodies of functions, whose blocks come out empty. */
  readonly parseHeads: (text: string) => SyntaxTree
}

const require = createRequire(import.meta.url)
const loaded = new Map<ParserName, Promise<Parser>>()

/** Loads a binding once; without a name the WebAssembly one (CONTRIBUTING.md says why). */
export function loadParser(name: ParserName = 'wasm'): Promise<Parser> {
  const known = loaded.get(name) ?? (name === 'native' ? loadNative() : loadWasm())
  loaded.set(name, known)
  return known
}

async function loadNative(): Promise<Parser> {
  let parser: NativeParser
  try {
    const TreeSitter = require('tree-sitter') as new () => NativeParser
    parser = new TreeSitter()
    parser.setLanguage(require('tree-sitter-go'))
  } catch (error) {
    throw new UsageError(
      'the native tree-sitter binding does not load here; unset GOMEND_PARSER, or compile it with `npm rebuild tree-sitter`',
      { cause: error },
    )
  }
  return {
    name: 'native',
    parse: text => read(text, true),
    parseHeads: text => read(text, false),
  }

  function read(text: string, hasBodies: boolean): SyntaxTree {
    const source = withFinalNewline(text)
    const tree = parser.parse(index => source.slice(index, index + SLICE))
    return { rootNode: copyTree(tree.walk(), text, hasBodies) }
  }
}

async function loadWasm(): Promise<Parser> {
  const { Language, Parser: WebParser } = await import('web-tree-sitter')
  await WebParser.init()
  const parser = new WebParser()
  parser.setLanguage(await Language.load(require.resolve('tree-sitter-go/tree-sitter-go.wasm')))
  return {
    name: 'wasm',
    parse: text => read(text, true),
    parseHeads: text => read(text, false),
  }

  function read(text: string, hasBodies: boolean): SyntaxTree {
    const tree = parser.parse(withFinalNewline(text))
    if (!tree) throw new Error('tree-sitter gave no tree')
    const cursor = tree.walk()
    try {
      return { rootNode: copyTree(cursor, text, hasBodies) }
    } finally {
      cursor.delete()
      tree.delete()
    }
  }
}

// Older native bindings reject a string of 32 Ki characters or more in one piece.
const SLICE = 32_000

/** Without a final newline the grammar reports errors that are none; offsets stay as they are. */
function withFinalNewline(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`
}

interface NativeParser {
  setLanguage(language: unknown): void
  parse(input: (index: number) => string): { walk(): Cursor }
}

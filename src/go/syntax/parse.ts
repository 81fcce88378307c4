import { createRequire } from 'node:module'
import { UsageError } from '../../errors.ts'
import { type Cursor, copyTree } from './copy-tree.ts'
import type { SyntaxNode, SyntaxTree } from './tree.ts'
import { withoutBodies } from './without-bodies.ts'

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
    ...parsersWith((source, copy) => copy(parser.parse(index => source.slice(index, index + SLICE)).walk())),
  }
}

async function loadWasm(): Promise<Parser> {
  const { Language, Parser: WebParser } = await import('web-tree-sitter')
  await WebParser.init()
  const parser = new WebParser()
  parser.setLanguage(await Language.load(require.resolve('tree-sitter-go/tree-sitter-go.wasm')))
  return {
    name: 'wasm',
    ...parsersWith((source, copy) => {
      const tree = parser.parse(source)
      if (!tree) throw new Error('tree-sitter gave no tree')
      const cursor = tree.walk()
      try {
        return copy(cursor)
      } finally {
        cursor.delete()
        tree.delete()
      }
    }),
  }
}

/** Parses, and has the tree copied before it goes. */
type Read = (source: string, copy: (cursor: Cursor) => SyntaxNode) => SyntaxNode

function parsersWith(readOnce: Read): Pick<Parser, 'parse' | 'parseHeads'> {
  let isReading = false
  // A binding that is stopped in the middle of a file, which no `finally` sees, goes on with it in the next one.
  const read: Read = (source, copy) => {
    if (isReading)
      throw new UsageError(
        'the parser was stopped in the middle of a file; run gomend again without that file',
      )
    isReading = true
    try {
      return readOnce(source, copy)
    } finally {
      isReading = false
    }
  }
  const parse = (text: string, source: string, hasBodies: boolean): SyntaxTree => {
    const copy = (cursor: Cursor) => copyTree(cursor, text, hasBodies)
    const rootNode = read(withFinalNewline(source), copy)
    const masked = rootNode.hasError ? withNewAsFunction(source) : source
    if (masked === source) return { rootNode }
    const other = read(withFinalNewline(masked), copy)
    return { rootNode: errorsIn(other) < errorsIn(rootNode) ? other : rootNode }
  }
  return {
    parse: text => parse(text, text, true),
    parseHeads: text => parse(text, withoutBodies(text), false),
  }
}

/**
 * The grammar knows only new(T). Where Go 1.26 has new(x + 1), `new` has to look like any other function; the copy of
 * the tree has the text as it is. What can only be a type stays.
 */
function withNewAsFunction(text: string): string {
  return text.replace(/\bnew\((?!\s*(?:[[*(]|(?:map|chan|func|struct|interface)\b|<-))/g, 'neW(')
}

function errorsIn({ children }: SyntaxNode): number {
  return children.filter(child => child.hasError).length
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

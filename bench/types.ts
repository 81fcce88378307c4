import { findGo } from '../src/go/sources/locations.ts'
import { makeSources } from '../src/go/sources/sources.ts'
import { loadParser } from '../src/go/syntax/parse.ts'
import { typeText } from '../src/go/types/type-text.ts'
import { makeWorld } from '../src/go/types/world.ts'

// npx jiti bench/types.ts ROOT DIRECTORY…   what it costs to resolve everything in packages, and how much stays unknown.
const [root, ...directories] = process.argv.slice(2)
if (!root || directories.length === 0) throw new Error('name a root and directories below it')

const sources = makeSources({ root, ...findGo(process.env), overlay: new Map() })
const world = makeWorld(sources, await loadParser())

const IDENTIFIERS = ['identifier', 'type_identifier', 'field_identifier', 'package_identifier', 'label_name']
const EXPRESSIONS = [
  'binary_expression',
  'call_expression',
  'composite_literal',
  'func_literal',
  'index_expression',
  'selector_expression',
  'slice_expression',
  'type_assertion_expression',
  'type_conversion_expression',
  'unary_expression',
]
const count = { lines: 0, identifiers: 0, unknownIdentifiers: 0, expressions: 0, unknownExpressions: 0 }
const start = performance.now()
for (const directory of directories) {
  const types = world.packageAt(directory)
  if (!types) throw new Error(`no package in ${directory}`)
  for (const { text, tree } of types.files) {
    count.lines += text.split('\n').length
    for (const node of tree.rootNode.descendantsOfType(IDENTIFIERS)) {
      if (node.text === '_' || node.parent?.type === 'package_clause') continue
      count.identifiers++
      if (!types.objectOf(node)) count.unknownIdentifiers++
    }
    for (const node of tree.rootNode.descendantsOfType(EXPRESSIONS)) {
      count.expressions++
      if (typeText(types.typeOf(node)).includes('unknown')) count.unknownExpressions++
    }
  }
}
const milliseconds = performance.now() - start
console.table({ ...count, 'µs a line': Math.round((milliseconds * 1000) / count.lines) })

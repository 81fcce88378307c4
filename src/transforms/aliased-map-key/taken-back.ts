import { inner, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { coreType } from '../../go/types/core-type.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'

/** Functions whose name says that they make bytes of a string without a copy, and `&k`. */
const BYTES =
  /StringData\(|[sS](?:tr(?:ing)?)?(?:2|To|_to_)[bB]|[uU]nsafe|[nN]oCopy|[zZ]ero[cC]opy|hack\.Slice|&/

/**
 * Where a loop over a map asks for the bytes behind its keys, as an arena does that takes memory back: a copy has other
 * bytes. Undefined when no loop of the package does.
 */
export function takenBack(types: PackageTypes): SyntaxNode | undefined {
  for (const { text, tree } of types.files) {
    if (!/\brange\b/.test(text) || !BYTES.test(text)) continue
    for (const range of tree.rootNode.descendantsOfType('range_clause')) {
      const map = range.childForFieldName('right')
      const key = partsOf(range.childForFieldName('left'))[0]
      const body = range.parent?.childForFieldName('body')
      if (!map || key?.type !== 'identifier' || !body) continue
      const place = body
        .descendantsOfType(['call_expression', 'unary_expression'])
        .find(node => isView(node, key.text))
      if (place && coreType(types.typeOf(map)).kind === 'map') return place
    }
  }
  return undefined
}

// s2b(k), hack.Slice(string(k)), &k
function isView(node: SyntaxNode, key: string): boolean {
  const isNamed = (each: SyntaxNode) => each.descendantsOfType('identifier').some(({ text }) => text === key)
  if (node.type === 'unary_expression') {
    const operand = node.childForFieldName('operand')
    return (
      node.childForFieldName('operator')?.type === '&' && operand !== undefined && inner(operand).text === key
    )
  }
  const list = node.childForFieldName('arguments')
  return (
    list !== undefined && BYTES.test(`${node.childForFieldName('function')?.text ?? ''}(`) && isNamed(list)
  )
}

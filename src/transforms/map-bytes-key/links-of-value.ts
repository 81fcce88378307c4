import { inner, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { builtinOf, calleeOf, objectAt } from '../../go/types/callee.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { brief, type Link, problem } from './link.ts'

/** What an expression that gives one of the maps says of them. */
export function linksOfValue(types: PackageTypes, expression: SyntaxNode): Link[] {
  const value = inner(expression)
  switch (value.type) {
    case 'nil':
      return []
    case 'composite_literal':
      return linksOfLiteral(value)
    case 'call_expression':
      return linksOfCall(types, value, 0)
    default: {
      const object = objectAt(types, value)
      if (object?.kind === 'var') return [{ kind: 'variable', object, at: value }]
      return [problem(value, `it is given the value of ${brief(value)}`)]
    }
  }
}

// map[string]V{k: v}
function linksOfLiteral(literal: SyntaxNode): Link[] {
  const type = literal.childForFieldName('type')
  const keys = partsOf(literal.childForFieldName('body')).map((element): Link => {
    const [key] = partsOf(element.childForFieldName('key'))
    if (!key || key.type === 'literal_value')
      return problem(element, 'a literal has an element without a key')
    return { kind: 'key', at: inner(key) }
  })
  return [...(type ? [{ kind: 'type', at: type } as const] : []), ...keys]
}

/** The map is what a call returns at the index. */
export function linksOfCall(types: PackageTypes, call: SyntaxNode, index: number): Link[] {
  const object = calleeOf(types, call)
  if (builtinOf(types, call) === 'make') {
    const [type] = partsOf(call.childForFieldName('arguments'))
    return type ? [{ kind: 'type', at: type }] : []
  }
  if (object?.kind === 'func') return [{ kind: 'result', function: object, index, at: call }]
  return [problem(call, `it is given the value of ${brief(call)}`)]
}

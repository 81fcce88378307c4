import { functionAround, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { usageAt } from '../../go/types/escape.ts'
import type { FuncObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { callsOf } from './function-calls.ts'
import { brief, type Link, problem } from './link.ts'
import { linksOfUse } from './links-of-use.ts'
import { linksOfValue } from './links-of-value.ts'

/** What a function that returns one of the maps, at an index of its results, and its callers say of them. */
export function linksOfResult(
  types: PackageTypes,
  object: FuncObject,
  index: number,
  at: SyntaxNode,
): Link[] {
  const { calls, problems } = callsOf(types, object, at)
  const declaration = object.declarations[0]?.node.parent
  const result = declaration?.childForFieldName('result')
  if (problems.length > 0 || !declaration || !result)
    return problems.map(each => ({ kind: 'problem', ...each }))
  const results = resultsOf(result)
  const own = results[index]
  if (!own) return [problem(result, `the results of ${object.name} are not followed`)]
  const name = own.name && types.objectOf(own.name)
  return [
    { kind: 'type', at: own.type },
    ...(name?.kind === 'var' ? [{ kind: 'variable', object: name, at: own.type } as const] : []),
    ...declaration
      .descendantsOfType('return_statement')
      .filter(statement => functionAround(statement) === declaration)
      .flatMap(statement => returned(types, statement, index, results.length)),
    ...calls.flatMap(call => received(types, call, index, results.length)),
  ]
}

interface Result {
  readonly name: SyntaxNode | undefined
  readonly type: SyntaxNode
}

function resultsOf(result: SyntaxNode): Result[] {
  if (result.type !== 'parameter_list') return [{ name: undefined, type: result }]
  return partsOf(result).flatMap((declaration): Result[] => {
    const type = declaration.childForFieldName('type')
    const names = declaration.childrenForFieldName('name')
    if (!type) return []
    return names.length > 0 ? names.map(name => ({ name, type })) : [{ name: undefined, type }]
  })
}

function returned(types: PackageTypes, statement: SyntaxNode, index: number, count: number): Link[] {
  const values = partsOf(statement).flatMap(list => partsOf(list))
  // The names of the results say what is returned.
  if (values.length === 0) return []
  const value = values[index]
  if (!value || values.length !== count) return [problem(statement, `${brief(statement)} is not followed`)]
  return linksOfValue(types, value)
}

function received(types: PackageTypes, call: SyntaxNode, index: number, count: number): Link[] {
  if (count === 1)
    return call.parent?.type === 'expression_statement' ? [] : linksOfUse(types, usageAt(types, call))
  const list = call.parent
  const statement = list?.type === 'expression_list' ? list.parent : undefined
  const names =
    statement?.type === 'var_spec'
      ? statement.childrenForFieldName('name')
      : partsOf(statement?.childForFieldName('left'))
  const name = names.length === count ? names[index] : undefined
  if (name?.text === '_') return []
  const object = name && types.objectOf(name.childForFieldName('field') ?? name)
  if (object?.kind === 'var') return [{ kind: 'variable', object, at: call }]
  return [problem(call, `what becomes of the results of ${brief(call)} is not followed`)]
}

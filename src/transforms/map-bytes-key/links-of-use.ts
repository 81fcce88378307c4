import { functionAround, inner, outer, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { builtinOf, objectAt } from '../../go/types/callee.ts'
import type { Usage, UsageKind } from '../../go/types/escape.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { brief, type Link, problem } from './link.ts'
import { linksOfCall, linksOfValue } from './links-of-value.ts'
import { receivingVariable } from './receiving-variable.ts'

/** What one use of a map says of it. */
export function linksOfUse(types: PackageTypes, { kind, value, within }: Usage): Link[] {
  switch (kind) {
    case 'indexed': {
      const key = within.childForFieldName('index')
      return key ? [{ kind: 'key', at: inner(key) }] : []
    }
    case 'measured':
      return builtinOf(types, within.parent) === 'delete' ? deletion(value, within) : []
    case 'ranged over':
      return [{ kind: 'range', at: within }]
    case 'compared with nil':
      return []
    case 'assigned to':
      return assignment(types, value, within)
    case 'initialised': {
      const [given] = partsOf(within.parent?.childForFieldName('value'))
      return given ? linksOfValue(types, given) : []
    }
    case 'copied':
    case 'stored':
      return copy(types, value)
    case 'returned':
      return returning(types, value)
    case 'passed':
      return passing(types, value, within)
    case 'made an interface':
      return [{ ...problem(value, `${brief(value)} becomes an interface`), isShown: true }]
    default:
      return [problem(value, `${brief(value)} ${verbFor(kind)}`)]
  }
}

function verbFor(kind: UsageKind): string {
  return kind === 'address taken' ? 'has its address taken' : 'is used in a way that is not followed'
}

// delete(m, k)
function deletion(value: SyntaxNode, list: SyntaxNode): Link[] {
  const [map, key] = partsOf(list)
  if (map && inner(map) === inner(value) && key) return [{ kind: 'key', at: inner(key) }]
  return [problem(value, `${brief(value)} is given to delete in a way that is not followed`)]
}

// m = value
function assignment(types: PackageTypes, target: SyntaxNode, statement: SyntaxNode): Link[] {
  const targets = partsOf(statement.childForFieldName('left'))
  const values = partsOf(statement.childForFieldName('right'))
  const index = targets.indexOf(outer(target))
  const value = values[values.length === 1 ? 0 : index]
  const isPlain =
    statement.type === 'short_var_declaration' ||
    (statement.type === 'assignment_statement' && statement.childForFieldName('operator')?.type === '=')
  if (!isPlain || !value)
    return [problem(target, `${brief(target)} is assigned to in a way that is not followed`)]
  if (targets.length === values.length) return linksOfValue(types, value)
  return value.type === 'call_expression'
    ? linksOfCall(types, value, index)
    : [problem(value, `it is given the value of ${brief(value)}`)]
}

// other = m, T{field: m}
function copy(types: PackageTypes, value: SyntaxNode): Link[] {
  const target = receivingVariable(types, value)
  if (target === 'none') return []
  if (target) return [{ kind: 'variable', object: target, at: value }]
  return [problem(value, `${brief(value)} is stored where it is not followed`)]
}

// return m
function returning(types: PackageTypes, value: SyntaxNode): Link[] {
  const around = functionAround(value)
  const name = around?.type === 'func_literal' ? undefined : around?.childForFieldName('name')
  const object = name && types.objectOf(name)
  const list = value.parent
  if (object?.kind !== 'func' || list?.type !== 'expression_list')
    return [problem(value, `${brief(value)} is returned from a function literal`)]
  return [{ kind: 'result', function: object, index: partsOf(list).indexOf(value), at: value }]
}

// f(m)
function passing(types: PackageTypes, value: SyntaxNode, list: SyntaxNode): Link[] {
  const callee = list.type === 'argument_list' ? list.parent?.childForFieldName('function') : undefined
  const object = callee && objectAt(types, callee)
  if (object?.kind !== 'func')
    return [problem(value, `${brief(value)} is passed to ${callee ? brief(callee) : 'a variadic function'}`)]
  const parameters = object.declarations[0]?.node.parent?.childForFieldName('parameters')
  const names = partsOf(parameters).flatMap(declaration => declaration.childrenForFieldName('name'))
  const name = names[partsOf(list).indexOf(value)]
  const parameter = name && types.objectOf(name)
  if (parameter?.kind === 'var') return [{ kind: 'variable', object: parameter, at: value }]
  return [problem(value, `${brief(value)} is passed to ${object.name}, which is not followed`)]
}

import { inner, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { isExported, usagesOf } from '../../go/types/escape.ts'
import type { VarObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Type } from '../../go/types/type.ts'
import { type DeclarationPlace, declarationPlace } from './declaration-place.ts'
import { isDeclaredIn } from './declared-in.ts'
import { callsOf } from './function-calls.ts'
import { brief, type Link, problem } from './link.ts'
import { linksOfUse } from './links-of-use.ts'
import { linksOfCall, linksOfValue } from './links-of-value.ts'
import { fieldProblem, positionalValues } from './struct-field.ts'

/** What the declaration and all uses of a variable, field or parameter say of the maps in it. */
export function linksOfVariable(
  types: PackageTypes,
  object: VarObject,
  at: SyntaxNode,
  isKey: (type: Type) => boolean,
): Link[] {
  const [declared, ...others] = object.declarations
  if (!declared || !isDeclaredIn(types, object))
    return [problem(at, `${object.name} is declared in another package`)]
  const { node } = declared
  if (others.length > 0) return [problem(node, `${object.name} is declared once for each platform`)]
  if (isExported(object)) return [problem(node, `${object.name} is exported`)]
  const reason = typeProblem(object, isKey) ?? linkProblem(types, object)
  if (reason !== undefined) return [problem(node, reason)]
  const place = declarationPlace(types, node)
  if (!place) return [problem(node, `${object.name} is declared in a way that is not followed`)]
  const all = usagesOf(types, object)
  if (all.unknown !== undefined) return [problem(node, all.unknown)]
  return [
    ...(place.type ? [{ kind: 'type', at: place.type } as const] : []),
    ...linksOfPlace(types, object, place),
    ...all.usages.flatMap(usage => linksOfUse(types, usage)),
  ]
}

function typeProblem({ name, type: typeOf }: VarObject, isKey: (type: Type) => boolean): string | undefined {
  const type = typeOf()
  if (type.kind === 'named') return `${name} has a type with a name, ${type.declaration.name}`
  return type.kind === 'map' && isKey(type.key) ? undefined : `${name} is no map with such keys`
}

/** Other packages may use what has a linkname. */
function linkProblem(types: PackageTypes, { name, isPackageLevel }: VarObject): string | undefined {
  const directive = new RegExp(`^//go:linkname\\s+${name}\\b`, 'm')
  const isLinked = isPackageLevel && types.files.some(({ text }) => directive.test(text))
  return isLinked ? `${name} has a linkname` : undefined
}

function linksOfPlace(types: PackageTypes, object: VarObject, place: DeclarationPlace): Link[] {
  switch (place.kind) {
    case 'variable':
      if (!place.value) return []
      if (place.index === undefined) return linksOfValue(types, place.value)
      if (place.value.type === 'call_expression') return linksOfCall(types, place.value, place.index)
      return [problem(place.value, `it is given the value of ${brief(place.value)}`)]
    case 'field': {
      const reason = fieldProblem(types, place)
      return [
        ...(reason ? [{ kind: 'problem', ...reason } as const] : []),
        ...positionalValues(types, object).flatMap(value => linksOfValue(types, value)),
      ]
    }
    case 'parameter': {
      if (!place.function) return [problem(place.name, `${object.name} is a parameter of a function literal`)]
      const { calls, problems } = callsOf(types, place.function, place.name)
      return [
        ...problems.map(each => ({ kind: 'problem', ...each }) as const),
        ...calls.flatMap(call => linksOfArgument(types, call, place.index)),
      ]
    }
    case 'result':
      if (!place.function) return [problem(place.name, `${object.name} is a result of a function literal`)]
      return [{ kind: 'result', function: place.function, index: place.index, at: place.name }]
  }
}

function linksOfArgument(types: PackageTypes, call: SyntaxNode, index: number): Link[] {
  const argument = argumentAt(call, index)
  return argument
    ? linksOfValue(types, argument)
    : [problem(call, `the arguments of ${brief(call)} are not followed`)]
}

/** The argument that a parameter gets; undefined when that is no expression of its own. */
export function argumentAt(call: SyntaxNode, index: number): SyntaxNode | undefined {
  const argument = partsOf(call.childForFieldName('arguments'))[index]
  return argument && argument.type !== 'variadic_argument' ? inner(argument) : undefined
}

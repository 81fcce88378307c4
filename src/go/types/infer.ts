import { laterUntyped } from './constant-operation.ts'
import { coreOfConstraint } from './core-type.ts'
import type { Operand } from './evaluate.ts'
import { hasUnknown, identical } from './identical.ts'
import { substituted } from './substitute.ts'
import { defaultType, type FuncType, isUntyped, type Type, type TypeParameter } from './type.ts'
import { underlyingOf } from './underlying.ts'

/** A generic function with type arguments in place of its first type parameters. */
export function instantiatedFunc(type: FuncType, replacements: readonly Type[]): FuncType {
  const replaced = substituted({ ...type, typeParameters: [] }, type.typeParameters, replacements)
  return replaced.kind === 'func' ? replaced : type
}

/**
 * The type arguments of a call (https://go.dev/ref/spec#Type_inference), by unification of parameter types with the
 * types of arguments, and of constraints with what that gave. Undefined when not all of them are known for certain.
 */
export function inferTypeArguments(
  { typeParameters, parameters, isVariadic }: FuncType,
  explicit: readonly Type[],
  operands: readonly Operand[],
  isSpread: boolean,
): readonly Type[] | undefined {
  const bound = new Map<TypeParameter, Type>()
  for (const [index, type] of explicit.entries()) {
    const parameter = typeParameters[index]
    if (parameter) bound.set(parameter, type)
  }
  const types = argumentTypes(operands)
  const untyped = new Map<TypeParameter, Type>()
  for (const [index, type] of types.entries()) {
    const parameter = parameterType(parameters, index, isVariadic && !isSpread)
    if (!parameter || type.kind === 'unknown') continue
    if (!isUntyped(type)) {
      if (!unify(parameter, type)) return undefined
    } else if (parameter.kind === 'parameter' && type.name !== 'untyped nil') {
      const before = untyped.get(parameter)
      untyped.set(parameter, before && isUntyped(before) ? laterUntyped(before.name, type.name) : type)
    }
  }
  for (const [parameter, type] of untyped)
    if (typeParameters.includes(parameter) && !bound.has(parameter)) bound.set(parameter, defaultType(type))

  for (let round = 0; round <= typeParameters.length; round++)
    for (const parameter of typeParameters) if (!useConstraint(parameter)) return undefined

  const result = typeParameters.map(parameter => settle(bound.get(parameter)))
  return result.every(type => type && !hasUnknown(type)) ? (result as Type[]) : undefined

  function settle(type: Type | undefined): Type | undefined {
    let settled = type
    for (let round = 0; settled && round < typeParameters.length; round++)
      settled = substituted(
        settled,
        typeParameters,
        typeParameters.map(parameter => bound.get(parameter) ?? parameter),
      )
    return settled
  }

  function useConstraint(parameter: TypeParameter): boolean {
    const core = coreOfConstraint(parameter.constraint())
    if (!core) return true
    const known = bound.get(parameter)
    if (known) return unify(core.type, core.hasTilde ? underlyingOf(known) : known)
    if (isClosed(core.type)) bound.set(parameter, settle(core.type) ?? core.type)
    return true
  }

  /** All type parameters in it are bound. */
  function isClosed(type: Type): boolean {
    return !typeParameters.some(parameter => !bound.has(parameter) && mentions(type, parameter))
  }

  /** Binds the type parameters in `pattern` so that it becomes `type`; false when that cannot be. */
  function unify(pattern: Type, type: Type): boolean {
    if (type.kind === 'unknown' || pattern.kind === 'unknown') return true
    if (pattern.kind === 'parameter' && typeParameters.includes(pattern)) return bind(pattern, type)
    if (pattern.kind === 'named') {
      if (type.kind === 'named' && type.declaration.key === pattern.declaration.key)
        return unifyAll(pattern.arguments, type.arguments)
      if (type.kind === 'named' || pattern.arguments.length === 0) return true
      return unify(underlyingOf(pattern), type)
    }
    const actual = type.kind === 'named' ? underlyingOf(type) : type
    if (actual.kind !== pattern.kind) return true
    switch (pattern.kind) {
      case 'pointer':
      case 'slice':
      case 'array':
      case 'channel':
        return unify(pattern.element, (actual as typeof pattern).element)
      case 'map':
        return unifyAll(
          [pattern.key, pattern.element],
          [(actual as typeof pattern).key, (actual as typeof pattern).element],
        )
      case 'func': {
        const other = actual as FuncType
        if (other.typeParameters.length > 0) return true
        return unifyAll(pattern.parameters, other.parameters) && unifyAll(pattern.results, other.results)
      }
      default:
        return true
    }
  }

  function unifyAll(patterns: readonly Type[], types: readonly Type[]): boolean {
    return patterns.every((pattern, index) => unify(pattern, types[index] ?? { kind: 'unknown' }))
  }

  function bind(parameter: TypeParameter, type: Type): boolean {
    const before = bound.get(parameter)
    if (!before) {
      bound.set(parameter, type)
      return true
    }
    if (identical(before, type) !== false) return true
    // A defined type and its underlying type unify to the defined type.
    if (before.kind !== 'named' && identical(before, underlyingOf(type))) {
      bound.set(parameter, type)
      return true
    }
    return type.kind !== 'named' && identical(underlyingOf(before), type) === true
  }
}

function mentions(type: Type, parameter: TypeParameter): boolean {
  return contains(type, parameter)
}

function contains(type: Type, parameter: TypeParameter): boolean {
  if (type === parameter) return true
  switch (type.kind) {
    case 'named':
      return type.arguments.some(inner => contains(inner, parameter))
    case 'pointer':
    case 'slice':
    case 'array':
    case 'channel':
      return contains(type.element, parameter)
    case 'map':
      return contains(type.key, parameter) || contains(type.element, parameter)
    case 'func':
      return [...type.parameters, ...type.results].some(inner => contains(inner, parameter))
    default:
      return false
  }
}

function parameterType(parameters: readonly Type[], index: number, spreads: boolean): Type | undefined {
  const last = parameters.at(-1)
  if (spreads && last?.kind === 'slice' && index >= parameters.length - 1) return last.element
  return parameters[index]
}

function argumentTypes(operands: readonly Operand[]): Type[] {
  const types = operands.map(
    (operand): Type => (operand.mode === 'value' ? operand.type : { kind: 'unknown' }),
  )
  const [only] = types
  return only?.kind === 'tuple' && types.length === 1 ? [...only.types] : types
}

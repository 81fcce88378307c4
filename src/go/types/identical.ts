import { substituted } from './substitute.ts'
import type { FuncType, Type } from './type.ts'
import { methodsOf } from './underlying.ts'

/** Whether two types are identical (https://go.dev/ref/spec#Type_identity); undefined when that is not known. */
export function identical(a: Type, b: Type): boolean | undefined {
  if (a === b && a.kind !== 'unknown') return hasUnknown(a) ? undefined : true
  if (a.kind === 'unknown' || b.kind === 'unknown') return undefined
  if (a.kind !== b.kind) return false
  switch (a.kind) {
    case 'basic':
      return a.name === (b as typeof a).name
    case 'parameter':
      return false
    case 'named': {
      const other = b as typeof a
      if (a.declaration.key !== other.declaration.key) return false
      return allIdentical(a.arguments, other.arguments)
    }
    case 'pointer':
    case 'slice':
      return identical(a.element, (b as typeof a).element)
    case 'array': {
      const other = b as typeof a
      if (a.length === undefined || other.length === undefined) return undefined
      return a.length === other.length ? identical(a.element, other.element) : false
    }
    case 'map': {
      const other = b as typeof a
      return allIdentical([a.key, a.element], [other.key, other.element])
    }
    case 'channel': {
      const other = b as typeof a
      return a.direction === other.direction ? identical(a.element, other.element) : false
    }
    case 'func':
      return identicalFuncs(a, b as typeof a)
    case 'struct': {
      const other = b as typeof a
      if (!a.isComplete || !other.isComplete) return undefined
      const shape = (type: typeof a) =>
        type.fields.map(field => `${field.name} ${field.isEmbedded} ${field.tag}`).join('\n')
      if (shape(a) !== shape(other)) return false
      return allIdentical(
        a.fields.map(({ type }) => type),
        other.fields.map(({ type }) => type),
      )
    }
    case 'interface':
      return identicalInterfaces(a, b as typeof a)
    case 'tuple':
      return allIdentical(a.types, (b as typeof a).types)
    case 'union': {
      const other = b as typeof a
      const shape = (type: typeof a) => type.terms.map(({ hasTilde }) => hasTilde).join()
      const terms = (type: typeof a) => type.terms.map(term => term.type)
      // In another order they may still be the same.
      return (shape(a) === shape(other) && allIdentical(terms(a), terms(other))) || undefined
    }
  }
}

function allIdentical(as: readonly Type[], bs: readonly Type[]): boolean | undefined {
  if (as.length !== bs.length) return false
  let result: boolean | undefined = true
  for (const [index, a] of as.entries()) {
    const same = identical(a, bs[index] ?? { kind: 'unknown' })
    if (same === false) return false
    result = result && same
  }
  return result
}

function identicalFuncs(a: FuncType, b: FuncType): boolean | undefined {
  if (a.isVariadic !== b.isVariadic || a.typeParameters.length !== b.typeParameters.length) return false
  const renamed = (type: Type) => substituted(type, b.typeParameters, a.typeParameters)
  return allIdentical(
    [...a.typeParameters.map(({ constraint }) => constraint()), ...a.parameters, ...a.results],
    [...b.typeParameters.map(({ constraint }) => constraint()), ...b.parameters, ...b.results].map(renamed),
  )
}

function identicalInterfaces(a: Type & { kind: 'interface' }, b: Type & { kind: 'interface' }) {
  const [left, right] = [methodsOf(a), methodsOf(b)]
  if (!left.isComplete || !right.isComplete) return undefined
  if (left.terms.length + right.terms.length > 0 && !allIdentical(left.terms, right.terms)) return undefined
  const byName = (x: { name: string }, y: { name: string }) => (x.name < y.name ? -1 : 1)
  const [ours, theirs] = [left.methods.toSorted(byName), right.methods.toSorted(byName)]
  if (ours.map(({ name }) => name).join() !== theirs.map(({ name }) => name).join()) return false
  return allIdentical(
    ours.map(method => method.type()),
    theirs.map(method => method.type()),
  )
}

/** Reports whether any part of the type is not known. */
export function hasUnknown(type: Type): boolean {
  switch (type.kind) {
    case 'unknown':
      return true
    case 'basic':
    case 'parameter':
      return false
    case 'named':
      return type.arguments.some(hasUnknown)
    case 'pointer':
    case 'slice':
    case 'channel':
      return hasUnknown(type.element)
    case 'array':
      return type.length === undefined || hasUnknown(type.element)
    case 'map':
      return hasUnknown(type.key) || hasUnknown(type.element)
    case 'func':
      return type.parameters.some(hasUnknown) || type.results.some(hasUnknown)
    case 'struct':
      return !type.isComplete || type.fields.some(field => hasUnknown(field.type))
    case 'interface':
      return !type.isComplete || type.methods.some(method => hasUnknown(method.type()))
    case 'union':
      return type.terms.some(term => hasUnknown(term.type))
    case 'tuple':
      return type.types.some(hasUnknown)
  }
}

import { identical } from './identical.ts'
import type { GoObject } from './object.ts'
import { substituted } from './substitute.ts'
import type { NamedType, Type } from './type.ts'
import { methodsOf, underlyingsOf } from './underlying.ts'

/** A field or method that a selector denotes. */
export interface Member {
  /** Undefined where it is not known which package declares it. */
  readonly object: () => GoObject | undefined
  /** Of the field, or of the method as a function without its receiver. */
  readonly type: Type
  readonly isMethod: boolean
}

interface Place {
  readonly type: Type
  readonly depth: number
}

/**
 * The field or method `name` at the shallowest depth of the type's embedded fields
 * (https://go.dev/ref/spec#Selectors). `unknown` when it cannot be told which it is; undefined when there is none.
 */
export function findMember(type: Type, name: string): Member | 'unknown' | undefined {
  // With T a named pointer type, only fields can be selected through it; methods of *T belong to T.
  const start = type.kind === 'pointer' ? type.element : pointerTarget(type)
  let level: Place[] = [{ type: start, depth: 0 }]
  const seen = new Set<string>()
  // A type of which not all fields are known may promote the name from one level below it.
  let uncertainFrom = Number.POSITIVE_INFINITY

  for (let depth = 0; level.length > 0; depth++) {
    const found: Member[] = []
    const next: Place[] = []
    for (const place of level) {
      const answer = lookInto(place, name, seen)
      if (answer === 'unknown') return 'unknown'
      found.push(...answer.found)
      next.push(...answer.embedded)
      if (!answer.isComplete) uncertainFrom = Math.min(uncertainFrom, depth + 1)
    }
    const [member] = found
    if (member) {
      if (found.length > 1) return undefined
      return depth <= uncertainFrom ? member : 'unknown'
    }
    level = next
  }
  return uncertainFrom === Number.POSITIVE_INFINITY ? undefined : 'unknown'
}

function pointerTarget(type: Type): Type {
  if (type.kind !== 'named') return type
  const [underlying, ...others] = underlyingsOf(type)
  return underlying?.kind === 'pointer' && others.length === 0 ? underlying.element : type
}

interface Answer {
  readonly found: readonly Member[]
  readonly embedded: readonly Place[]
  readonly isComplete: boolean
}

const NOTHING: Answer = { found: [], embedded: [], isComplete: true }

function lookInto({ type, depth }: Place, name: string, seen: Set<string>): Answer | 'unknown' {
  if (type.kind === 'unknown') return 'unknown'
  if (type.kind === 'parameter') return lookInto({ type: type.constraint(), depth }, name, seen)
  if (type.kind === 'named') return lookIntoNamed(type, depth, name, seen)
  if (type.kind === 'interface') {
    const { methods, isComplete } = methodsOf(type)
    const method = methods.find(method => method.name === name)
    if (method) return { ...NOTHING, found: [{ object: method.object, type: method.type(), isMethod: true }] }
    return isComplete ? NOTHING : 'unknown'
  }
  if (type.kind !== 'struct') return NOTHING
  const field = type.fields.find(field => field.name === name)
  if (field) return { ...NOTHING, found: [{ object: () => field.object, type: field.type, isMethod: false }] }
  const embedded = type.fields
    .filter(({ isEmbedded }) => isEmbedded)
    .map(({ type }) => ({ type: type.kind === 'pointer' ? type.element : type, depth: depth + 1 }))
  return { found: [], embedded, isComplete: type.isComplete }
}

function lookIntoNamed(type: NamedType, depth: number, name: string, seen: Set<string>): Answer | 'unknown' {
  const { declaration } = type
  if (seen.has(declaration.key)) return NOTHING
  seen.add(declaration.key)
  const method = declaration.method(name)
  if (method === 'unknown') return 'unknown'
  if (method) {
    if (!isMethodEverywhere(type, name)) return 'unknown'
    const methodType = substituted(method.type(), declaration.typeParameters(), type.arguments)
    return { ...NOTHING, found: [{ object: method.object, type: methodType, isMethod: true }] }
  }
  const underlyings = underlyingsOf(type)
  const [only] = underlyings
  if (only && underlyings.length === 1) return lookInto({ type: only, depth }, name, seen)
  return agreedMember(underlyings.map(underlying => findMember(underlying, name)))
}

/** Where platforms have declarations of a type each, what is a method on one may be a field, or promoted, on another. */
function isMethodEverywhere(type: NamedType, name: string): boolean {
  const underlyings = underlyingsOf(type)
  return underlyings.length < 2 || underlyings.every(underlying => findMember(underlying, name) === undefined)
}

/** What all platforms' declarations of a type say of a name, if they agree. */
function agreedMember(members: readonly (Member | 'unknown' | undefined)[]): Answer | 'unknown' {
  if (members.every(member => member === undefined)) return NOTHING
  const known = members.filter(member => member !== undefined && member !== 'unknown')
  const [first] = known
  if (!first || known.length < members.length) return 'unknown'
  if (!known.every(member => identical(member.type, first.type))) return 'unknown'
  const object = () => {
    const objects = known.map(member => member.object())
    const [one] = objects
    const declarations = objects.flatMap(object => object?.declarations ?? [])
    return one && objects.every(object => object) ? { ...one, declarations } : undefined
  }
  return { ...NOTHING, found: [{ ...first, object }] }
}

import type { TypedFile } from './files.ts'
import { substituted } from './substitute.ts'
import type { InterfaceType, Method, Type } from './type.ts'

export interface InterfaceMembers {
  readonly methods: readonly Method[]
  /** Embedded elements that are no plain sets of methods. */
  readonly terms: readonly Type[]
  readonly isComplete: boolean
}

/** The methods of an interface with those of the interfaces that it embeds (https://go.dev/ref/spec#Embedded_interfaces). */
export function methodsOf(type: InterfaceType, seen: ReadonlySet<string> = new Set()): InterfaceMembers {
  const methods = new Map(type.methods.map(method => [method.name, method]))
  const terms: Type[] = []
  let { isComplete } = type
  for (const embedded of type.embedded) {
    const key = embedded.kind === 'named' ? embedded.declaration.key : ''
    if (key !== '' && seen.has(key)) {
      // Interfaces that embed each other in a circle are no valid Go.
      isComplete = false
      continue
    }
    const inner = embedded.kind === 'union' ? embedded : underlyingOf(embedded)
    if (inner.kind === 'unknown') isComplete = false
    if (inner.kind !== 'interface') {
      if (inner.kind !== 'unknown') terms.push(embedded)
      continue
    }
    const members = methodsOf(inner, new Set([...seen, key]))
    for (const method of members.methods) if (!methods.has(method.name)) methods.set(method.name, method)
    if (members.terms.length > 0 || isComparable(embedded)) terms.push(embedded)
    isComplete &&= members.isComplete
  }
  return { methods: [...methods.values()], terms, isComplete }
}

function isComparable(type: Type): boolean {
  return type.kind === 'named' && type.declaration.package === '' && type.declaration.name === 'comparable'
}

/** The underlying type (https://go.dev/ref/spec#Underlying_types); unknown where platforms differ. */
export function underlyingOf(type: Type): Type {
  if (type.kind === 'parameter') return underlyingOf(type.constraint())
  if (type.kind !== 'named') return type
  const [first, ...others] = underlyingsOf(type)
  if (!first) return { kind: 'unknown' }
  return others.every(other => isSameBasic(first, other)) ? first : { kind: 'unknown' }
}

/** Other types have fields and methods of their own, even where they look the same. */
function isSameBasic(a: Type, b: Type): boolean {
  return a.kind === 'basic' && b.kind === 'basic' && a.name === b.name
}

/** A type as the builds of a file see it: without the declarations that are never built together with the file. */
export function builtWith(type: Type, file: TypedFile): Type {
  if (type.kind === 'pointer' && type.element.kind === 'named')
    return { kind: 'pointer', element: builtWith(type.element, file) }
  if (type.kind !== 'named' || !type.declaration.builtWith) return type
  return { kind: 'named', declaration: type.declaration.builtWith(file), arguments: type.arguments }
}

/** The underlying types of all declarations of a named type. */
export function underlyingsOf(type: Type & { kind: 'named' }): readonly Type[] {
  const { declaration } = type
  const underlyings = declaration.underlyings()
  if (type.arguments.length === 0) return underlyings
  const parameters = declaration.typeParameters()
  if (parameters.length !== type.arguments.length) return [{ kind: 'unknown' }]
  return underlyings.map(underlying => substituted(underlying, parameters, type.arguments))
}

import { identical } from './identical.ts'
import { basic, type Type, unknown } from './type.ts'
import { methodsOf, underlyingOf } from './underlying.ts'

/** The underlying type; of a type parameter the one that all types of its constraint share, if there is one. */
export function coreType(type: Type): Type {
  const underlying = underlyingOf(type)
  if (type.kind !== 'parameter' || underlying.kind !== 'interface') return underlying
  return coreOfConstraint(underlying)?.type ?? unknown
}

/** Reports whether a type parameter stands for strings and byte slices only, which are indexed and sliced alike. */
export function isBytesOrString(type: Type): boolean {
  const underlying = underlyingOf(type)
  if (type.kind !== 'parameter' || underlying.kind !== 'interface') return false
  const { terms, isComplete } = methodsOf(underlying)
  const flat = terms.flatMap(termsOf)
  return isComplete && flat.length > 0 && flat.every(term => isByteSequence(underlyingOf(term.type)))
}

function isByteSequence(type: Type): boolean {
  if (type.kind === 'basic') return type.name === 'string'
  return type.kind === 'slice' && identical(type.element, basic('uint8')) === true
}

/** The one underlying type of a constraint's type terms, and whether types that have it are admitted as well. */
export function coreOfConstraint(
  constraint: Type,
): { readonly type: Type; readonly hasTilde: boolean } | undefined {
  const underlying = underlyingOf(constraint)
  if (underlying.kind !== 'interface') return undefined
  const { terms, isComplete } = methodsOf(underlying)
  if (!isComplete) return undefined
  const flat = terms.flatMap(term => termsOf(term))
  const [first] = flat
  if (!first) return undefined
  const type = underlyingOf(first.type)
  if (!flat.every(term => identical(underlyingOf(term.type), type))) return undefined
  const hasTilde = flat.some(term => term.hasTilde)
  return flat.length === 1 && !hasTilde ? { type: first.type, hasTilde } : { type, hasTilde }
}

function termsOf(term: Type): readonly { readonly hasTilde: boolean; readonly type: Type }[] {
  if (term.kind === 'union') return term.terms.flatMap(one => (one.hasTilde ? [one] : termsOf(one.type)))
  const underlying = term.kind === 'named' ? underlyingOf(term) : term
  if (underlying.kind === 'interface') return methodsOf(underlying).terms.flatMap(termsOf)
  return [{ hasTilde: false, type: term }]
}

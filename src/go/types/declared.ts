import { aliasTarget } from './alias.ts'
import { type Constant, constantText } from './constant.ts'
import { identical } from './identical.ts'
import { lazy } from './lazy.ts'
import { namedType } from './named.ts'
import type { Declared, FuncObject, GoObject } from './object.ts'
import type { Context, Resolver } from './resolver.ts'
import { signatureOf } from './signature.ts'
import { constantOfSpec, typeOfVariable } from './specs.ts'
import { type Type, unknown } from './type.ts'
import type { Declaration } from './unit.ts'

/**
 * The object that declarations of one name declare together, one for each platform. Its type and value are known where
 * all of them agree. Undefined when they declare different kinds of things.
 */
export function objectOfDeclarations(
  resolver: Resolver,
  declarations: readonly Declaration[],
): GoObject | undefined {
  const key = resolver.key(declarations)
  if (resolver.declared.has(key)) return resolver.declared.get(key)
  const object = makeObject(resolver, declarations)
  resolver.declared.set(key, object)
  return object
}

function makeObject(resolver: Resolver, declarations: readonly Declaration[]): GoObject | undefined {
  const [first] = declarations
  if (!first || declarations.some(({ kind }) => kind !== first.kind)) return undefined
  const common = {
    name: first.name.text,
    package: resolver.unit.importPath,
    declarations: declarations.map(({ file, name }): Declared => ({ path: file.path, node: name })),
  }
  const typeOf = (work: (declaration: Declaration, context: Context) => Type) =>
    lazy(
      () => agreed(declarations.map(declaration => work(declaration, contextOf(resolver, declaration)))),
      unknown,
    )
  switch (first.kind) {
    case 'const': {
      const both = declarations.map(declaration =>
        lazy<{ type: Type; value: Constant | undefined }>(
          () => constantOfSpec(declaration, contextOf(resolver, declaration)),
          { type: unknown, value: undefined },
        ),
      )
      return {
        ...common,
        kind: 'const',
        type: lazy(() => agreed(both.map(one => one().type)), unknown),
        value: lazy(() => agreedValue(both.map(one => one().value)), undefined),
      }
    }
    case 'var':
      return { ...common, kind: 'var', isField: false, isPackageLevel: true, type: typeOf(typeOfVariable) }
    case 'func':
      return {
        ...common,
        kind: 'func',
        isMethod: false,
        type: typeOf(({ spec }, context) => signatureOf(spec, context).type),
      }
    case 'type': {
      if (declarations.every(({ spec }) => spec.type === 'type_alias')) {
        const targets = lazy(
          () => declarations.map(({ spec }, index) => aliasTarget(spec, contextAt(index))),
          [],
        )
        const contextAt = (index: number) => contextOf(resolver, declarations[index] ?? first)
        return {
          ...common,
          kind: 'type',
          type: lazy(() => agreed(targets().map(({ type }) => type)), unknown),
          typeParameters: () => targets()[0]?.typeParameters ?? [],
        }
      }
      if (declarations.some(({ spec }) => spec.type === 'type_alias')) return undefined
      // The type is one whoever names it: what only some platforms' declarations have is not known of it.
      const all = resolver.unit.declarationsOf(first.name.text)
      const type = lazy(() => namedType(resolver, all.every(isDefinition) ? all : declarations), unknown)
      return { ...common, kind: 'type', type, typeParameters: () => typeParametersOf(type()) }
    }
  }
}

function isDefinition({ kind, spec }: Declaration): boolean {
  return kind === 'type' && spec.type === 'type_spec'
}

function typeParametersOf(type: Type): readonly Type[] {
  return type.kind === 'named' ? type.declaration.typeParameters() : []
}

/** The object of a method declaration. */
export function methodObject(
  resolver: Resolver,
  declarations: readonly Declaration[],
): FuncObject | undefined {
  const key = resolver.key(declarations)
  const known = resolver.declared.get(key)
  if (known?.kind === 'func') return known
  const [first] = declarations
  if (!first) return undefined
  const object: FuncObject = {
    kind: 'func',
    isMethod: true,
    name: first.name.text,
    package: resolver.unit.importPath,
    declarations: declarations.map(({ file, name }) => ({ path: file.path, node: name })),
    type: lazy(
      () =>
        agreed(
          declarations.map(
            declaration => signatureOf(declaration.spec, contextOf(resolver, declaration)).type,
          ),
        ),
      unknown,
    ),
  }
  resolver.declared.set(key, object)
  return object
}

export function contextOf(resolver: Resolver, { file }: Declaration): Context {
  return { resolver, file, scope: undefined }
}

/** The one type that all are identical to; unknown without one. */
export function agreed(types: readonly Type[]): Type {
  const [first, ...others] = types
  if (!first) return unknown
  return others.every(other => identical(first, other)) ? first : unknown
}

function agreedValue(values: readonly (Constant | undefined)[]): Constant | undefined {
  const [first, ...others] = values
  if (!first) return undefined
  return others.every(other => other && constantText(other) === constantText(first)) ? first : undefined
}

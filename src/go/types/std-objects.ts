import type { Constant } from './constant.ts'
import { bool, float } from './constant.ts'
import { floatLiteral, intLiteral, runeLiteral, stringLiteral } from './constant-literal.ts'
import { hasUnknown } from './identical.ts'
import { lazy } from './lazy.ts'
import { findMember, type Member } from './lookup.ts'
import type { FuncObject, GoObject } from './object.ts'
import { type StdMethods, type StdObject, type StdUnderlying, stdPackage } from './std-api.ts'
import type { StdSignature, StdType } from './std-type.ts'
import {
  type BasicName,
  basic,
  type Field,
  type FuncType,
  type Method,
  type Type,
  type TypeDeclaration,
  type TypeParameter,
  unknown,
} from './type.ts'
import { predeclared } from './universe.ts'

/** Finds the objects of packages that the table mentions but does not describe in full. */
export type Fallback = (importPath: string, name: string) => GoObject | undefined

/** Makes objects of the rows of the table of the standard library; each is made once. */
export function makeStdObjects(fallback: Fallback) {
  const objects = new Map<string, GoObject | undefined>()
  return { member }

  /** What the package exports under the name; undefined when the table does not say. */
  function member(path: string, name: string): GoObject | undefined {
    const key = `${path}.${name}`
    if (objects.has(key)) return objects.get(key)
    const object = stdPackage(path)?.object(name)
    const made = object && isDescribed(object) ? objectOf(path, name, object) : undefined
    objects.set(key, made)
    return made
  }

  function objectOf(path: string, name: string, object: StdObject): GoObject {
    const common = { name, package: path, declarations: [] }
    switch (object.kind) {
      case 'const': {
        const type = lazy(() => typeOf(object.type, []), unknown)
        return { ...common, kind: 'const', type, value: () => constantOf(object.value) }
      }
      case 'var':
        return {
          ...common,
          kind: 'var',
          isField: false,
          isPackageLevel: true,
          type: lazy(() => typeOf(object.type, []), unknown),
        }
      case 'func':
        return {
          ...common,
          kind: 'func',
          isMethod: false,
          type: lazy<Type>(() => (object.signature ? funcOf(object.signature, []) : unknown), unknown),
        }
      case 'alias':
        return {
          ...common,
          kind: 'type',
          type: lazy(() => typeOf(object.target, []), unknown),
          typeParameters: () => [],
        }
      case 'type': {
        const declaration = declarationOf(path, name, object)
        const type: Type = {
          kind: 'named',
          declaration,
          get arguments() {
            return declaration.typeParameters()
          },
        }
        return { ...common, kind: 'type', type: () => type, typeParameters: declaration.typeParameters }
      }
    }
  }

  function declarationOf(
    path: string,
    name: string,
    object: StdObject & { readonly kind: 'type' },
  ): TypeDeclaration {
    const typeParameters: () => readonly TypeParameter[] = lazy<readonly TypeParameter[]>(
      () => parametersOf(object.typeParameters, () => typeParameters()),
      [],
    )
    const methods = new Map<string, Method>()
    const row: TableType = { path, name, mayPromote: mayPromote(object.underlying) }
    return {
      key: `${path}.${name}`,
      package: path,
      name,
      typeParameters,
      underlyings: lazy<readonly Type[]>(() => [underlyingOf(object.underlying, row, typeParameters())], []),
      method(wanted) {
        const known = methods.get(wanted)
        if (known) return known
        const group = [object.methods, object.pointerMethods].find(group => group.has(wanted))
        // Unexported methods are not listed.
        if (!group) return /^\p{Lu}/u.test(wanted) ? undefined : 'unknown'
        const method = methodOf(row, wanted, group, typeParameters, group === object.pointerMethods)
        methods.set(wanted, method)
        return method
      },
    }
  }

  function methodOf(
    type: TableType,
    name: string,
    group: StdMethods,
    typeParameters: () => readonly TypeParameter[],
    hasPointerReceiver: boolean,
  ): Method {
    const signature = lazy<Type>(() => {
      const row = group.get(name)
      const listed = row ? funcOf(row, typeParameters()) : unknown
      if (!hasUnknown(listed) || typeParameters().length > 0) return listed
      return inSources(type, name)?.type ?? listed
    }, unknown)
    const object: FuncObject = {
      kind: 'func',
      isMethod: true,
      name,
      package: type.path,
      declarations: [],
      type: signature,
    }
    const declared = lazy<GoObject | undefined>(
      () => (type.mayPromote ? inSources(type, name)?.object() : object),
      undefined,
    )
    return { name, object: declared, hasPointerReceiver, type: signature }
  }

  /**
   * What the sources say of a method: the table lists those of embedded types among the others and does not say who
   * declares them, and it does not tell struct{} from other struct literals.
   */
  function inSources(type: TableType, name: string): Member | undefined {
    const object = fallback(type.path, type.name)
    const member = object?.kind === 'type' ? findMember(object.type(), name) : undefined
    return member === 'unknown' ? undefined : member
  }

  function underlyingOf(
    underlying: StdUnderlying,
    row: TableType,
    typeParameters: readonly TypeParameter[],
  ): Type {
    switch (underlying.kind) {
      case 'other':
        return typeOf(underlying.type, typeParameters)
      case 'struct': {
        const embedded = new Set(underlying.embedded)
        const fields = [...underlying.fields].map(([name, type]) =>
          fieldOf(row.path, name, typeOf(type, typeParameters), false),
        )
        const promoted = [...embedded].map(type => {
          const converted = typeOf(type, typeParameters)
          const target = converted.kind === 'pointer' ? converted.element : converted
          return fieldOf(row.path, target.kind === 'named' ? target.declaration.name : '?', converted, true)
        })
        return { kind: 'struct', fields: [...fields, ...promoted], isComplete: false }
      }
      case 'interface': {
        const methods = [...underlying.methods.keys()].map(name =>
          methodOf(row, name, underlying.methods, () => typeParameters, false),
        )
        // Type terms are not listed; only constraints have them, and none of these has methods.
        const isComplete = !underlying.hasUnexportedMethods && methods.length > 0
        return { kind: 'interface', methods, embedded: [], isComplete }
      }
      case 'unknown':
        return unknown
    }
  }

  function fieldOf(path: string, name: string, type: Type, isEmbedded: boolean): Field {
    const object: GoObject = {
      kind: 'var',
      name,
      package: path,
      isField: true,
      isPackageLevel: false,
      declarations: [],
      type: () => type,
    }
    return { name, type, isEmbedded, tag: '', object }
  }

  function parametersOf(
    parameters: readonly { readonly index: number; readonly constraint: StdType }[],
    all: () => readonly TypeParameter[],
  ): readonly TypeParameter[] {
    return parameters.map(({ index, constraint }) => ({
      kind: 'parameter',
      name: `$${index}`,
      constraint: lazy(() => constraintOf(constraint, all()), unknown),
    }))
  }

  function constraintOf(type: StdType, parameters: readonly TypeParameter[]): Type {
    const converted = typeOf(type, parameters)
    if (converted.kind === 'interface' || converted.kind === 'named' || converted.kind === 'unknown')
      return converted
    return { kind: 'interface', methods: [], embedded: [converted], isComplete: true }
  }

  function funcOf(signature: StdSignature, outer: readonly TypeParameter[]): FuncType {
    const own: TypeParameter[] = []
    own.push(...parametersOf(signature.typeParameters, () => own))
    const parameters = own.length > 0 ? own : outer
    const types = signature.parameters.map(type => typeOf(type, parameters))
    const last = types.at(-1)
    return {
      kind: 'func',
      typeParameters: own,
      parameters:
        signature.variadic && last ? [...types.slice(0, -1), { kind: 'slice', element: last }] : types,
      isVariadic: signature.variadic,
      results: signature.results.map(type => typeOf(type, parameters)),
    }
  }

  function typeOf(type: StdType, parameters: readonly TypeParameter[]): Type {
    switch (type.kind) {
      case 'predeclared': {
        const object = predeclared(type.name)
        return object?.kind === 'type' ? object.type() : unknown
      }
      case 'unsafe-pointer':
        return basic('unsafe.Pointer')
      case 'untyped':
        return basic(`untyped ${type.name}` as BasicName)
      case 'named': {
        const object = member(type.package, type.name) ?? fallback(type.package, type.name)
        if (object?.kind !== 'type') return unknown
        const named = object.type()
        if (named.kind !== 'named' || type.arguments.length === 0) return named
        return {
          kind: 'named',
          declaration: named.declaration,
          arguments: type.arguments.map(argument => typeOf(argument, parameters)),
        }
      }
      case 'parameter':
        return parameters[type.index] ?? unknown
      case 'pointer':
      case 'slice':
        return { kind: type.kind, element: typeOf(type.element, parameters) }
      case 'array':
        return { kind: 'array', length: BigInt(type.length), element: typeOf(type.element, parameters) }
      case 'map':
        return {
          kind: 'map',
          key: typeOf(type.key, parameters),
          element: typeOf(type.element, parameters),
        }
      case 'channel':
        return { kind: 'channel', direction: type.direction, element: typeOf(type.element, parameters) }
      case 'func':
        return funcOf(type.signature, parameters)
      case 'interface':
        return {
          kind: 'interface',
          methods: [],
          embedded:
            type.union.length === 0
              ? []
              : [
                  {
                    kind: 'union',
                    terms: type.union.map(term => ({
                      hasTilde: term.tilde,
                      type: typeOf(term.type, parameters),
                    })),
                  },
                ],
          isComplete: true,
        }
      case 'unknown':
        return unknown
    }
  }
}

/** A type of the table whose methods are asked for. */
interface TableType {
  readonly path: string
  readonly name: string
  readonly mayPromote: boolean
}

/** Without an exported embedded field, no struct of the standard library has methods of another package. */
function mayPromote(underlying: StdUnderlying): boolean {
  return underlying.kind === 'interface' || (underlying.kind === 'struct' && underlying.embedded.length > 0)
}

/** Whether the table says all that is to be said of an object, as far as other packages can see it. */
function isDescribed(object: StdObject): boolean {
  switch (object.kind) {
    case 'const':
      return object.type.kind !== 'unknown' && object.value !== undefined
    case 'var':
      return object.type.kind !== 'unknown'
    case 'func':
      return object.signature !== undefined && !mentionsUnknown(object.signature)
    case 'alias':
      return object.target.kind !== 'unknown'
    case 'type':
      return object.underlying.kind !== 'unknown' && !isConstraint(object.underlying)
  }
}

function mentionsUnknown(value: unknown): boolean {
  return JSON.stringify(value).includes('"unknown"')
}

function isConstraint(underlying: StdUnderlying): boolean {
  return underlying.kind === 'interface' && underlying.methods.size === 0
}

function constantOf(text: string | undefined): Constant | undefined {
  if (text === undefined) return undefined
  if (text === 'true' || text === 'false') return bool(text === 'true')
  if (text.startsWith('"') || text.startsWith('`')) return stringLiteral(text)
  if (text.startsWith("'")) return runeLiteral(text)
  const fraction = /^(-?\d+)\/(\d+)$/.exec(text)
  if (fraction) return float(BigInt(fraction[1] ?? '0'), BigInt(fraction[2] ?? '1'))
  const isNegative = text.startsWith('-')
  const value =
    intLiteral(isNegative ? text.slice(1) : text) ?? floatLiteral(isNegative ? text.slice(1) : text)
  if (value?.kind === 'int') return { kind: 'int', value: isNegative ? -value.value : value.value }
  return value?.kind === 'float'
    ? float(isNegative ? -value.numerator : value.numerator, value.denominator)
    : undefined
}

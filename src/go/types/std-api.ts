import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { packageRoot } from '../../package-root.ts'
import {
  parseStdSignature,
  parseStdType,
  parseStdTypeParameters,
  type StdSignature,
  type StdType,
  type StdTypeParameter,
} from './std-type.ts'

/** The exported API of one package of the standard library. */
export interface StdPackage {
  readonly path: string
  /** The name in the package clause. */
  readonly name: string
  /** Sorted. A toolchain newer than the table may export more. */
  readonly names: readonly string[]
  /** Undefined when the table does not list `name`: that does not prove that it is not exported. */
  object(name: string): StdObject | undefined
}

/** What an exported name is. */
export type StdObject = (
  | {
      readonly kind: 'const'
      readonly type: StdType
      /**
       * A Go literal, or an exact fraction `a/b`; undefined where it is not the same on all platforms
       * and in all Go versions.
       */
      readonly value: string | undefined
    }
  | { readonly kind: 'var'; readonly type: StdType }
  /** The signature is undefined where it is not the same everywhere. */
  | { readonly kind: 'func'; readonly signature: StdSignature | undefined }
  | { readonly kind: 'alias'; readonly target: StdType }
  | {
      readonly kind: 'type'
      readonly typeParameters: readonly StdTypeParameter[]
      readonly underlying: StdUnderlying
      /** The exported method set of T, promoted methods included; empty for an interface. */
      readonly methods: StdMethods
      /** What the method set of *T has in addition. */
      readonly pointerMethods: StdMethods
    }
) & {
  /** Not known to be the same, or to be there at all, on every platform. */
  readonly platformDependent: boolean
}

/** By name; undefined stands for a method whose signature is not the same everywhere. */
export type StdMethods = ReadonlyMap<string, StdSignature | undefined>

export type StdUnderlying =
  /** Any type but a struct or an interface. */
  | { readonly kind: 'other'; readonly type: StdType }
  /** Only the exported fields: it may have more, so neither its size nor its comparability is known. */
  | {
      readonly kind: 'struct'
      readonly fields: ReadonlyMap<string, StdType>
      /** Types of the exported embedded fields. */
      readonly embedded: readonly StdType[]
    }
  /** The method set with embedded interfaces flattened. Type terms are not recorded: it may be a constraint. */
  | {
      readonly kind: 'interface'
      readonly methods: StdMethods
      readonly hasUnexportedMethods: boolean
    }
  | { readonly kind: 'unknown' }

/** The table as it is stored; written by scripts/std-api.ts. */
export interface StdTable {
  /** The toolchain whose api directory it was made from. */
  readonly go: string
  readonly packages: Readonly<Record<string, Readonly<Record<string, StdRow>>>>
}

/** Exactly one of const, var, func, alias, type, struct, interface; types as text, `?` where not known. */
export interface StdRow {
  readonly const?: string
  readonly value?: string
  readonly var?: string
  readonly func?: string
  readonly alias?: string
  readonly type?: string
  readonly struct?: Readonly<Record<string, string>>
  readonly interface?: Readonly<Record<string, string>>
  readonly embedded?: readonly string[]
  readonly hasUnexportedMethods?: true
  readonly parameters?: string
  readonly methods?: Readonly<Record<string, string>>
  readonly pointerMethods?: Readonly<Record<string, string>>
  readonly platformDependent?: true
}

let table: StdTable | undefined
const packages = new Map<string, StdPackage>()

/** The API of a package of the standard library; undefined for any other path, and for `unsafe` and internal packages. */
export function stdPackage(path: string): StdPackage | undefined {
  const known = packages.get(path)
  if (known) return known
  table ??= JSON.parse(gunzipSync(readFileSync(stdTableLocation)).toString('utf8')) as StdTable
  if (!Object.hasOwn(table.packages, path)) return
  const rows = table.packages[path] ?? {}
  const package_ = packageOf(path, rows)
  packages.set(path, package_)
  return package_
}

export const stdTableLocation = new URL('data/std-api.json.gz', packageRoot)

function packageOf(path: string, rows: Readonly<Record<string, StdRow>>): StdPackage {
  const objects = new Map<string, StdObject>()
  return {
    path,
    name: stdPackageName(path),
    names: Object.keys(rows),
    object(name) {
      const row = Object.hasOwn(rows, name) ? rows[name] : undefined
      if (!row) return
      const object = objects.get(name) ?? objectOf(row, path)
      objects.set(name, object)
      return object
    },
  }
}

/** In the standard library the name is the last element of the path, or the one before a major version. */
export function stdPackageName(path: string): string {
  const elements = path.split('/')
  const last = elements.pop() ?? path
  return /^v\d+$/u.test(last) ? (elements.pop() ?? last) : last
}

function objectOf(row: StdRow, path: string): StdObject {
  const platformDependent = row.platformDependent === true
  if (row.const !== undefined)
    return { kind: 'const', type: parseStdType(row.const, path), value: row.value, platformDependent }
  if (row.var !== undefined) return { kind: 'var', type: parseStdType(row.var, path), platformDependent }
  if (row.func !== undefined)
    return { kind: 'func', signature: signatureOf(row.func, path), platformDependent }
  if (row.alias !== undefined)
    return { kind: 'alias', target: parseStdType(row.alias, path), platformDependent }
  return {
    kind: 'type',
    typeParameters: row.parameters === undefined ? [] : parseStdTypeParameters(row.parameters, path),
    underlying: underlyingOf(row, path),
    methods: signaturesOf(row.methods, path),
    pointerMethods: signaturesOf(row.pointerMethods, path),
    platformDependent,
  }
}

function underlyingOf(row: StdRow, path: string): StdUnderlying {
  if (row.struct)
    return {
      kind: 'struct',
      fields: new Map(Object.entries(row.struct).map(([name, type]) => [name, parseStdType(type, path)])),
      embedded: (row.embedded ?? []).map(type => parseStdType(type, path)),
    }
  if (row.interface)
    return {
      kind: 'interface',
      methods: signaturesOf(row.interface, path),
      hasUnexportedMethods: row.hasUnexportedMethods === true,
    }
  if (row.type === undefined || row.type === '?') return { kind: 'unknown' }
  return { kind: 'other', type: parseStdType(row.type, path) }
}

function signaturesOf(rows: Readonly<Record<string, string>> = {}, path: string): StdMethods {
  return new Map(Object.entries(rows).map(([name, text]) => [name, signatureOf(text, path)]))
}

function signatureOf(text: string, path: string): StdSignature | undefined {
  return text === '?' ? undefined : parseStdSignature(text, path)
}

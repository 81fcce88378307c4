import type { TypedFile } from './files.ts'
import type { GoObject } from './object.ts'

/**
 * A type (https://go.dev/ref/spec#Types). `unknown` is an answer, alone or inside another type: nothing is ever
 * guessed. `byte`, `rune` and `any` are `uint8`, `int32` and the empty interface; aliases are replaced by what they mean.
 */
export type Type =
  | BasicType
  | NamedType
  | TypeParameter
  | PointerType
  | SliceType
  | ArrayType
  | MapType
  | ChannelType
  | FuncType
  | StructType
  | InterfaceType
  | UnionType
  | TupleType
  | UnknownType

export interface BasicType {
  readonly kind: 'basic'
  readonly name: BasicName
}

export type BasicName =
  | 'bool'
  | 'string'
  | 'int'
  | 'int8'
  | 'int16'
  | 'int32'
  | 'int64'
  | 'uint'
  | 'uint8'
  | 'uint16'
  | 'uint32'
  | 'uint64'
  | 'uintptr'
  | 'float32'
  | 'float64'
  | 'complex64'
  | 'complex128'
  | 'unsafe.Pointer'
  | UntypedName

export type UntypedName =
  | 'untyped bool'
  | 'untyped int'
  | 'untyped rune'
  | 'untyped float'
  | 'untyped complex'
  | 'untyped string'
  | 'untyped nil'

export interface NamedType {
  readonly kind: 'named'
  readonly declaration: TypeDeclaration
  readonly arguments: readonly Type[]
}

/** What a defined type is, besides its name; worked out when asked for. */
export interface TypeDeclaration {
  /** Equal for the same package-level type however it was reached; unique for a type declared in a function. */
  readonly key: string
  /** Import path; `''` for `error` and `comparable`. */
  readonly package: string
  readonly name: string
  readonly typeParameters: () => readonly TypeParameter[]
  /** In terms of the type parameters. One for each declaration: platforms may each have their own. */
  readonly underlyings: () => readonly Type[]
  /** The same type with only the declarations that can be built together with a file; left out where there is one. */
  readonly builtWith?: (file: TypedFile) => TypeDeclaration
  /** `unknown` when it cannot be told whether there is such a method. */
  readonly method: (name: string) => Method | 'unknown' | undefined
}

export interface Method {
  readonly name: string
  /** Undefined where it is not known which package declares it. */
  readonly object: () => GoObject | undefined
  /** Undefined where that is not known. */
  readonly hasPointerReceiver: boolean | undefined
  /** In terms of the type parameters of the type's declaration; a `FuncType` or unknown. */
  readonly type: () => Type
}

export interface TypeParameter {
  readonly kind: 'parameter'
  readonly name: string
  readonly constraint: () => Type
}

export interface PointerType {
  readonly kind: 'pointer'
  readonly element: Type
}

export interface SliceType {
  readonly kind: 'slice'
  readonly element: Type
}

export interface ArrayType {
  readonly kind: 'array'
  /** Undefined when the length is not known. */
  readonly length: bigint | undefined
  readonly element: Type
}

export interface MapType {
  readonly kind: 'map'
  readonly key: Type
  readonly element: Type
}

export interface ChannelType {
  readonly kind: 'channel'
  readonly direction: 'both' | 'send' | 'receive'
  readonly element: Type
}

export interface FuncType {
  readonly kind: 'func'
  readonly typeParameters: readonly TypeParameter[]
  /** The last one is a slice when `isVariadic`. */
  readonly parameters: readonly Type[]
  readonly isVariadic: boolean
  readonly results: readonly Type[]
}

export interface StructType {
  readonly kind: 'struct'
  readonly fields: readonly Field[]
  /** False when there are or may be more fields, of which nothing is known but that they are not exported. */
  readonly isComplete: boolean
}

export interface Field {
  readonly name: string
  readonly type: Type
  readonly isEmbedded: boolean
  /** The text of the tag's value. */
  readonly tag: string
  readonly object: GoObject
}

export interface InterfaceType {
  readonly kind: 'interface'
  readonly methods: readonly Method[]
  /** Embedded interfaces, unions and other type terms. */
  readonly embedded: readonly Type[]
  /** False when there may be more methods or terms. */
  readonly isComplete: boolean
}

export interface UnionType {
  readonly kind: 'union'
  readonly terms: readonly { readonly hasTilde: boolean; readonly type: Type }[]
}

/** The results of a call with none or several. */
export interface TupleType {
  readonly kind: 'tuple'
  readonly types: readonly Type[]
}

export interface UnknownType {
  readonly kind: 'unknown'
}

export const unknown: UnknownType = { kind: 'unknown' }

const basics = new Map<BasicName, BasicType>()

export function basic(name: BasicName): BasicType {
  const type = basics.get(name) ?? { kind: 'basic', name }
  basics.set(name, type)
  return type
}

export const emptyInterface: InterfaceType = {
  kind: 'interface',
  methods: [],
  embedded: [],
  isComplete: true,
}

export function pointerTo(element: Type): Type {
  return { kind: 'pointer', element }
}

export function sliceOf(element: Type): Type {
  return { kind: 'slice', element }
}

/** Reports whether the type is that of an untyped constant, comparison, shift or nil. */
export function isUntyped(type: Type): type is BasicType & { readonly name: UntypedName } {
  return type.kind === 'basic' && type.name.startsWith('untyped ')
}

const DEFAULTS = {
  'untyped bool': 'bool',
  'untyped int': 'int',
  'untyped rune': 'int32',
  'untyped float': 'float64',
  'untyped complex': 'complex128',
  'untyped string': 'string',
  'untyped nil': 'untyped nil',
} as const

/** The type that a variable gets from a value of this type (https://go.dev/ref/spec#Constants, default type). */
export function defaultType(type: Type): Type {
  return isUntyped(type) ? basic(DEFAULTS[type.name]) : type
}

import { bool } from './constant.ts'
import { lazy } from './lazy.ts'
import type { GoObject } from './object.ts'
import {
  type BasicName,
  basic,
  emptyInterface,
  type FuncType,
  type Method,
  type NamedType,
  type Type,
} from './type.ts'

const universe = new Map<string, GoObject>()

/** A predeclared identifier (https://go.dev/ref/spec#Predeclared_identifiers). */
export function predeclared(name: string): GoObject | undefined {
  return universe.get(name)
}

function addType(name: string, type: Type): void {
  universe.set(name, {
    kind: 'type',
    name,
    package: '',
    declarations: [],
    type: () => type,
    typeParameters: () => [],
  })
}

const BASIC_NAMES: readonly BasicName[] = [
  'bool',
  'string',
  'int',
  'int8',
  'int16',
  'int32',
  'int64',
  'uint',
  'uint8',
  'uint16',
  'uint32',
  'uint64',
  'uintptr',
  'float32',
  'float64',
  'complex64',
  'complex128',
]
for (const name of BASIC_NAMES) addType(name, basic(name))
addType('byte', basic('uint8'))
addType('rune', basic('int32'))
addType('any', emptyInterface)

const errorText: FuncType = {
  kind: 'func',
  typeParameters: [],
  parameters: [],
  isVariadic: false,
  results: [basic('string')],
}
const errorObject: GoObject = {
  kind: 'func',
  name: 'Error',
  package: '',
  declarations: [],
  isMethod: true,
  type: () => errorText,
}
const errorMethod: Method = {
  name: 'Error',
  object: () => errorObject,
  hasPointerReceiver: false,
  type: () => errorText,
}

function predeclaredInterface(name: string, methods: readonly Method[]): NamedType {
  return {
    kind: 'named',
    arguments: [],
    declaration: {
      key: name,
      package: '',
      name,
      typeParameters: () => [],
      underlyings: lazy(() => [{ ...emptyInterface, methods }], []),
      method: wanted => methods.find(method => method.name === wanted),
    },
  }
}
addType('error', predeclaredInterface('error', [errorMethod]))
addType('comparable', predeclaredInterface('comparable', []))

for (const value of [true, false]) {
  universe.set(String(value), {
    kind: 'const',
    name: String(value),
    package: '',
    declarations: [],
    type: () => basic('untyped bool'),
    value: () => bool(value),
  })
}
// Its value is that of the constant declaration around it; see evaluate.ts.
universe.set('iota', {
  kind: 'const',
  name: 'iota',
  package: '',
  declarations: [],
  type: () => basic('untyped int'),
  value: () => undefined,
})
universe.set('nil', { kind: 'nil', name: 'nil', package: '', declarations: [] })

const BUILTINS =
  'append cap clear close complex copy delete imag len make max min new panic print println real recover'
for (const name of BUILTINS.split(' '))
  universe.set(name, { kind: 'builtin', name, package: '', declarations: [] })

const UNSAFE_BUILTINS = 'Add Alignof Offsetof Sizeof Slice SliceData String StringData'.split(' ')

/** What package unsafe exports (https://go.dev/ref/spec#Package_unsafe). */
export function unsafeMember(name: string): GoObject | undefined {
  if (name === 'Pointer')
    return {
      kind: 'type',
      name,
      package: 'unsafe',
      declarations: [],
      type: () => basic('unsafe.Pointer'),
      typeParameters: () => [],
    }
  if (!UNSAFE_BUILTINS.includes(name)) return undefined
  return { kind: 'builtin', name, package: 'unsafe', declarations: [] }
}

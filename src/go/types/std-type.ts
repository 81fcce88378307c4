/**
 * A type as the standard library's API lists write it. Names are full package paths;
 * `byte`, `rune` and `any` appear as `uint8`, `int32` and the empty interface, which are identical to them.
 */
export type StdType =
  /** A predeclared type, `error` and `comparable` included. */
  | { readonly kind: 'predeclared'; readonly name: string }
  | { readonly kind: 'unsafe-pointer' }
  | { readonly kind: 'untyped'; readonly name: 'bool' | 'int' | 'rune' | 'float' | 'complex' | 'string' }
  /** May be unexported, in a constraint: then the table does not list it. */
  | {
      readonly kind: 'named'
      readonly package: string
      readonly name: string
      readonly arguments: readonly StdType[]
    }
  /** The type parameter of that index of the function, or of the type that is declared or received. */
  | { readonly kind: 'parameter'; readonly index: number }
  | { readonly kind: 'pointer' | 'slice'; readonly element: StdType }
  | { readonly kind: 'array'; readonly length: number; readonly element: StdType }
  | { readonly kind: 'map'; readonly key: StdType; readonly element: StdType }
  | { readonly kind: 'channel'; readonly direction: 'both' | 'send' | 'receive'; readonly element: StdType }
  | { readonly kind: 'func'; readonly signature: StdSignature }
  /** An interface without methods; `union` lists its type terms, and is empty for `any`. */
  | { readonly kind: 'interface'; readonly union: readonly StdTerm[] }
  /** The lists do not say: a struct literal, an interface literal with methods, an ambiguous name. */
  | { readonly kind: 'unknown' }

export interface StdTerm {
  readonly tilde: boolean
  readonly type: StdType
}

export interface StdSignature {
  readonly typeParameters: readonly StdTypeParameter[]
  /** The last one is the element type when `variadic`. */
  readonly parameters: readonly StdType[]
  readonly variadic: boolean
  readonly results: readonly StdType[]
}

/** Parameters have no names in the lists: the first is `$0`. */
export interface StdTypeParameter {
  readonly index: number
  readonly constraint: StdType
}

const unknown: StdType = { kind: 'unknown' }

/** Reads one type, or throws when `text` is not exactly one. */
export function parseStdType(text: string, packagePath: string): StdType {
  const reader = readerOf(text, packagePath)
  const type = readType(reader)
  expectEnd(reader)
  return type
}

/** Reads what follows a function's name: type parameters, parameters and results. */
export function parseStdSignature(text: string, packagePath: string): StdSignature {
  const reader = readerOf(text, packagePath)
  const typeParameters = reader.tokens[0] === '[' ? readTypeParameters(reader) : []
  const signature = readSignature(reader)
  expectEnd(reader)
  return { ...signature, typeParameters }
}

/** Reads the bracketed type parameters of a type declaration. */
export function parseStdTypeParameters(text: string, packagePath: string): readonly StdTypeParameter[] {
  const reader = readerOf(text, packagePath)
  const typeParameters = readTypeParameters(reader)
  expectEnd(reader)
  return typeParameters
}

interface Reader {
  readonly text: string
  readonly packagePath: string
  readonly tokens: readonly string[]
  next: number
}

// A name is a package path, a dot and an identifier; `ideal-int` is an untyped type. `?` is a name that
// could not be resolved when the table was made.
const tokenPattern = /\.\.\.|<-|\$\d+|\?|[A-Za-z_][\w/.-]*|\d+|[^\s]/gu

function readerOf(text: string, packagePath: string): Reader {
  // `chan<- T` would be read as a name with a dash.
  return { text, packagePath, tokens: text.replaceAll('<-', ' <- ').match(tokenPattern) ?? [], next: 0 }
}

function readType(reader: Reader): StdType {
  const token = take(reader)
  switch (token) {
    case '?':
      if (reader.tokens[reader.next] === '[') readArguments(reader)
      return unknown
    case '*':
      return { kind: 'pointer', element: readType(reader) }
    case '[':
      return readArrayOrSlice(reader)
    case '<-':
      expect(reader, 'chan')
      return { kind: 'channel', direction: 'receive', element: readType(reader) }
    case 'chan': {
      const direction = accept(reader, '<-') ? 'send' : 'both'
      return { kind: 'channel', direction, element: readType(reader) }
    }
    case 'map': {
      expect(reader, '[')
      const key = readType(reader)
      expect(reader, ']')
      return { kind: 'map', key, element: readType(reader) }
    }
    case 'func':
      return { kind: 'func', signature: readSignature(reader) }
    case 'struct':
      return unknown
    case 'interface':
      return readInterface(reader)
  }
  if (token.startsWith('$')) return { kind: 'parameter', index: Number(token.slice(1)) }
  if (/^[A-Za-z_]/u.test(token)) return readName(reader, token)
  throw malformed(reader)
}

const predeclared = new Set(
  `bool string int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 uintptr
   float32 float64 complex64 complex128 error comparable`.split(/\s+/u),
)

const untyped = {
  'ideal-bool': 'bool',
  'ideal-int': 'int',
  'ideal-char': 'rune',
  'ideal-float': 'float',
  'ideal-complex': 'complex',
  'ideal-string': 'string',
} as const

function readName(reader: Reader, token: string): StdType {
  if (token === 'unsafe.Pointer') return { kind: 'unsafe-pointer' }
  if (predeclared.has(token)) return { kind: 'predeclared', name: token }
  if (token in untyped) return { kind: 'untyped', name: untyped[token as keyof typeof untyped] }
  const dot = token.lastIndexOf('.')
  return {
    kind: 'named',
    package: dot < 0 ? reader.packagePath : token.slice(0, dot),
    name: token.slice(dot + 1),
    arguments: reader.tokens[reader.next] === '[' ? readArguments(reader) : [],
  }
}

function readArguments(reader: Reader): StdType[] {
  expect(reader, '[')
  const types = [readType(reader)]
  while (accept(reader, ',')) types.push(readType(reader))
  expect(reader, ']')
  return types
}

function readArrayOrSlice(reader: Reader): StdType {
  if (accept(reader, ']')) return { kind: 'slice', element: readType(reader) }
  const length = Number(take(reader))
  if (!Number.isSafeInteger(length)) throw malformed(reader)
  expect(reader, ']')
  return { kind: 'array', length, element: readType(reader) }
}

function readInterface(reader: Reader): StdType {
  expect(reader, '{')
  if (accept(reader, '}')) return { kind: 'interface', union: [] }
  const union = [readTerm(reader)]
  while (accept(reader, '|')) union.push(readTerm(reader))
  // What is separated by a comma, or is a bare name, is a list of methods of which only the names are recorded.
  while (accept(reader, ',')) readTerm(reader)
  expect(reader, '}')
  return union.every(term => term.tilde) ? { kind: 'interface', union } : unknown
}

function readTerm(reader: Reader): StdTerm {
  const tilde = accept(reader, '~')
  return { tilde, type: readType(reader) }
}

function readTypeParameters(reader: Reader): StdTypeParameter[] {
  expect(reader, '[')
  const parameters: StdTypeParameter[] = []
  do {
    const index = Number(take(reader).slice(1))
    parameters.push({ index, constraint: readType(reader) })
  } while (accept(reader, ','))
  expect(reader, ']')
  return parameters
}

function readSignature(reader: Reader): StdSignature {
  const { types: parameters, variadic } = readParameters(reader)
  const after = reader.tokens[reader.next]
  if (after === undefined || after === ',' || after === ')' || after === ']')
    return { typeParameters: [], parameters, variadic, results: [] }
  const results = after === '(' ? readParameters(reader).types : [readType(reader)]
  return { typeParameters: [], parameters, variadic, results }
}

function readParameters(reader: Reader): { readonly types: StdType[]; readonly variadic: boolean } {
  const types: StdType[] = []
  let variadic = false
  expect(reader, '(')
  while (!accept(reader, ')')) {
    variadic = accept(reader, '...')
    types.push(readType(reader))
    if (reader.tokens[reader.next] !== ')') expect(reader, ',')
  }
  return { types, variadic }
}

function take(reader: Reader): string {
  const token = reader.tokens[reader.next]
  if (token === undefined) throw malformed(reader)
  reader.next++
  return token
}

function accept(reader: Reader, token: string): boolean {
  if (reader.tokens[reader.next] !== token) return false
  reader.next++
  return true
}

function expect(reader: Reader, token: string): void {
  if (!accept(reader, token)) throw malformed(reader)
}

function expectEnd(reader: Reader): void {
  if (reader.next < reader.tokens.length) throw malformed(reader)
}

function malformed(reader: Reader): Error {
  return new Error(`the table of the standard library has a type that cannot be read: ${reader.text}`)
}

import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import {
  type StdMethods,
  type StdObject,
  stdPackage,
  stdTableLocation,
} from '../../../src/go/types/std-api.ts'
import type { StdSignature, StdType } from '../../../src/go/types/std-type.ts'
import { goIsMissing, runOracle } from './oracle.ts'

interface ApiObject {
  readonly Package: string
  readonly Name: string
  readonly Kind: string
  readonly Type?: string
  readonly Value?: string
  readonly Parameters?: readonly string[]
  readonly Fields?: Readonly<Record<string, string>>
  readonly InterfaceMethods?: Readonly<Record<string, string>>
  readonly Embedded?: readonly string[]
  readonly Unexported?: boolean
  readonly Methods?: Readonly<Record<string, string>>
  readonly PointerMethods?: Readonly<Record<string, string>>
}

const table = JSON.parse(gunzipSync(readFileSync(stdTableLocation)).toString('utf8')) as {
  readonly packages: Readonly<Record<string, unknown>>
}

describe.skipIf(goIsMissing)('the table of the standard library agrees with go/types', () => {
  test('it says nothing that does not hold on linux, and leaves no exported name or member out', {
    timeout: 60_000,
  }, () => {
    const facts = factsOn('linux')
    expect(facts.length).toBeGreaterThan(8000)
    expect(facts.flatMap(contradictions)).toEqual([])
    // The API lists leave it out: only the go command's generated code may call it.
    expect(facts.flatMap(omissions)).toEqual(['testing.RegisterCover'])
  })

  // The API lists are made from other platforms than plan9.
  test.each(['windows', 'plan9'])('it says nothing that does not hold on %s', { timeout: 60_000 }, goos => {
    const facts = factsOn(goos)
    expect(facts.length).toBeGreaterThan(6000)
    expect(facts.flatMap(contradictions)).toEqual([])
  })
})

test('a name that became an alias is only an alias, and is replaced where others mention it', () => {
  const info = { kind: 'named', package: 'io/fs', name: 'FileInfo', arguments: [] }
  expect(stdPackage('os')?.object('FileInfo')).toEqual({
    kind: 'alias',
    target: info,
    platformDependent: false,
  })
  expect(stdPackage('path/filepath')?.object('WalkFunc')).toMatchObject({
    underlying: { type: { signature: { parameters: [{ name: 'string' }, info, { name: 'error' }] } } },
  })
})

test('a base name that several packages have is resolved by the imports of the package', () => {
  expect(stdPackage('html/template')?.object('FuncMap')).toMatchObject({
    target: { package: 'text/template', name: 'FuncMap' },
  })
  expect(stdPackage('testing/quick')?.object('Value')).toMatchObject({
    signature: { parameters: [{ package: 'reflect' }, { element: { package: 'math/rand', name: 'Rand' } }] },
  })
})

test('a constant that is not the same everywhere, or has changed since Go 1.0, has a type but no value', () => {
  expect(stdPackage('os')?.object('PathSeparator')).toMatchObject({ kind: 'const', value: undefined })
  expect(stdPackage('os')?.object('ModeType')).toMatchObject({
    type: { package: 'io/fs', name: 'FileMode' },
    value: undefined,
  })
  expect(stdPackage('crypto/sha256')?.object('Size')).toMatchObject({ type: { name: 'int' }, value: '32' })
})

test('packages that the API lists leave out are not known', () => {
  expect(stdPackage('unsafe')).toBeUndefined()
  expect(stdPackage('internal/abi')).toBeUndefined()
  expect(stdPackage('toString')).toBeUndefined()
  expect(stdPackage('io')?.object('constructor')).toBeUndefined()
})

test('the last element of a path names the package, unless it is a major version', () => {
  expect(stdPackage('math/rand/v2')?.name).toBe('rand')
  expect(stdPackage('net/http')?.name).toBe('http')
})

function factsOn(goos: string): ApiObject[] {
  return runOracle<ApiObject>(['api', ...Object.keys(table.packages)], { GOOS: goos, GOARCH: 'amd64' })
}

/** What the table says of an exported object that go/types denies; what either of them leaves open is not listed. */
function contradictions(fact: ApiObject): string[] {
  const object = stdPackage(fact.Package)?.object(fact.Name)
  if (!object || object.platformDependent) return []
  const actual = aspectsOfFact(fact)
  return Object.entries(aspectsOf(object)).flatMap(([aspect, text]) =>
    text.includes('?') || actual[aspect] === undefined || text === actual[aspect]
      ? []
      : [`${fact.Package}.${fact.Name} ${aspect}: ${text}, but go/types has ${actual[aspect]}`],
  )
}

function omissions(fact: ApiObject): string[] {
  const object = stdPackage(fact.Package)?.object(fact.Name)
  if (!object) return [`${fact.Package}.${fact.Name}`]
  if (object.platformDependent) return []
  const said = aspectsOf(object)
  const missing = Object.keys(aspectsOfFact(fact)).filter(
    aspect => aspect !== 'value' && said[aspect] === undefined,
  )
  return missing.map(aspect => `${fact.Package}.${fact.Name} ${aspect}`)
}

type Aspects = Readonly<Record<string, string>>

function aspectsOfFact(fact: ApiObject): Aspects {
  return {
    kind: fact.Kind,
    ...(fact.Type === undefined ? {} : { type: fact.Type }),
    ...(fact.Value === undefined ? {} : { value: fact.Value }),
    ...prefixed('parameter', Object.fromEntries((fact.Parameters ?? []).entries())),
    ...prefixed('field', fact.Fields),
    ...prefixed('embedded', Object.fromEntries((fact.Embedded ?? []).map(type => [type, type]))),
    ...prefixed('interface', fact.InterfaceMethods),
    ...prefixed('method', fact.Methods),
    ...prefixed('pointer', fact.PointerMethods),
    ...(fact.Kind === 'interface' ? { unexported: String(fact.Unexported === true) } : {}),
  }
}

function prefixed(prefix: string, record: Aspects = {}): Aspects {
  return Object.fromEntries(Object.entries(record).map(([name, text]) => [`${prefix} ${name}`, text]))
}

function aspectsOf(object: StdObject): Aspects {
  switch (object.kind) {
    case 'const':
      return {
        kind: 'const',
        type: typeText(object.type),
        ...(object.value === undefined ? {} : { value: object.value }),
      }
    case 'var':
      return { kind: 'var', type: typeText(object.type) }
    case 'func':
      return { kind: 'func', type: object.signature ? signatureText(object.signature) : '?' }
    case 'alias':
      return { kind: 'alias', type: typeText(object.target) }
    case 'type': {
      const { underlying, typeParameters } = object
      const common = {
        ...prefixed(
          'parameter',
          Object.fromEntries(typeParameters.map(p => [p.index, typeText(p.constraint)])),
        ),
        ...prefixed('method', methodTexts(object.methods)),
        ...prefixed('pointer', methodTexts(object.pointerMethods)),
      }
      switch (underlying.kind) {
        case 'other':
          return { ...common, kind: 'type', type: typeText(underlying.type) }
        case 'unknown':
          return common
        case 'interface':
          return {
            ...common,
            kind: 'interface',
            ...prefixed('interface', methodTexts(underlying.methods)),
            unexported: String(underlying.hasUnexportedMethods),
          }
        case 'struct': {
          const fields = [...underlying.fields].map(([name, type]) => [name, typeText(type)] as const)
          const embedded = underlying.embedded.map(type => [typeText(type), typeText(type)] as const)
          return {
            ...common,
            kind: 'struct',
            ...prefixed('field', Object.fromEntries(fields)),
            ...prefixed('embedded', Object.fromEntries(embedded)),
          }
        }
      }
    }
  }
}

function methodTexts(methods: StdMethods): Aspects {
  return Object.fromEntries(
    [...methods].map(([name, signature]) => [name, signature ? signatureText(signature) : '?']),
  )
}

function signatureText({ typeParameters, parameters, variadic, results }: StdSignature): string {
  const constraints = typeParameters.map(({ index, constraint }) => `$${index} ${typeText(constraint)}`)
  const texts = parameters.map(typeText)
  if (variadic) texts.push(`...${texts.pop()}`)
  const [result, second] = results
  const after = second ? ` (${results.map(typeText).join(', ')})` : result ? ` ${typeText(result)}` : ''
  return `func${constraints.length > 0 ? `[${constraints.join(', ')}]` : ''}(${texts.join(', ')})${after}`
}

function typeText(type: StdType): string {
  switch (type.kind) {
    case 'predeclared':
      return type.name
    case 'unsafe-pointer':
      return 'unsafe.Pointer'
    case 'untyped':
      return `untyped ${type.name}`
    case 'named':
      return `${type.package}.${type.name}${type.arguments.length > 0 ? `[${type.arguments.map(typeText).join(',')}]` : ''}`
    case 'parameter':
      return `$${type.index}`
    case 'pointer':
      return `*${typeText(type.element)}`
    case 'slice':
      return `[]${typeText(type.element)}`
    case 'array':
      return `[${type.length}]${typeText(type.element)}`
    case 'map':
      return `map[${typeText(type.key)}]${typeText(type.element)}`
    case 'channel':
      return `${{ both: 'chan', send: 'chan<-', receive: '<-chan' }[type.direction]} ${typeText(type.element)}`
    case 'func':
      return signatureText(type.signature)
    case 'interface':
      return `interface{${type.union.map(term => `${term.tilde ? '~' : ''}${typeText(term.type)}`).join(' | ')}}`
    case 'unknown':
      return '?'
  }
}

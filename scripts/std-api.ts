// Writes data/std-api.json.gz, what gomend knows of the standard library, from the API lists of the installed
// toolchain: npx jiti scripts/std-api.ts [--check]. With --check nothing is written, and a difference is an error.

import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type StdRow, type StdTable, stdPackageName, stdTableLocation } from '../src/go/types/std-api.ts'

/** One line of an API list: `pkg os (linux-amd64), const O_SYNC = 1052672`. */
interface Feature {
  readonly path: string
  readonly everywhere: boolean
  readonly text: string
  /** It was part of the API once, in that form. */
  readonly removed: boolean
}

/** What is said of one aspect of a name, on all platforms and on some. */
interface Claims {
  readonly everywhere: Set<string>
  readonly somewhere: Set<string>
}

/** The aspects of an exported name, such as `func`, `value` or `method Read`. */
type Entry = Map<string, Claims>
type Entries = Map<string, Map<string, Entry>>

const check = process.argv.includes('--check')
const table = JSON.stringify(makeTable(go('env', 'GOROOT')))
const current = currentTable()
if (check && table !== current) {
  console.error('data/std-api.json.gz is not what the installed Go gives: run npx jiti scripts/std-api.ts')
  process.exitCode = 1
} else if (table !== current) {
  writeFileSync(stdTableLocation, gzipSync(table, { level: 9 }))
  console.log('wrote data/std-api.json.gz')
}

function go(...args: string[]): string {
  return execFileSync('go', args, { encoding: 'utf8', maxBuffer: 1 << 28 }).trim()
}

function currentTable(): string | undefined {
  try {
    return gunzipSync(readFileSync(stdTableLocation)).toString('utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

function makeTable(goroot: string): StdTable {
  const entries: Entries = new Map()
  for (const feature of readFeatures(join(goroot, 'api'))) addFeature(entries, feature)
  const resolve = nameResolver(entries)
  const packages: Record<string, Record<string, StdRow>> = {}
  for (const [path, names] of sorted(entries)) {
    const rows: Record<string, StdRow> = {}
    for (const [name, entry] of sorted(names)) {
      const row = rowOf(entry, text => resolve(path, text))
      if (row) rows[name] = row
    }
    packages[path] = rows
  }
  return { go: go('env', 'GOVERSION'), packages }
}

function sorted<V>(map: ReadonlyMap<string, V>): [string, V][] {
  return [...map].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function readFeatures(directory: string): Feature[] {
  const removed = new Set(linesOf(join(directory, 'except.txt')))
  const lists = readdirSync(directory).filter(name => /^go1(\.\d+)?\.txt$/u.test(name))
  return lists.flatMap(list =>
    linesOf(join(directory, list)).map(line => {
      const [, path, platform, text] = /^pkg (\S+)(?: \((\S+)\))?, (.*)$/u.exec(line) ?? []
      if (path === undefined || text === undefined) throw new Error(`${list}: not an API feature: ${line}`)
      // The lists do not cover every platform, and in syscall the others do differ.
      const everywhere = platform === undefined && path !== 'syscall'
      return { path, everywhere, text, removed: removed.has(line) }
    }),
  )
}

function linesOf(path: string): string[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  const features = lines.map(line => line.replace(/\s+#\d+\s*$/u, '').trim())
  return features.filter(line => line.startsWith('pkg ') && !line.endsWith('//deprecated'))
}

function addFeature(entries: Entries, feature: Feature): void {
  const { name, aspects } = aspectsOf(feature.text)
  const names = existing(entries, feature.path, () => new Map<string, Entry>())
  const entry = existing(names, name, () => new Map<string, Claims>())
  for (const [aspect, text] of aspects) {
    // A value that was removed from the API is one that older toolchains still have.
    if (feature.removed && aspect !== 'value') continue
    const claims = existing(entry, aspect, () => ({
      everywhere: new Set<string>(),
      somewhere: new Set<string>(),
    }))
    claims[feature.everywhere ? 'everywhere' : 'somewhere'].add(text)
  }
}

function existing<V>(map: Map<string, V>, key: string, make: () => V): V {
  const value = map.get(key) ?? make()
  map.set(key, value)
  return value
}

interface Aspects {
  readonly name: string
  readonly aspects: readonly (readonly [aspect: string, text: string])[]
}

function aspectsOf(text: string): Aspects {
  const value = /^const (\w+) = (.*)$/u.exec(text)
  if (value?.[1] && value[2]) return { name: value[1], aspects: [['value', exactValue(value[2])]] }

  const method = /^method \((\*?)(\w+)(?:\[[^\]]*\])?\) (\w+)(.*)$/u.exec(text)
  if (method) {
    const [, star, name = '', methodName, signature = ''] = method
    return { name, aspects: [[`${star ? 'pointerMethod' : 'method'} ${methodName}`, signature]] }
  }

  const [, keyword = '', name, rest = ''] = /^(const|var|func|type) (\w+)(.*)$/u.exec(text) ?? []
  if (!name) throw new Error(`not an API feature: ${text}`)
  if (keyword !== 'type') return { name, aspects: [[keyword, rest.trim()]] }

  const [parameters, definition] = splitTypeParameters(rest)
  return {
    name,
    aspects: [...(parameters ? [['parameters', parameters] as const] : []), ...typeAspects(definition)],
  }
}

/** `2.71828  // 271828/100000` has the exact value in the comment. */
function exactValue(text: string): string {
  return text.startsWith('"') ? text : (text.split('  // ')[1] ?? text)
}

function splitTypeParameters(rest: string): [parameters: string | undefined, definition: string] {
  if (!rest.startsWith('[')) return [undefined, rest.trim()]
  let depth = 0
  for (let end = 0; end < rest.length; end++) {
    if (rest[end] === '[') depth++
    if (rest[end] === ']') depth--
    if (depth === 0) return [rest.slice(0, end + 1), rest.slice(end + 1).trim()]
  }
  throw new Error(`type parameters without an end: ${rest}`)
}

function typeAspects(definition: string): Aspects['aspects'] {
  if (definition.startsWith('= ')) return [['alias', definition.slice(2)]]
  const [, kind, member] = /^(struct|interface)(?:, (.*)| \{.*\})?$/u.exec(definition) ?? []
  if (!kind) return [['type', definition]]
  if (member === undefined) return [[kind, '']]
  if (member === 'unexported methods')
    return [
      [kind, ''],
      ['hasUnexportedMethods', ''],
    ]
  const [, name, text = ''] = /^(\w+)(.*)$/u.exec(member) ?? []
  if (name === 'embedded' && kind === 'struct')
    return [
      [kind, ''],
      [`embedded ${text.trim()}`, text.trim()],
    ]
  return [
    [kind, ''],
    [`${kind === 'struct' ? 'field' : 'interfaceMethod'} ${name}`, text.trim()],
  ]
}

/**
 * Replaces the base names that qualify names in a text by package paths, aliases of other packages by their
 * targets, and what has no single meaning by `?`.
 */
function nameResolver(entries: Entries): (path: string, text: string) => string {
  const byName = new Map<string, string[]>()
  for (const path of entries.keys()) existing(byName, stdPackageName(path), () => []).push(path)
  const imports = importsOf([...entries.keys()])
  const resolve = (path: string, text: string): string =>
    text.replaceAll(/\b([a-z]\w*)\.([A-Za-z_]\w*)/gu, (all, qualifier: string, name: string) => {
      if (qualifier === 'unsafe') return all
      const declaring = (byName.get(qualifier) ?? []).filter(other => entries.get(other)?.has(name))
      const imported = declaring.filter(other => imports.get(path)?.has(other))
      const [meant, second] = declaring.length > 1 ? imported : declaring
      if (meant === undefined || second !== undefined) return '?'
      const alias = entries.get(meant)?.get(name)?.get('alias')
      return alias ? resolve(meant, settled(alias)) : `${meant}.${name}`
    })
  return resolve
}

function importsOf(paths: readonly string[]): Map<string, Set<string>> {
  const lines = go('list', '-e', '-f', '{{.ImportPath}} {{join .Imports " "}}', ...paths).split('\n')
  return new Map(
    lines.map(line => {
      const [path = '', ...imports] = line.split(' ')
      return [path, new Set(imports)]
    }),
  )
}

/** Undefined for what is no longer part of the API. */
function rowOf(entry: Entry, resolve: (text: string) => string): StdRow | undefined {
  const alias = entry.get('alias')
  if (alias) return { alias: resolve(settled(alias)), ...dependence(alias) } // its members are where it points to
  for (const kind of ['const', 'var', 'func', 'type'] as const) {
    const claims = entry.get(kind)
    if (claims)
      return {
        [kind]: resolve(settled(claims)),
        ...constantValue(entry),
        ...membersOf(entry, resolve),
        ...dependence(claims),
      }
  }
  for (const kind of ['struct', 'interface'] as const) {
    const claims = entry.get(kind)
    if (claims) return { [kind]: {}, ...membersOf(entry, resolve), ...dependence(claims) }
  }
}

/** The text that holds everywhere; else the one that holds wherever the name exists; else `?`. */
function settled({ everywhere, somewhere }: Claims): string {
  const [text, second] = everywhere.size > 0 ? everywhere : somewhere
  return text === undefined || second !== undefined ? '?' : text
}

function dependence({ everywhere }: Claims): Pick<StdRow, 'platformDependent'> {
  return everywhere.size > 0 ? {} : { platformDependent: true }
}

function constantValue(entry: Entry): Pick<StdRow, 'value'> {
  const claims = entry.get('value')
  if (!claims || claims.everywhere.size === 0) return {}
  const [value, second] = new Set([...claims.everywhere, ...claims.somewhere])
  return value === undefined || second !== undefined ? {} : { value }
}

function membersOf(entry: Entry, resolve: (text: string) => string): StdRow {
  const groups: Record<string, Record<string, string>> = {}
  const embedded: string[] = []
  for (const [aspect, claims] of sorted(entry)) {
    const [kind = '', member] = aspect.split(' ')
    if (member === undefined) continue
    // A member that not every platform has is one of which nothing is known.
    const text = claims.everywhere.size > 0 ? resolve(settled(claims)) : '?'
    if (kind === 'embedded') embedded.push(text)
    else groups[groupOf(kind)] = { ...groups[groupOf(kind)], [member]: text }
  }
  const parameters = entry.get('parameters')
  return {
    ...groups,
    ...(embedded.length > 0 ? { embedded } : {}),
    ...(parameters ? { parameters: resolve(settled(parameters)) } : {}),
    ...(entry.has('hasUnexportedMethods') ? { hasUnexportedMethods: true } : {}),
  }
}

/** Where a row has the members of an aspect such as `method Read`. */
function groupOf(kind: string): string {
  switch (kind) {
    case 'field':
      return 'struct'
    case 'interfaceMethod':
      return 'interface'
    case 'method':
      return 'methods'
    case 'pointerMethod':
      return 'pointerMethods'
  }
  throw new Error(`no row has members of the kind ${kind}`)
}

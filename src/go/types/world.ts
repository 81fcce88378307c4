import type { Parser } from '../syntax/parse.ts'
import { objectOfDeclarations } from './declared.ts'
import { needsTagIgnore, packageNameIn, type TypedFile, typedFile } from './files.ts'
import type { GoObject } from './object.ts'
import { makePackageTypes, type PackageTypes, type ResolvedUnit } from './package-types.ts'
import { type Context, makeResolver, type Resolver } from './resolver.ts'
import type { PackageSources, SourceDirectory } from './source.ts'
import { stdPackage, stdPackageName } from './std-api.ts'
import { makeStdObjects } from './std-objects.ts'
import { makeUnit, type Unit, type UnitIdentity } from './unit.ts'
import { unsafeMember } from './universe.ts'

/** Facts about packages: worked out when asked for, and kept as long as the world. */
export interface World {
  /** What is known of the files in a directory: a package, its tests, other platforms' files; undefined without any. */
  packageAt(directory: string): PackageTypes | undefined
}

/** How a resolver sees other packages. */
export interface Imports {
  /** What an imported package exports under a name; undefined when that is not known. */
  member(importPath: string, name: string, context: Context): GoObject | undefined
  /** The name in the package clause; undefined when that is not known. */
  packageName(importPath: string, context: Context): string | undefined
}

/** Makes a world of the sources, as they are now: what changes later is not noticed. */
export function makeWorld(sources: PackageSources, parser: Pick<Parser, 'parse' | 'parseHeads'>): World {
  const packages = new Map<string, PackageTypes | undefined>()
  const complete = new Map<string, readonly ResolvedUnit[]>()
  const heads = new Map<SourceDirectory, Resolver | undefined>()
  const names = new Map<SourceDirectory, string | undefined>()
  const places = new Map<string, SourceDirectory | undefined>()
  const std = makeStdObjects((path, name) => fromSources(path, name, undefined))
  const imports: Imports = { member, packageName }

  return { packageAt }

  function packageAt(directory: string): PackageTypes | undefined {
    if (packages.has(directory)) return packages.get(directory)
    const source = sources.directory(directory)
    const units = source ? resolvedUnits(source) : []
    const made =
      source && units.length > 0
        ? makePackageTypes(source, units, path => importedPackage(path, source))
        : undefined
    packages.set(directory, made)
    return made
  }

  function importedPackage(importPath: string, importer: SourceDirectory): PackageTypes | undefined {
    const source = imported(importPath, importer.directory)
    return source && packageAt(source.directory)
  }

  function resolvedUnits(source: SourceDirectory): readonly ResolvedUnit[] {
    const known = complete.get(source.directory)
    if (known) return known
    const files = source.files.flatMap(file => typedFile(file, parser.parse) ?? [])
    const units = groupsOf(source, files).map(({ identity, files }) => {
      const sources = files.map(file => ({ text: file.text, open: () => file }))
      return { resolver: makeResolver(makeUnit(identity, sources), imports), files }
    })
    complete.set(source.directory, units)
    return units
  }

  function member(importPath: string, name: string, context: Context): GoObject | undefined {
    if (importPath === 'unsafe') return unsafeMember(name)
    if (importPath === 'C') return undefined
    const { unit } = context.resolver
    // The tests inside a package of the standard library add to what the table lists.
    if (unit.importPath === `${importPath}_test`) return fromSources(importPath, name, unit)
    return std.member(importPath, name) ?? fromSources(importPath, name, unit)
  }

  function fromSources(importPath: string, name: string, importer: Unit | undefined): GoObject | undefined {
    const source = imported(importPath, importer?.directory ?? '')
    const resolver = source && importedResolver(source)
    if (!resolver) return undefined
    // External tests are built together with the tests inside the package.
    const seesTests = importer?.directory === resolver.unit.directory
    const exported = resolver.unit.declarationsOf(name).filter(({ file }) => seesTests || !file.isTest)
    return exported.length > 0 ? objectOfDeclarations(resolver, exported) : undefined
  }

  /** The package that others import: without tests, and unless it is looked at anyway without the bodies of functions. */
  function importedResolver(source: SourceDirectory): Resolver | undefined {
    const whole = complete.get(source.directory)
    if (whole) return whole.find(({ resolver }) => resolver.unit.key === source.directory)?.resolver
    if (heads.has(source)) return heads.get(source)
    const name = nameOf(source)
    const files = source.files
      .filter(({ path }) => !path.endsWith('_test.go'))
      .map(file => ({
        text: file.text,
        open() {
          const opened = typedFile(file, parser.parseHeads)
          return opened && opened.packageName === name && !needsTagIgnore(opened) ? opened : undefined
        },
      }))
    const identity = { importPath: source.importPath, key: source.directory, directory: source.directory }
    const made = name === undefined ? undefined : makeResolver(makeUnit(identity, files), imports)
    heads.set(source, made)
    return made
  }

  function packageName(importPath: string, context: Context): string | undefined {
    if (importPath === 'unsafe' || importPath === 'C') return importPath
    if (stdPackage(importPath)) return stdPackageName(importPath)
    const source = imported(importPath, context.resolver.unit.directory)
    return source && nameOf(source)
  }

  function imported(importPath: string, from: string): SourceDirectory | undefined {
    const key = `${from}\n${importPath}`
    if (!places.has(key)) places.set(key, sources.imported(importPath, from))
    return places.get(key)
  }

  function nameOf(source: SourceDirectory): string | undefined {
    if (!names.has(source)) names.set(source, importedName(source))
    return names.get(source)
  }
}

/** The name of the package that an import of the directory means; undefined when its files do not agree. */
function importedName({ files }: SourceDirectory): string | undefined {
  const names = new Set<string>()
  for (const { path, text } of files) {
    if (path.endsWith('_test.go')) continue
    const name = packageNameIn(text)
    if (name === undefined || name === 'documentation') continue
    if (name === 'main' && /^(\/\/go:build|\/\/ ?\+build).*\bignore\b/m.test(text)) continue
    names.add(name)
  }
  const [only] = names
  return names.size === 1 ? only : undefined
}

interface FileGroup {
  readonly identity: UnitIdentity
  readonly files: readonly TypedFile[]
}

/** The packages in a directory; the one that others import has the directory as its key. */
function groupsOf(source: SourceDirectory, files: readonly TypedFile[]): readonly FileGroup[] {
  const { directory, importPath } = source
  const alone = files.filter(needsTagIgnore)
  const together = files.filter(file => !alone.includes(file))
  const name = importedName(source) ?? together.find(({ isTest }) => !isTest)?.packageName
  const packageNames = new Set(together.map(({ packageName }) => packageName))
  const groups = [...packageNames].map(packageName => {
    const group = together.filter(file => file.packageName === packageName)
    const isMain = packageName === name || name === undefined
    const isExternalTest = packageName.endsWith('_test') && group.every(({ isTest }) => isTest)
    const identity = {
      importPath: isExternalTest ? `${importPath}_test` : importPath,
      key: isMain && !isExternalTest ? directory : `${directory} ${packageName}`,
      directory,
    }
    return { identity, files: group }
  })
  const programs = alone.map(file => {
    return { identity: { importPath, key: `${directory} ${file.path}`, directory }, files: [file] }
  })
  return [...groups, ...programs]
}

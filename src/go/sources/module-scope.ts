import { join } from 'node:path'
import type { GoMod, ModuleVersion } from '../module.ts'
import type { BuildList, GoModOf } from './build-list.ts'
import type { Files } from './files.ts'
import type { ModuleCache } from './module-cache.ts'
import { type PlacedReplacement, targetOf } from './replacement.ts'
import type { Located, Scope } from './scope.ts'
import type { StandardLibrary } from './standard-library.ts'
import type { Found } from './upward.ts'
import type { VendoredPackages } from './vendor-directory.ts'

export interface ModuleScopeOptions {
  readonly name: string
  /** The main module, or all modules of a workspace. */
  readonly main: readonly Found<GoMod>[]
  /** In order of precedence. */
  readonly replacements: readonly PlacedReplacement[]
  readonly buildList: (goModOf: GoModOf) => BuildList | undefined
  readonly vendor: { readonly directory: string; readonly packages: VendoredPackages } | undefined
}

export interface Surroundings {
  readonly files: Files
  readonly standardLibrary: StandardLibrary
  readonly cache: ModuleCache
  /** The go.mod nearest to a directory. */
  readonly moduleAt: (directory: string) => Found<GoMod> | undefined
}

/** What import paths mean in a main module or workspace, and in everything that is built with it. */
export function makeModuleScope(options: ModuleScopeOptions, around: Surroundings): Scope {
  const { main, vendor } = options
  const { files, standardLibrary, cache, moduleAt } = around
  const known = new Map<string, Located | undefined>()
  let buildList: { readonly versions: BuildList | undefined } | undefined
  const scope: Scope = { name: options.name, find }
  return scope

  function find(importPath: string): Located | undefined {
    if (known.has(importPath)) return known.get(importPath)
    const found = standardLibrary.find(importPath) ?? findInModules(importPath)
    known.set(importPath, found)
    return found
  }

  function findInModules(importPath: string): Located | undefined {
    if (!importPath.split('/').every(isPathElement)) return undefined
    const directories = prefixesOf(importPath).flatMap(path => {
      const rest = importPath.slice(path.length + 1)
      return mainDirectory(path, rest) ?? (vendor ? undefined : dependencyDirectory(path, rest)) ?? []
    })
    if (vendor) directories.push(...vendoredDirectory(importPath, vendor))
    const [directory, ...others] = directories
    // Two modules that have the package are an error of the build.
    return directory === undefined || others.length > 0 ? undefined : { directory, importPath, scope }
  }

  function mainDirectory(modulePath: string, rest: string): string | undefined {
    const module = main.find(({ what }) => what.path === modulePath)
    return module && packageIn(module.directory, rest)
  }

  /** Of a module that is not in the module cache: there, other modules in it were left out. */
  function packageIn(module: string, rest: string): string | undefined {
    const directory = join(module, rest)
    const hasPackage = files.goFiles(directory).length > 0 && moduleAt(directory)?.directory === module
    return hasPackage ? directory : undefined
  }

  function dependencyDirectory(path: string, rest: string): string | undefined {
    const version = versions()?.get(path)
    if (version === undefined || main.some(({ what }) => what.path === path)) return undefined
    const target = targetOf({ path, version }, options.replacements)
    if ('directory' in target) return packageIn(target.directory, rest)
    const module = cache.directoryOf(target.module)
    const directory = module && join(module, rest)
    return directory !== undefined && files.goFiles(directory).length > 0 ? directory : undefined
  }

  function vendoredDirectory(
    importPath: string,
    { directory, packages }: NonNullable<typeof vendor>,
  ): string[] {
    const module = packages.get(importPath)
    const copy = join(directory, 'vendor', importPath)
    // The go command refuses a copy of another version than go.mod requires.
    const isStale = main.some(({ what }) =>
      what.requirements.some(({ path, version }) => path === module?.path && version !== module.version),
    )
    return module && (main.length > 1 || !isStale) && files.goFiles(copy).length > 0 ? [copy] : []
  }

  function versions(): BuildList | undefined {
    buildList ??= { versions: options.buildList(goModOf) }
    return buildList.versions
  }

  function goModOf(module: ModuleVersion): GoMod | undefined {
    const target = targetOf(module, options.replacements)
    if ('module' in target) return cache.goModOf(target.module)
    const found = moduleAt(target.directory)
    return found?.directory === target.directory ? found.what : undefined
  }
}

/** `a/b/c`, `a/b` and `a`. */
function prefixesOf(path: string): string[] {
  const elements = path.split('/')
  return elements.map((_, index) => elements.slice(0, elements.length - index).join('/'))
}

function isPathElement(element: string): boolean {
  return element !== '' && !/^\.+$/u.test(element) && !/[\\:\0]/u.test(element)
}

import { join, relative, resolve, sep } from 'node:path'
import { type GoMod, type GoWork, parseGoMod, parseGoWork } from '../module.ts'
import { buildListOf, workspaceBuildList } from './build-list.ts'
import type { Files } from './files.ts'
import type { ModuleCache } from './module-cache.ts'
import { makeModuleScope } from './module-scope.ts'
import type { PlacedReplacement } from './replacement.ts'
import type { Located, Scope } from './scope.ts'
import type { StandardLibrary } from './standard-library.ts'
import { type Found, makeUpwardSearch } from './upward.ts'
import { vendoredPackages } from './vendor-directory.ts'

export interface ScopesOptions {
  readonly files: Files
  readonly standardLibrary: StandardLibrary
  readonly cache: ModuleCache
}

/** Makes what tells the import path of a directory, and what imports mean there as the go command is run in it. */
export function makeScopes({ files, standardLibrary, cache }: ScopesOptions): (directory: string) => Located {
  const moduleAt = makeUpwardSearch(directory => parsed(join(directory, 'go.mod'), parseGoMod))
  const workspaceAt = makeUpwardSearch(directory => parsed(join(directory, 'go.work'), parseGoWork))
  const around = { files, standardLibrary, cache, moduleAt }
  const scopes = new Map<string, Scope>()
  const outsideModules: Scope = { name: 'no module', find: standardLibrary.find }

  return directory => {
    const standard = standardLibrary.locate(directory)
    if (standard) return standard
    const module = moduleAt(directory)
    // What the go command calls packages that no import path leads to.
    if (!module || module.what.path === '')
      return { directory, importPath: `_${slashed(directory)}`, scope: outsideModules }
    const workspace = workspaceOf(module)
    const scope = workspace ? scopeOfWorkspace(workspace) : scopeOfModule(module)
    return { directory, importPath: importPathIn(module, directory), scope }
  }

  function parsed<What>(path: string, parse: (text: string) => What): What | undefined {
    const text = files.read(path)
    return text === undefined ? undefined : parse(text)
  }

  /** The workspace that a module is built in. */
  function workspaceOf(module: Found<GoMod>): Found<GoWork> | undefined {
    const workspace = workspaceAt(module.directory)
    return workspace && usesOf(workspace).includes(module.directory) ? workspace : undefined
  }

  function scopeOfModule({ directory, what: mod }: Found<GoMod>): Scope {
    return existing(directory, name => {
      const packages = vendoredPackages({ directory, goVersion: mod.goVersion, isWorkspace: false }, files)
      return makeModuleScope(
        {
          name,
          main: [{ directory, what: mod }],
          replacements: placed(mod, directory),
          buildList: goModOf => buildListOf(mod, goModOf),
          vendor: packages && { directory, packages },
        },
        around,
      )
    })
  }

  function scopeOfWorkspace({ directory, what: work }: Found<GoWork>): Scope {
    return existing(join(directory, 'go.work'), name => {
      const main = usesOf({ directory, what: work }).flatMap(used => {
        const module = moduleAt(used)
        return module?.directory === used ? [module] : []
      })
      const packages = vendoredPackages({ directory, goVersion: work.goVersion, isWorkspace: true }, files)
      return makeModuleScope(
        {
          name,
          main,
          replacements: [
            ...placed(work, directory),
            ...main.flatMap(module => placed(module.what, module.directory)),
          ],
          buildList: goModOf =>
            workspaceBuildList(
              main.map(({ what }) => what),
              goModOf,
            ),
          vendor: packages && { directory, packages },
        },
        around,
      )
    })
  }

  function existing(name: string, make: (name: string) => Scope): Scope {
    const scope = scopes.get(name) ?? make(name)
    scopes.set(name, scope)
    return scope
  }
}

function usesOf({ directory, what }: Found<GoWork>): string[] {
  return what.uses.map(used => resolve(directory, used))
}

function placed({ replacements }: Pick<GoMod, 'replacements'>, base: string): PlacedReplacement[] {
  return replacements.map(replacement => ({ ...replacement, base }))
}

function importPathIn(module: Found<GoMod>, directory: string): string {
  const path = slashed(relative(module.directory, directory))
  if (path.startsWith('vendor/')) return path.slice('vendor/'.length)
  return path === '' ? module.what.path : `${module.what.path}/${path}`
}

function slashed(path: string): string {
  return path.split(sep).join('/')
}

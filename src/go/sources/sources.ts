import { isAbsolute, join, resolve } from 'node:path'
import type { PackageSources, SourceDirectory, SourceFile } from '../types/source.ts'
import { type Files, makeFiles, type OnRead } from './files.ts'
import { makeModuleCache } from './module-cache.ts'
import type { Located, Scope } from './scope.ts'
import { makeScopes } from './scopes.ts'
import { makeStandardLibrary } from './standard-library.ts'

export interface SourcesOptions {
  /** Absolute path of the root of the run. */
  readonly root: string
  /** Undefined: there are no sources of the standard library. */
  readonly goroot: string | undefined
  /** GOMODCACHE; undefined: no module is downloaded. */
  readonly modcache: string | undefined
  /** Texts that stand for those on disk, by slash-separated path relative to the root; of go.mod too. */
  readonly overlay: ReadonlyMap<string, string>
  readonly onRead?: OnRead
}

/**
 * Finds the sources of packages as the go command would in each module of the run, without running it and without
 * the network. Each directory is read once, when it is asked for. A dependency of several modules of the run is a
 * directory of its own in each, since they may build it with other versions of what it imports.
 */
export function makeSources({ root, goroot, modcache, overlay, onRead }: SourcesOptions): PackageSources {
  const files = makeFiles(root, overlay, onRead)
  const standardLibrary = makeStandardLibrary(goroot, files)
  const locate = makeScopes({ files, standardLibrary, cache: makeModuleCache(modcache, files) })
  const directories = new Map<string, SourceDirectory | undefined>()
  const scopes = new Map<string, Scope>()

  return {
    directory: name => (directories.has(name) ? directories.get(name) : read(locate(resolve(root, name)))),
    imported(importPath, fromDirectory) {
      // Package unsafe is part of the language, and C is what cgo makes.
      if (importPath === 'C' || importPath === 'unsafe') return undefined
      const scope = scopes.get(fromDirectory) ?? locate(resolve(root, fromDirectory)).scope
      const found = scope.find(importPath)
      return found && read(found)
    },
  }

  function read(location: Located): SourceDirectory | undefined {
    const name = nameOf(location)
    if (directories.has(name)) return directories.get(name)
    const directory = readDirectory(location, name, files)
    directories.set(name, directory)
    return directory
  }

  /** In the run, the plain name is for the directory as a part of its own module; elsewhere, for its first use. */
  function nameOf({ directory, scope }: Located): string {
    const plain = files.nameOf(directory)
    const owner = scopes.get(plain) ?? (isAbsolute(plain) ? scope : locate(directory).scope)
    scopes.set(plain, owner)
    if (owner === scope) return plain
    const name = `${plain} for ${scope.name}`
    scopes.set(name, scope)
    return name
  }
}

/** Undefined when there are no Go files, or one of them cannot be read: what is not known whole is not known. */
function readDirectory(
  { directory, importPath }: Located,
  name: string,
  files: Files,
): SourceDirectory | undefined {
  const sources: SourceFile[] = []
  for (const fileName of files.goFiles(directory)) {
    const path = join(directory, fileName)
    const text = files.read(path)
    if (text === undefined) return undefined
    sources.push({ path: files.nameOf(path), text })
  }
  return sources.length === 0 ? undefined : { directory: name, importPath, files: sources }
}

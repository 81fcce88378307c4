import { join } from 'node:path'
import { type GoMod, type ModuleVersion, parseGoMod } from '../module.ts'
import type { Files } from './files.ts'

/** The modules that the go command has downloaded (https://go.dev/ref/mod#module-cache). */
export interface ModuleCache {
  /** Absolute directory where the module is, if it is there; undefined when it cannot be. */
  readonly directoryOf: (module: ModuleVersion) => string | undefined
  /** Undefined when the cache has no go.mod of it. */
  readonly goModOf: (module: ModuleVersion) => GoMod | undefined
}

/** `directory` is GOMODCACHE; undefined: nothing is known to be downloaded. */
export function makeModuleCache(directory: string | undefined, files: Files): ModuleCache {
  return {
    directoryOf(module) {
      const path = escapedPath(module.path)
      const version = escapedVersion(module.version)
      if (directory === undefined || path === undefined || version === undefined) return undefined
      return join(directory, `${path}@${version}`)
    },
    goModOf(module) {
      const path = escapedPath(module.path)
      const version = escapedVersion(module.version)
      if (directory === undefined || path === undefined || version === undefined) return undefined
      const text = files.read(join(directory, 'cache/download', path, '@v', `${version}.mod`))
      return text === undefined ? undefined : parseGoMod(text)
    },
  }
}

function escapedPath(path: string): string | undefined {
  const isModulePath = path
    .split('/')
    .every(element => /^[\w.~-]+$/u.test(element) && !/^\.+$/u.test(element))
  return isModulePath ? escaped(path) : undefined
}

function escapedVersion(version: string): string | undefined {
  return /^v[\w.+~-]+$/u.test(version) ? escaped(version) : undefined
}

/** File systems that ignore case tell `Azure` from `azure` so: `!azure`. */
function escaped(text: string): string {
  return text.replace(/[A-Z]/gu, letter => `!${letter.toLowerCase()}`)
}

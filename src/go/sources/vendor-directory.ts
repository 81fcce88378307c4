import { join } from 'node:path'
import type { ModuleVersion } from '../module.ts'
import { type GoVersion, includesVersion } from '../version.ts'
import type { Files } from './files.ts'

/** The packages in a vendor directory, with the modules that they were copied from. */
export type VendoredPackages = ReadonlyMap<string, ModuleVersion>

export interface VendorOwner {
  /** Absolute directory of go.mod or go.work. */
  readonly directory: string
  readonly goVersion: GoVersion | undefined
  readonly isWorkspace: boolean
}

/**
 * Undefined when the go command does not use the directory: it is for another mode, or the `go` line is older than the
 * first release that takes it unasked (https://go.dev/ref/mod#vendoring).
 */
export function vendoredPackages(owner: VendorOwner, files: Files): VendoredPackages | undefined {
  const { directory, goVersion, isWorkspace } = owner
  if (goVersion === undefined || !includesVersion(goVersion, isWorkspace ? '1.22' : '1.14')) return undefined
  const lines = files.read(join(directory, 'vendor/modules.txt'))?.split(/\r?\n/u)
  if (!lines || (lines[0] === '## workspace') !== isWorkspace) return undefined
  return parseModulesList(lines)
}

function parseModulesList(lines: readonly string[]): VendoredPackages {
  const packages = new Map<string, ModuleVersion>()
  let module: ModuleVersion | undefined
  for (const line of lines) {
    const [first, path, version] = line.split(' ')
    if (first === '#' && path !== undefined && version !== undefined) module = { path, version }
    else if (first !== undefined && first !== '' && !first.startsWith('#') && module)
      packages.set(first, module)
  }
  return packages
}

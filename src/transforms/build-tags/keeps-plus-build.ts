import type { GoFile } from '../../go/file.ts'
import { DEFAULT_GO_VERSION, type GoVersion, includesVersion } from '../../go/version.ts'

/** Whether `+build` lines stay beside `//go:build`: Go 1.16 and older need them, and 1.17 keeps both. */
export function keepsPlusBuild(file: GoFile): boolean {
  return !file.module || !includesVersion(moduleVersion(file), '1.18')
}

/** The module's version, not the file's: which toolchains read the file is for the module to say. */
export function moduleVersion({ module }: GoFile): GoVersion {
  return module?.goVersion ?? DEFAULT_GO_VERSION
}

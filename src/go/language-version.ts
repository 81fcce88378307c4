import { goBuildConstraint } from './constraint/file-constraint.ts'
import { languageVersion } from './constraint/go-version.ts'
import { scanHeader } from './constraint/header.ts'
import type { FileKind, GoModule } from './file.ts'
import { DEFAULT_GO_VERSION, type GoVersion } from './version.ts'

/** The language version that a file of a module is compiled as; its `//go:build go1.N` line has a say. */
export function languageVersionOf(text: string, kind: FileKind, module: GoModule | undefined): GoVersion {
  const version = module?.goVersion ?? DEFAULT_GO_VERSION
  if (kind !== 'go') return version
  return languageVersion(version, goBuildConstraint(scanHeader(text, kind))?.expression)
}

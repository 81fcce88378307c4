import { goBuildConstraint, plusBuildConstraint } from './constraint/file-constraint.ts'
import { firstReleaseWithout, languageVersion } from './constraint/go-version.ts'
import { scanHeader } from './constraint/header.ts'
import type { FileKind, GoModule } from './file.ts'
import { DEFAULT_GO_VERSION, type GoVersion, includesVersion } from './version.ts'

/**
 * The language version that a file of a module is compiled as; its `//go:build go1.N` line has a say. A file that only
 * older releases take, by `!go1.N`, cannot use what came with N.
 */
export function languageVersionOf(text: string, kind: FileKind, module: GoModule | undefined): GoVersion {
  const own = module?.goVersion ?? DEFAULT_GO_VERSION
  if (kind !== 'go') return own
  const header = scanHeader(text, kind)
  const expression = (goBuildConstraint(header) ?? plusBuildConstraint(header))?.expression
  const version = languageVersion(own, goBuildConstraint(header)?.expression)
  const first = expression && firstReleaseWithout(expression)
  if (!first || !includesVersion(version, `1.${first}`)) return version
  return `1.${first - 1}`
}

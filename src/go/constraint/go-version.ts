import { type GoVersion, includesVersion } from '../version.ts'
import type { Expression } from './expression.ts'

/**
 * The Go release that a constraint cannot be satisfied without, found by structure alone;
 * undefined when it needs none (GoVersion in go/build/constraint, which says `go1` for 1.0).
 */
export function requiredRelease(expression: Expression): GoVersion | undefined {
  const minor = minimum(expression, true)
  return minor < 0 ? undefined : `1.${minor}`
}

/** The first Go release that cannot build a file of this constraint, nor any later one; undefined when some always can. */
export function firstReleaseWithout(expression: Expression): number | undefined {
  const minor = excluded(expression, true)
  return Number.isFinite(minor) ? minor : undefined
}

/** From which release on the expression, or its negation, cannot hold, by structure alone. */
function excluded(expression: Expression, wanted: boolean): number {
  switch (expression.kind) {
    case 'tag': {
      const minor = releaseOf(expression.name)
      return wanted || minor < 0 ? Number.POSITIVE_INFINITY : minor
    }
    case 'not':
      return excluded(expression.operand, !wanted)
    case 'and':
    case 'or': {
      const both = (expression.kind === 'and') === wanted
      const releases = [excluded(expression.left, wanted), excluded(expression.right, wanted)]
      return both ? Math.min(...releases) : Math.max(...releases)
    }
  }
}

/**
 * The language version of a file with this `//go:build` expression in a module of version `module`:
 * the oldest that any toolchain which may build the file gives it. Toolchains before 1.21 know only the
 * module's; from 1.21 on `go1.N` raises it anywhere and lowers it in modules from 1.21 on; from 1.23 on
 * never below 1.21 (initFiles in cmd/compile/internal/types2).
 */
export function languageVersion(module: GoVersion, expression: Expression | undefined): GoVersion {
  const required = expression && requiredRelease(expression)
  if (!required) return module
  if (includesVersion(required, '1.21')) return required
  if (includesVersion(module, '1.23')) return '1.21'
  return includesVersion(module, '1.21') ? required : module
}

/**
 * The language version that a new `//go:build` line with this expression gives a Go file of a module of
 * version `module` (undefined for a file in no module, which has its toolchain's) where that can be noticed: 1.22
 * changed what loops do, and a lower version may not compile. Undefined when nothing changes, or only more is allowed.
 */
export function languageChange(module: GoVersion | undefined, expression: Expression): GoVersion | undefined {
  const required = requiredRelease(expression)
  if (!required || required === module) return undefined
  if (!module) return includesVersion(required, '1.21') ? required : '1.21'
  if (includesVersion(required, module)) return includesVersion(required, '1.22') ? required : undefined
  // Toolchains before 1.21 ignore the line, and those from 1.21 on lower nothing in older modules.
  return includesVersion(module, '1.21') ? languageVersion(module, expression) : undefined
}

/** The smallest release in which the expression, or its negation, can hold; -1 for any. */
function minimum(expression: Expression, wanted: boolean): number {
  switch (expression.kind) {
    case 'tag':
      return wanted ? releaseOf(expression.name) : -1
    case 'not':
      return minimum(expression.operand, !wanted)
    case 'and':
    case 'or': {
      const both = (expression.kind === 'and') === wanted
      const minimums = [minimum(expression.left, wanted), minimum(expression.right, wanted)]
      return both ? Math.max(...minimums) : Math.min(...minimums)
    }
  }
}

function releaseOf(tag: string): number {
  if (tag === 'go1') return 0
  // Like Go, which cuts at the first `go1.` wherever it stands.
  const start = tag.indexOf('go1.')
  const digits = start < 0 ? '' : tag.slice(start + 4)
  return /^\d{1,18}$/.test(digits) ? Number(digits) : -1
}

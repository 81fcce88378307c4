import type { GoVersion } from '../version.ts'
import { type Expression, evaluate, tagsOf } from './expression.ts'
import { hasTag, isKnownArchitecture, isKnownOs, operatingSystems, type Platform } from './platform.ts'

/** With more tags of its own than this, an expression counts as satisfiable. */
const MAX_FREE_TAGS = 8

/**
 * Whether some build of the gc toolchain satisfies the expression; true also when that is too much to find out.
 * A build has one operating system, one architecture and one release; `fixed` says which other tags hold.
 */
export function isSatisfiable(
  expression: Expression,
  fixed: ReadonlyMap<string, boolean> = new Map(),
): boolean {
  const tags = tagsOf(expression)
  const free = tags.filter(tag => isFree(tag) && !fixed.has(tag))
  if (free.length > MAX_FREE_TAGS) return true
  const always = [...fixed].filter(([, holds]) => holds).map(([tag]) => tag)
  for (const platform of platformsOf(tags)) {
    for (let choice = 0; choice < 1 << free.length; choice++) {
      const chosen = new Set([...always, ...free.filter((_, index) => choice & (1 << index))])
      const holds = (tag: string) => hasTag({ ...platform, tags: chosen, cgo: chosen.has('cgo') }, tag)
      if (evaluate(expression, holds)) return true
    }
  }
  return false
}

function isFree(tag: string): boolean {
  return !isKnownOs(tag) && !isKnownArchitecture(tag) && !RELEASE.test(tag) && tag !== 'gc' && tag !== 'unix'
}

const RELEASE = /^go1\.([1-9]\d*)$/

/** Enough platforms to tell these tags apart. */
function platformsOf(tags: readonly string[]): Omit<Platform, 'tags' | 'cgo'>[] {
  const systems = tags.some(tag => isKnownOs(tag) || tag === 'unix') ? operatingSystems : ['linux']
  const architectures = [...tags.filter(isKnownArchitecture), 'another']
  const minors = tags.flatMap(tag => {
    const minor = Number(RELEASE.exec(tag)?.[1] ?? 0)
    return minor === 0 ? [] : [minor, minor - 1]
  })
  const releases = [...new Set([...minors, 99])]
  return systems.flatMap(goos =>
    architectures.flatMap(goarch =>
      releases.map(minor => ({ goos, goarch, release: `1.${minor}` as GoVersion })),
    ),
  )
}

import type { GoMod, ModuleVersion } from '../module.ts'
import { compareModuleVersions } from '../module-version.ts'
import { type GoVersion, includesVersion } from '../version.ts'

/** The version of each module that a build takes (https://go.dev/ref/mod#minimal-version-selection). */
export type BuildList = ReadonlyMap<string, string>

/** What is known of the go.mod of a requirement, replacements included. */
export type GoModOf = (module: ModuleVersion) => GoMod | undefined

/** Undefined when go.mod does not say it and the go.mod files of some requirement are not there. */
export function buildListOf(mod: GoMod, goModOf: GoModOf): BuildList | undefined {
  const requirements = requirementsOf(mod, mod.exclusions)
  // go.mod lists every module that its packages need (https://go.dev/ref/mod#go-mod-file-go).
  if (isPruned(mod)) return newest(requirements)
  return selected([mod], mod.exclusions, goModOf)
}

/** The one list for all modules of a workspace, whose `go` lines decide how far each is followed. */
export function workspaceBuildList(mods: readonly GoMod[], goModOf: GoModOf): BuildList | undefined {
  const exclusions = mods.flatMap(mod => mod.exclusions)
  return selected(mods, exclusions, goModOf)
}

const PRUNED_SINCE: GoVersion = '1.17'

function isPruned({ goVersion }: GoMod): boolean {
  return goVersion !== undefined && includesVersion(goVersion, PRUNED_SINCE)
}

/**
 * Walks the requirement graph as readModGraph of cmd/go/internal/modload does: the requirements of a module from Go 1.17
 * on count, but what those require in turn only where a module of an older version is on the way.
 */
function selected(
  mods: readonly GoMod[],
  exclusions: readonly ModuleVersion[],
  goModOf: GoModOf,
): BuildList | undefined {
  const own = new Set(mods.map(mod => mod.path))
  const all: ModuleVersion[] = []
  const seen = new Set<string>()
  const pending = mods.flatMap(mod => {
    const requirements = requirementsOf(mod, exclusions)
    all.push(...requirements)
    return requirements.map(module => ({ module, follow: !isPruned(mod) }))
  })
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { module, follow } = next
    const key = `${module.path}@${module.version} ${follow}`
    if (seen.has(key) || own.has(module.path)) continue
    seen.add(key)
    const mod = goModOf(module)
    if (!mod) return undefined
    const requirements = requirementsOf(mod, exclusions)
    all.push(...requirements)
    if (!follow && isPruned(mod)) continue
    for (const requirement of requirements)
      pending.push({ module: requirement, follow: follow || !isPruned(mod) })
  }
  return newest(all)
}

function requirementsOf(mod: GoMod, exclusions: readonly ModuleVersion[]): ModuleVersion[] {
  return mod.requirements.filter(
    ({ path, version }) => !exclusions.some(other => other.path === path && other.version === version),
  )
}

function newest(requirements: readonly ModuleVersion[]): BuildList {
  const list = new Map<string, string>()
  for (const { path, version } of requirements) {
    const known = list.get(path)
    if (known === undefined || compareModuleVersions(known, version) < 0) list.set(path, version)
  }
  return list
}

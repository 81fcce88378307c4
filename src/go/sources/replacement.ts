import { resolve } from 'node:path'
import type { ModuleVersion, Replacement } from '../module.ts'

/** A replacement and the directory that its target is relative to. */
export interface PlacedReplacement extends Replacement {
  readonly base: string
}

/** What stands for a module: an absolute directory, or a module of the cache. */
export type Target = { readonly directory: string } | { readonly module: ModuleVersion }

/** `replacements` are in order of precedence; of equals, the one for a single version comes first. */
export function targetOf(module: ModuleVersion, replacements: readonly PlacedReplacement[]): Target {
  const fitting = replacements.filter(({ path }) => path === module.path)
  const chosen =
    fitting.find(({ version }) => version === module.version) ??
    fitting.find(({ version }) => version === undefined)
  if (!chosen) return { module }
  const { by, base } = chosen
  return 'directory' in by ? { directory: resolve(base, by.directory) } : { module: by }
}

import { posix } from 'node:path'
import { parseGoMod } from '../../src/go/module.ts'
import type { Case } from './cases.ts'

export type Side = 'before' | 'after'

/** One side of a case as a module that can stand beside all others. */
export interface CaseModule {
  readonly fixture: Case
  readonly side: Side
  /** Directory below the root of all, and, behind HOST, its module path. */
  readonly name: string
  readonly goMinor: number
  readonly files: Readonly<Record<string, string>>
}

/** What all module paths begin with. */
export const HOST = 'fixture.example'

/**
 * Gives the module of a case a path of its own. Undefined for a case that is no module of its own, or one that needs
 * others: its own go command has to look at it.
 */
export function caseModule(fixture: Case, side: Side): CaseModule | undefined {
  const files = fixture[side]
  const goMod = files['go.mod']
  if (goMod === undefined || /^\s*(require|replace)\b/m.test(goMod)) return undefined
  if (Object.keys(files).some(path => /(^|\/)(go\.work$|vendor\/)/.test(path))) return undefined

  const { path, goVersion } = parseGoMod(goMod)
  if (path === '') return undefined
  const name = posix.join(fixture.transform, fixture.name, side)
  const renamed = Object.entries(files).map(([file, text]): [string, string] => {
    if (file === 'go.mod') return [file, text.replace(/^module .*/m, `module ${HOST}/${name}`)]
    return [file, file.endsWith('.go') ? withPath(text, path, `${HOST}/${name}`) : text]
  })
  const goMinor = Number(goVersion?.slice(2) ?? 16)
  return { fixture, side, name, goMinor, files: Object.fromEntries(renamed) }
}

/** Imports of a module's packages, under another path. */
export function withPath(text: string, path: string, newPath: string): string {
  return text.replaceAll(`"${path}"`, `"${newPath}"`).replaceAll(`"${path}/`, `"${newPath}/`)
}

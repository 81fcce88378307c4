import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { UsageError } from '../errors.ts'
import type { GoModule } from '../go/file.ts'
import { parseGoMod } from '../go/module.ts'

/** Finds the module of a directory (slash-separated, relative to the root); undefined outside any module. */
export type ModuleFinder = (directory: string) => GoModule | undefined

/** Makes a finder that looks for go.mod upwards, past the root too, and reads each go.mod once. */
export function makeModuleFinder(root: string): ModuleFinder {
  const known = new Map<string, GoModule | undefined>()

  return directory => find(join(root, directory))

  function find(absolute: string): GoModule | undefined {
    if (known.has(absolute)) return known.get(absolute)
    const parent = join(absolute, '..')
    const module = read(absolute) ?? (parent === absolute ? undefined : find(parent))
    known.set(absolute, module)
    return module
  }

  function read(absolute: string): GoModule | undefined {
    let text: string
    try {
      text = readFileSync(join(absolute, 'go.mod'), 'utf8')
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return undefined
      throw new UsageError(
        `cannot read ${join(absolute, 'go.mod')}; it says which Go version the files are for`,
        {
          cause: error,
        },
      )
    }
    const { path, goVersion } = parseGoMod(text)
    return { directory: relative(root, absolute).split(sep).join('/'), path, goVersion }
  }
}

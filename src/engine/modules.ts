import { readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { UsageError } from '../errors.ts'
import type { GoModule } from '../go/file.ts'
import { parseGoMod } from '../go/module.ts'
import { makeUpwardSearch } from '../go/sources/upward.ts'

/** Finds the module of a directory (slash-separated, relative to the root); undefined outside any module. */
export type ModuleFinder = (directory: string) => GoModule | undefined

/** Makes a finder that looks for go.mod upwards, past the root too, and reads each go.mod once. */
export function makeModuleFinder(root: string): ModuleFinder {
  const search = makeUpwardSearch(read)
  return directory => search(join(root, directory))?.what

  function read(absolute: string): GoModule | undefined {
    let text: string
    try {
      // A named pipe would keep the run waiting.
      if (!statSync(join(absolute, 'go.mod')).isFile()) return undefined
      text = readFileSync(join(absolute, 'go.mod'), 'utf8')
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
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

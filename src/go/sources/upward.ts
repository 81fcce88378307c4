import { dirname } from 'node:path'

/** What a directory has. */
export interface Found<What> {
  /** Absolute. */
  readonly directory: string
  readonly what: What
}

/** Makes a search of a directory and all above it, for the nearest that has something; each is looked at once. */
export function makeUpwardSearch<What>(
  read: (directory: string) => What | undefined,
): (directory: string) => Found<What> | undefined {
  const known = new Map<string, Found<What> | undefined>()
  return search

  function search(directory: string): Found<What> | undefined {
    if (known.has(directory)) return known.get(directory)
    const found = look(directory)
    known.set(directory, found)
    return found
  }

  function look(directory: string): Found<What> | undefined {
    const what = read(directory)
    if (what !== undefined) return { directory, what }
    const parent = dirname(directory)
    return parent === directory ? undefined : search(parent)
  }
}

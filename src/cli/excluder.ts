import ignore from 'ignore'

/** Makes a function that reports whether .gitignore patterns match a path relative to the root of the run. */
export function makeExcluder(patterns: readonly string[] = []): (path: string) => boolean {
  const excluded = ignore().add([...patterns])
  return path => excluded.ignores(path)
}

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'

/** What there is to read, with texts that stand for what is on disk. Directories are absolute paths. */
export interface Files {
  /** Undefined when there is no such file, or it cannot be read. */
  readonly read: (absolute: string) => string | undefined
  /** Names of the Go files that belong to packages, sorted; empty when the directory cannot be read. */
  readonly goFiles: (directory: string) => readonly string[]
  /** Slash-separated; relative to the root of the run where it lies below it, `''` for the root itself. */
  readonly nameOf: (absolute: string) => string
}

/**
 * Told of everything that is looked at, each time: of a file its absolute path and text, of a directory its path with a
 * separator at the end, and the names of its Go files, a line each. Undefined when there is nothing to read.
 */
export type OnRead = (path: string, content: string | undefined) => void

/** `overlay` is keyed as `nameOf` writes. */
export function makeFiles(
  root: string,
  overlay: ReadonlyMap<string, string>,
  onRead: OnRead = () => {},
): Files {
  const added = new Map<string, string[]>()
  for (const path of overlay.keys()) {
    const absolute = resolve(root, path)
    added.set(dirname(absolute), [...(added.get(dirname(absolute)) ?? []), absolute])
  }

  return {
    read(absolute) {
      const text = overlay.get(nameOf(absolute)) ?? readText(absolute)
      onRead(absolute, text)
      return text
    },
    goFiles(directory) {
      const inOverlay = (added.get(directory) ?? []).map(absolute => relative(directory, absolute))
      const names = [...new Set([...namesOnDisk(directory), ...inOverlay.filter(isGoFile)])].sort()
      onRead(directory + sep, names.join('\n'))
      return names
    },
    nameOf,
  }

  function nameOf(absolute: string): string {
    const path = relative(root, absolute)
    const isOutside = path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)
    return (isOutside ? absolute : path).split(sep).join('/')
  }
}

/** What `onRead` would be told of a path now. */
export function contentAt(path: string, files: Files): string | undefined {
  return path.endsWith(sep) ? files.goFiles(dirname(join(path, '_'))).join('\n') : files.read(path)
}

/** Files whose names start with `_` or `.` are no part of a package (https://pkg.go.dev/cmd/go#hdr-Package_lists_and_patterns). */
function isGoFile(name: string): boolean {
  return name.endsWith('.go') && !name.startsWith('_') && !name.startsWith('.')
}

function namesOnDisk(directory: string): string[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
      .filter(entry => isGoFile(entry.name) && (entry.isFile() || entry.isSymbolicLink()))
      .map(entry => entry.name)
  } catch {
    return []
  }
}

/** Undefined when there is no such regular file, or it cannot be read. */
export function readText(absolute: string): string | undefined {
  try {
    return statSync(absolute).isFile() ? readFileSync(absolute, 'utf8') : undefined
  } catch {
    return undefined
  }
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'

/** Texts that the go command reads in place of files of the tree. */
export interface Overlay {
  /** Absolute path of the JSON file for -overlay. */
  readonly path: string
  /** Absolute path of each replacement → path relative to the root of the run. */
  readonly originals: ReadonlyMap<string, string>
}

/**
 * Writes an overlay for texts by path relative to `root` into `scratch`, a directory of its own. The go command adds
 * to the checksums of a workspace whenever it reads one, but refuses to when they are in an overlay: `workspaces`,
 * absolute paths of go.work files.
 */
export function writeOverlay(
  { root, workspaces }: { readonly root: string; readonly workspaces: readonly string[] },
  texts: ReadonlyMap<string, string>,
  scratch: string,
): Overlay {
  mkdirSync(scratch, { recursive: true })
  const originals = new Map<string, string>()
  const replace: Record<string, string> = {}
  for (const [path, text] of [...texts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const replacement = join(scratch, `${originals.size}-${basename(path)}`)
    writeFileSync(replacement, text)
    originals.set(replacement, path)
    replace[join(root, path)] = replacement
  }
  for (const [index, workspace] of workspaces.entries()) {
    const sums = `${workspace}.sum`
    const replacement = join(scratch, `${index}.sum`)
    writeFileSync(replacement, existsSync(sums) ? readFileSync(sums) : '')
    replace[sums] = replacement
  }
  const path = join(scratch, 'overlay.json')
  writeFileSync(path, JSON.stringify({ Replace: replace }))
  return { path, originals }
}

/**
 * What a go command said, with every path that lies below `root` relative to it. The command was run in
 * `directory`; compilers of C are run in the package's own.
 */
export function toTreePaths(
  output: string,
  { root, directory, packageDirectory }: { root: string; directory: string; packageDirectory: string },
  { originals }: Overlay,
  isFile: (path: string) => boolean,
): string {
  let text = output
  for (const [replacement, path] of originals) {
    text = text.replaceAll(replacement, path).replaceAll(relative(directory, replacement), path)
  }
  return text.replace(/^([^\s:#][^:\n]*\.\w+)(?=:\d)/gm, written => {
    if ([...originals.values()].includes(written)) return written
    const found = [directory, packageDirectory].map(base => resolve(base, written)).find(isFile)
    return (found && insideRoot(root, found)) ?? written
  })
}

/** The slash-separated path below `root`, or undefined when the path leads out of it. */
export function insideRoot(root: string, path: string): string | undefined {
  const inside = relative(root, path)
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return undefined
  return inside.split(sep).join('/')
}

/** The slash-separated directory of a path relative to the root; `''` for the root itself. */
export function directoryOf(path: string): string {
  const directory = dirname(path)
  return directory === '.' ? '' : directory
}

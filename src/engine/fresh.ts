import { access, constants, readFile, realpath, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { errorCode } from './durable.ts'
import type { Journal } from './journal.ts'
import type { Patch, StalePatch } from './types.ts'

/** A patch that may be written, and the file it really is: relative to the base of the journal, without symbolic links. */
export interface FreshPatch {
  readonly patch: Patch
  readonly path: string
}

/**
 * Tells the patches whose file is byte for byte what was read, and can be written, from the others. A patch that
 * shares a fix with a stale one is stale too: a fix is applied to all of its files or to none.
 */
export async function selectFresh(
  journal: Journal,
  patches: readonly Patch[],
): Promise<{ fresh: readonly FreshPatch[]; stale: readonly StalePatch[] }> {
  const places = new Map<Patch, string>()
  const reasons = new Map<Patch, string>()
  for (const patch of patches) {
    const place = await locate(journal, patch)
    if ('reason' in place) reasons.set(patch, place.reason)
    else places.set(patch, place.path)
  }
  for (const [patch, reason] of disagreements(places)) reasons.set(patch, reason)

  const stale = spread(patches, reasons)
  const isStale = new Set(stale.map(({ patch }) => patch))
  const fresh = [...places].filter(([patch]) => !isStale.has(patch)).map(([patch, path]) => ({ patch, path }))
  return { fresh, stale }
}

async function locate(journal: Journal, patch: Patch): Promise<{ path: string } | { reason: string }> {
  try {
    const target = await realpath(join(journal.root, patch.path))
    if (!target.startsWith(withSeparator(journal.root)))
      return { reason: 'leads through a symbolic link out of the directory that gomend works in' }
    if (!(await stat(target)).isFile()) return { reason: 'is not a regular file any more' }
    if (!Buffer.from(patch.before).equals(await readFile(target)))
      return { reason: 'has changed since it was read' }
    await access(target, constants.W_OK)
    await access(dirname(target), constants.W_OK)
    return { path: relative(journal.base, target).split(sep).join('/') }
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return { reason: 'has been deleted since it was read' }
    if (code === 'EROFS') return { reason: 'is on a file system that is mounted read-only' }
    if (code === 'EACCES' || code === 'EPERM') return { reason: 'is write-protected, or its directory is' }
    throw error
  }
}

// Two paths may be one file, by a symbolic link; then both patches have to say the same.
function disagreements(places: ReadonlyMap<Patch, string>): readonly [Patch, string][] {
  const byPlace = new Map<string, Patch[]>()
  for (const [patch, path] of places) byPlace.set(path, [...(byPlace.get(path) ?? []), patch])
  return [...byPlace.values()]
    .filter(same => new Set(same.map(({ after }) => after)).size > 1)
    .flatMap(same =>
      same.map((patch): [Patch, string] => {
        const others = same.filter(other => other !== patch).map(({ path }) => path)
        return [patch, `is the same file as ${others.join(' and ')}, which would get another text`]
      }),
    )
}

function spread(patches: readonly Patch[], direct: ReadonlyMap<Patch, string>): readonly StalePatch[] {
  const neighbours = sharedFixes(patches)
  const reasons = new Map(direct)
  // A map is iterated in order of insertion, and what is added meanwhile is visited too.
  for (const [patch, reason] of reasons)
    for (const [neighbour, title] of neighbours.get(patch) ?? [])
      if (!reasons.has(neighbour))
        reasons.set(neighbour, `shares the fix "${title}" with ${patch.path}, which ${reason}`)
  return patches.flatMap(patch => {
    const reason = reasons.get(patch)
    return reason === undefined ? [] : [{ patch, reason }]
  })
}

/** For every patch the others that have a part of one of its fixes, with the title of that fix. */
function sharedFixes(patches: readonly Patch[]): ReadonlyMap<Patch, ReadonlyMap<Patch, string>> {
  const byPath = new Map(patches.map(patch => [patch.path, patch]))
  const shared = new Map(patches.map(patch => [patch, new Map<Patch, string>()]))
  for (const patch of patches)
    for (const { fix } of patch.changes)
      for (const edit of fix.edits) {
        const other = byPath.get(edit.path)
        if (!other || other === patch) continue
        shared.get(patch)?.set(other, fix.title)
        shared.get(other)?.set(patch, fix.title)
      }
  return shared
}

function withSeparator(directory: string): string {
  return directory.endsWith(sep) ? directory : directory + sep
}

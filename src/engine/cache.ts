import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { contentAt, type Files, makeFiles } from '../go/sources/files.ts'
import type { Analysis } from './analyse-files.ts'
import { type Basis, digestOf, type Read } from './reads.ts'
import type { PackageOfRound } from './task.ts'

/**
 * What earlier runs found: which transforms a file has a needle of, and analyses of packages. One of these is taken
 * again when the texts of its files with a needle are the same, and everything that had been read for types until it was
 * done: it depends on nothing else.
 */
export interface Cache {
  /** What looking for needles in a file came to when it had these bytes. */
  readonly mentions: (path: string, digest: string) => Mentions | undefined
  readonly keepMentions: (path: string, mentions: Mentions) => void
  readonly find: (task: PackageOfRound) => Analysis | undefined
  readonly keep: (task: PackageOfRound, analysis: Analysis, basis: Basis) => void
  /** Writes what this run found or kept, and what other directories have. */
  readonly save: () => void
}

interface Entry {
  readonly directory: string
  readonly analysis: Analysis
  readonly world: string
  /** How many of the reads of the world came before it was done. */
  readonly reads: number
}

/** The transforms that a file has a needle of; `has` is undefined where it has neither one nor an ignore comment. */
export interface Mentions {
  readonly digest: string
  readonly has: { readonly transforms: readonly string[] } | undefined
}

interface Content {
  /** By path. */
  readonly mentions: ReadonlyMap<string, Mentions>
  readonly worlds: ReadonlyMap<string, readonly Read[]>
  /** By the digest of the task. */
  readonly entries: ReadonlyMap<string, Entry>
}

/** Opens the cache in a file that is for one build of gomend, one selection of transforms and one root. */
export function openCache(path: string, root: string): Cache {
  const old = readContent(path)
  const mentions = new Map<string, Mentions>()
  const worlds = new Map<string, Read[]>()
  const used = new Map<string, Entry>()
  const directories = new Set<string>()
  let isNew = false
  let checked: { readonly round: number; readonly soundReads: (world: string) => number } | undefined

  return {
    mentions(path, digest) {
      const known = old.mentions.get(path)
      return known?.digest === digest ? known : undefined
    },
    keepMentions(path, known) {
      isNew = true
      mentions.set(path, known)
    },
    find(task) {
      directories.add(task.directory)
      const key = keyOf(task)
      const entry = old.entries.get(key)
      if (!entry) return undefined
      const { number, changed } = task.round
      if (checked?.round !== number)
        checked = { round: number, soundReads: readsChecker(old.worlds, makeFiles(root, changed)) }
      if (checked.soundReads(entry.world) < entry.reads) return undefined
      used.set(key, entry)
      return entry.analysis
    },
    keep(task, analysis, { world, reads }) {
      const all = worlds.get(world) ?? []
      worlds.set(world, all)
      all.push(...reads)
      // What was a problem may be none next time: a file that changed while it was read, too little time.
      if (analysis.problems.length > 0) return
      isNew = true
      used.set(keyOf(task), { directory: task.directory, analysis, world, reads: all.length })
    },
    save() {
      if (!isNew) return
      const others = [...old.entries].filter(([, { directory }]) => !directories.has(directory))
      const entries = new Map([...others, ...used])
      const known = new Map([...old.worlds, ...worlds])
      const needed = new Set([...entries.values()].map(({ world }) => world))
      writeContent(path, {
        mentions: new Map([...old.mentions, ...mentions]),
        entries,
        worlds: new Map([...known].filter(([world]) => needed.has(world))),
      })
    },
  }
}

/** With the round: other files of the directory may have changed since the one before. */
function keyOf({ directory, candidates, round }: PackageOfRound): string {
  return digestOf(JSON.stringify([round.number, directory, candidates]))
}

/** Makes a function that counts the first reads of a world that would come out the same now. */
function readsChecker(worlds: ReadonlyMap<string, readonly Read[]>, files: Files): (world: string) => number {
  const now = new Map<string, string>()
  const counts = new Map<string, number>()
  const isSame = ({ path, digest }: Read) => {
    if (!now.has(path)) now.set(path, digestOf(contentAt(path, files)))
    return now.get(path) === digest
  }
  return world => {
    const known = counts.get(world)
    if (known !== undefined) return known
    const reads = worlds.get(world) ?? []
    const changed = reads.findIndex(read => !isSame(read))
    const count = changed < 0 ? reads.length : changed
    counts.set(world, count)
    return count
  }
}

const EMPTY: Content = { mentions: new Map(), worlds: new Map(), entries: new Map() }
const DIGEST_LENGTH = 28
const MAX_FILES = 100

/** A file that is not whole, as of a full disk, is none. */
function readContent(path: string): Content {
  try {
    const bytes = readFileSync(path)
    const content = bytes.subarray(DIGEST_LENGTH)
    return bytes.toString('latin1', 0, DIGEST_LENGTH) === digestOf(content) ? deserialize(content) : EMPTY
  } catch {
    return EMPTY
  }
}

/** Without a cache a run is as right, only slower: a place that cannot be written to is left alone. */
function writeContent(path: string, content: Content): void {
  const temporary = `${path}.${process.pid}.tmp`
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    removeOldest(dirname(path))
    const bytes = serialize(content)
    writeFileSync(temporary, Buffer.concat([Buffer.from(digestOf(bytes), 'latin1'), bytes]), { mode: 0o600 })
    renameSync(temporary, path)
  } catch {
    if (existsSync(temporary)) rmSync(temporary, { force: true })
  }
}

/** Each tree, and each build of gomend, has a file of its own. */
function removeOldest(directory: string): void {
  const age = (path: string) => Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)
  const paths = readdirSync(directory).map(name => join(directory, name))
  const byAge = paths.map(path => ({ path, age: age(path) })).sort((a, b) => a.age - b.age)
  for (const { path } of byAge.slice(MAX_FILES)) rmSync(path, { force: true })
}

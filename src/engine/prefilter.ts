import { isUtf8 } from 'node:buffer'
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { resolve } from 'node:path'
import type { FileKind } from '../go/file.ts'
import type { Needle, Transform } from '../transform.ts'
import type { Cache } from './cache.ts'
import { IGNORE_MARK } from './ignores.ts'
import { digestOf } from './reads.ts'
import { readsSyntax } from './reads-syntax.ts'
import { withTimeLimit } from './time-limit.ts'

/** Larger files hold tables, not code a person wrote; they are searched but not analysed. */
const MAX_BYTES = 16 * 1024 * 1024

/** The same where a file is parsed: the trees of a fix take up to 900 bytes for a byte of source. */
const MAX_PARSED_BYTES = 4 * 1024 * 1024

/** In texts of this many characters a pattern may take long, such as one that tries each blank line. */
const LONG = 50_000

/** Milliseconds. */
const PATTERN_LIMIT = 1000

// Opening a named pipe would wait for a writer; the flag does not exist on Windows.
const READ_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** What looking for needles in one file came to. */
export type Candidate =
  | { readonly kind: 'candidate'; readonly text: string; readonly transforms: readonly string[] }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'problem'; readonly message: string }

export type Prefilter = (path: string, kind: FileKind) => Candidate

const NOTHING: Candidate = { kind: 'nothing' }

/**
 * Makes a function that reads one file below `root` and names the transforms it mentions a needle of.
 * Works on the raw bytes in one buffer that is used again; only a file with a needle is decoded, and one whose bytes
 * the cache knows is not searched.
 */
export function makePrefilter(root: string, transforms: readonly Transform[], cache?: Cache): Prefilter {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let buffer = Buffer.allocUnsafe(1024 * 1024)
  const selection = transforms.map(({ name }) => name).join()

  return function prefilter(path, kind) {
    let bytes: Buffer | undefined
    try {
      bytes = read(resolve(root, path))
    } catch (error) {
      return { kind: 'problem', message: readProblem(error as NodeJS.ErrnoException) }
    }
    if (!bytes) return NOTHING
    if (!cache) return look(kind, bytes)
    const digest = digestOf(bytes, selection)
    const known = cache.mentions(path, digest)
    if (known) return known.has ? { kind: 'candidate', text: decoder.decode(bytes), ...known.has } : NOTHING
    const found = look(kind, bytes)
    if (found.kind !== 'problem')
      cache.keepMentions(path, {
        digest,
        has: found.kind === 'candidate' ? { transforms: found.transforms } : undefined,
      })
    return found
  }

  function look(kind: FileKind, bytes: Buffer): Candidate {
    const admitted = transforms.filter(transform => admits(transform, kind, bytes))
    // A file with ignore comments only is read for those that have nothing to ignore any more.
    const hasIgnores = bytes.includes(IGNORE_MARK, 0, 'latin1')
    if (admitted.length === 0 && !hasIgnores) return NOTHING
    if (bytes.length > MAX_BYTES) return { kind: 'problem', message: tooLarge(bytes.length, MAX_BYTES) }

    let text: string
    try {
      text = decoder.decode(bytes)
    } catch {
      return {
        kind: 'problem',
        message: `${invalidUtf8(bytes)}; convert it to UTF-8 as the Go specification asks`,
      }
    }
    const asked = mentionedIn(text, kind, admitted)
    const isParsed = admitted.some(transform => asked.includes(transform.name) && readsSyntax(transform))
    if (isParsed && bytes.length > MAX_PARSED_BYTES)
      return { kind: 'problem', message: tooLarge(bytes.length, MAX_PARSED_BYTES) }
    return asked.length === 0 && !hasIgnores ? NOTHING : { kind: 'candidate', text, transforms: asked }
  }

  /** The file's bytes, valid until the next call; undefined when there is no such file any more. */
  function read(absolute: string): Buffer | undefined {
    let descriptor: number
    try {
      descriptor = openSync(absolute, READ_FLAGS)
    } catch (error) {
      // Listed by git, yet deleted in the work tree: nothing to do.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
    try {
      const stats = fstatSync(descriptor)
      // A submodule or a directory that replaced the file has nothing of its own to read.
      if (!stats.isFile()) return undefined
      if (stats.size > buffer.length) buffer = Buffer.allocUnsafe(stats.size)
      let length = 0
      while (length < stats.size) {
        const count = readSync(descriptor, buffer, length, stats.size - length, length)
        if (count === 0) break
        length += count
      }
      return buffer.subarray(0, length)
    } finally {
      closeSync(descriptor)
    }
  }
}

/** The names of the transforms that a text of this kind mentions a needle of. */
export function mentionedIn(text: string, kind: FileKind, transforms: readonly Transform[]): string[] {
  return transforms
    .filter(
      transform =>
        readsKind(transform, kind) && transform.meta.mentions.some(needle => mentions(text, needle)),
    )
    .map(({ name }) => name)
}

function admits(transform: Transform, kind: FileKind, bytes: Buffer): boolean {
  return (
    readsKind(transform, kind) &&
    transform.meta.mentions.some(needle => bytes.includes(literalOf(needle), 0, 'latin1'))
  )
}

function readsKind(transform: Transform, kind: FileKind): boolean {
  if (kind === 'go') return true
  return transform.find !== undefined && transform.meta.files === 'any-with-constraints'
}

function mentions(text: string, needle: Needle): boolean {
  if (typeof needle === 'string') return text.includes(needle)
  if (!text.includes(needle.literal)) return false
  if (text.length < LONG) return needle.pattern.test(text)
  // A pattern only saves work: without an answer the finder is asked, which has a time limit of its own.
  return withTimeLimit(
    PATTERN_LIMIT,
    () => needle.pattern.test(text),
    () => true,
  )
}

function literalOf(needle: Needle): string {
  return typeof needle === 'string' ? needle : needle.literal
}

function readProblem(error: NodeJS.ErrnoException): string {
  if (error.code === 'EACCES') return 'permission denied; make the file readable or exclude it'
  if (error.code === 'ELOOP') return 'its symbolic links form a loop; remove the link or exclude it'
  return `cannot read the file: ${error.message}`
}

function tooLarge(bytes: number, limit: number): string {
  const [size, most] = [bytes, limit].map(each => Math.round(each / 1024 / 1024))
  return `mentions a pattern but is ${size} MB; files over ${most} MB are not analysed; split it or exclude it`
}

function invalidUtf8(bytes: Buffer): string {
  let line = 1
  for (let start = 0; ; line++) {
    const newline = bytes.indexOf(10, start)
    const end = newline < 0 ? bytes.length : newline
    if (newline < 0 || !isUtf8(bytes.subarray(start, end))) return `is not valid UTF-8 (line ${line})`
    start = end + 1
  }
}

import { createHash } from 'node:crypto'
import type { OnRead } from '../go/sources/files.ts'

/** What stood in a file, or which files in a directory, when that was read; see OnRead. */
export interface Read {
  readonly path: string
  readonly digest: string
}

/** What an analysis came from, besides the texts of its task. */
export interface Basis {
  /** Which world of types it was worked out in: unique among all runs. */
  readonly world: string
  /** What has been read for this world since the task before. */
  readonly reads: readonly Read[]
}

export interface ReadLog {
  readonly onRead: OnRead
  /** What was read since this was asked for last, each path once in all. */
  readonly take: () => readonly Read[]
}

export function makeReadLog(): ReadLog {
  const known = new Set<string>()
  let reads: Read[] = []
  return {
    onRead(path, content) {
      if (known.has(path)) return
      known.add(path)
      reads.push({ path, digest: digestOf(content) })
    },
    take() {
      const taken = reads
      reads = []
      return taken
    },
  }
}

/** `''` of what is not there; `salt` sets apart what is worked out of the same content in several ways. */
export function digestOf(content: string | Uint8Array | undefined, salt = ''): string {
  return content === undefined ? '' : createHash('sha1').update(salt).update(content).digest('base64')
}

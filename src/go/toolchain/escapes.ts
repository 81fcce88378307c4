import { type BuildRequest, runGoFor } from './go-command.ts'
import type { Toolchain } from './toolchain.ts'

/** A value that the compiler puts on the heap. */
export interface Escape {
  /** Relative to the directory of the context, or absolute; that of the tree, not of the overlay. */
  readonly path: string
  readonly line: number
  /** `make([]byte, n) escapes to heap`, `moved to heap: x`. */
  readonly message: string
}

/** What the compiler says of heap allocations in the targets (`-gcflags=-m`), tests left out. */
export async function escapes(toolchain: Toolchain, request: BuildRequest): Promise<readonly Escape[]> {
  const { stderr } = await runGoFor(toolchain, ['list', '-e', '-export', '-gcflags=-m'], request)
  const lines = stderr.matchAll(/^(.+?\.go):(\d+):\d+: (moved to heap: .*|.* escapes to heap)$/gm)
  return [...lines].map(([, path = '', line, message = '']) => ({ path, line: Number(line), message }))
}

import type { CommandResult } from '../../command.ts'
import type { BuildContext } from './build-context.ts'
import { type Build, buildArguments } from './builds.ts'
import { runGo, type Toolchain } from './toolchain.ts'

/** What a go command that compiles is asked about. */
export interface BuildRequest {
  readonly context: BuildContext
  readonly build: Build
  /** Path of the JSON file for -overlay. */
  readonly overlay: string
  /** Absolute package directories, Go files of one main package, or patterns. */
  readonly targets: readonly string[]
  /** Milliseconds for one go command. */
  readonly timeout: number
}

/** Runs a go command, such as `['list', '-e']`, for one build with an overlay; the targets are appended. */
export function runGoFor(
  toolchain: Toolchain,
  command: readonly string[],
  { context, build, overlay, targets, timeout }: BuildRequest,
): Promise<CommandResult> {
  const { flags, env } = buildArguments(toolchain, build)
  return runGo([...command, `-overlay=${overlay}`, ...flags, ...targets], {
    directory: context.directory,
    env: { ...context.env, ...env },
    timeout,
  })
}

/** Reads the stream of indented objects that go commands print with -json. */
export function parseObjects<T>(text: string): T[] {
  if (text.trim() === '') return []
  return JSON.parse(`[${text.trim().replaceAll('\n}\n{', '\n},\n{')}]`) as T[]
}

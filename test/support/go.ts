import { spawnSync } from 'node:child_process'
import { test } from 'vitest'

const hasGo = spawnSync('go', ['version']).status === 0
if (!hasGo && process.env.CI) throw new Error('Go is missing: in CI the tests of semantics must run')

/** A test that needs the Go toolchain: skipped by name without one, a failure in CI. */
export const goTest = test.skipIf(!hasGo)

/** Runs a program of the Go toolchain offline; returns its output. Throws with the output when it fails, unless it may. */
export function go(
  program: 'go' | 'gofmt',
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  { mayFail } = { mayFail: false },
): string {
  const offline = { GOPROXY: 'off', GOTOOLCHAIN: 'local', GOFLAGS: '-mod=mod', GOWORK: 'off' }
  const result = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, ...offline, ...env },
  })
  if (result.error) throw result.error
  if (result.status !== 0 && !mayFail)
    throw new Error(`${program} ${args.join(' ')} in ${cwd}: ${result.stdout}${result.stderr}`)
  return result.stdout
}

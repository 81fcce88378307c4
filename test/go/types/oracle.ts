import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const directory = new URL('../../oracle', import.meta.url).pathname

/** Whether tests against go/types have to be skipped. In CI they never are: a missing Go fails them. */
export const goIsMissing = process.env.CI === undefined && spawnSync('go', ['version']).status !== 0

let program: string | undefined

/** Builds the oracle once a process, runs it, and reads the JSON lines that it prints. */
export function runOracle<Line>(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Line[] {
  program ??= buildOracle()
  const output = execFileSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, ...environment },
  })
  return output
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Line)
}

function buildOracle(): string {
  const built = join(
    mkdtempSync(join(tmpdir(), 'gomend-oracle-')),
    process.platform === 'win32' ? 'oracle.exe' : 'oracle',
  )
  execFileSync('go', ['build', '-o', built, '.'], { cwd: directory, env: { ...process.env, GOWORK: 'off' } })
  return built
}

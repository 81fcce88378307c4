import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
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

/** The same for output that is too large for one string; `cwd` is a directory of the module that is asked about. */
export async function* streamOracle<Line>(
  args: readonly string[],
  { cwd, environment }: { cwd: string; environment: Readonly<Record<string, string>> },
): AsyncGenerator<Line> {
  program ??= buildOracle()
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = once(child, 'close')
  let chunks: Uint8Array[] = []
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    let start = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      yield JSON.parse(Buffer.concat([...chunks, chunk.subarray(start, end)]).toString()) as Line
      chunks = []
      start = end + 1
    }
    chunks.push(chunk.subarray(start))
  }
  const [code] = (await closed) as [number | null]
  if (code !== 0) throw new Error(`oracle ${args.join(' ')} failed in ${cwd}`)
}

function buildOracle(): string {
  const built = join(
    mkdtempSync(join(tmpdir(), 'gomend-oracle-')),
    process.platform === 'win32' ? 'oracle.exe' : 'oracle',
  )
  execFileSync('go', ['build', '-o', built, '.'], { cwd: directory, env: { ...process.env, GOWORK: 'off' } })
  return built
}

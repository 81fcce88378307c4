import { existsSync } from 'node:fs'
import { runCommand } from '../../command.ts'
import { type BuildRequest, runGoFor } from './go-command.ts'
import type { Toolchain } from './toolchain.ts'

/** One run of one benchmark: value by unit, such as `ns/op`, `B/op`, `allocs/op`. */
export interface BenchmarkRun {
  readonly name: string
  readonly values: ReadonlyMap<string, number>
}

/** Compiles the tests of one package to `program`; reports whether there is one (a package may have no tests). */
export async function buildTests(
  toolchain: Toolchain,
  request: BuildRequest,
  program: string,
): Promise<boolean> {
  await runGoFor(toolchain, ['test', '-c', '-vet=off', '-o', program], request)
  return existsSync(program)
}

/** Runs the benchmarks that `pattern` matches, for about a tenth of a second each, in the package's directory. */
export async function runBenchmarks(
  program: string,
  { pattern, directory, timeout }: { pattern: string; directory: string; timeout: number },
): Promise<readonly BenchmarkRun[]> {
  const flags = ['-test.run=^$', `-test.bench=${pattern}`, '-test.benchmem', '-test.benchtime=100ms']
  const { stdout } = await runCommand(program, flags, { cwd: directory, timeout })
  return stdout.split('\n').flatMap(parseLine)
}

/** `BenchmarkName/sub-8  1000  123.4 ns/op  16 B/op  1 allocs/op` (https://go.dev/design/14313-benchmark-format). */
function parseLine(line: string): BenchmarkRun[] {
  const [name = '', count = '', ...rest] = line.trim().split(/\s+/)
  if (!/^Benchmark/.test(name) || !/^\d+$/.test(count)) return []
  const values = new Map<string, number>()
  for (let index = 0; index + 1 < rest.length; index += 2)
    values.set(rest[index + 1] ?? '', Number(rest[index]))
  return [{ name, values }]
}

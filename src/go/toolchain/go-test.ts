import { type BuildRequest, runGoFor } from './go-command.ts'
import { type TestEvent, testEvents } from './test-events.ts'
import { type Toolchain, wordsOf } from './toolchain.ts'

/** How the tests of one package, or one test of it, ended. */
export interface TestResult {
  /** Import path. */
  readonly package: string
  /** The test with its subtests; undefined for the package as a whole. */
  readonly test: string | undefined
  /** `none`: the package has no tests. */
  readonly status: 'passed' | 'failed' | 'none'
  /** What a failed one printed. */
  readonly output: string
}

/**
 * Runs the tests of the targets without vet, and without a new run of those whose inputs are as they were (the go
 * command knows). `failure` is there when the command as a whole did not come to an end.
 */
export async function runTests(
  toolchain: Toolchain,
  request: BuildRequest,
): Promise<{
  readonly results: readonly TestResult[]
  readonly failure?: { readonly words: string; readonly isTimeout: boolean }
}> {
  const seconds = Math.ceil(request.timeout / 1000)
  const result = await runGoFor(toolchain, ['test', '-json', '-vet=off', `-timeout=${seconds}s`], request)
  const isTimeout = result.failure === 'timeout'
  if (result.exitCode === undefined) return { results: [], failure: { words: wordsOf(result), isTimeout } }
  const results = resultsOf(testEvents(result.stdout), result.stderr)
  // Not one package could be loaded, for example because go.mod cannot be read.
  if (result.exitCode !== 0 && results.length === 0)
    return { results, failure: { words: wordsOf(result), isTimeout } }
  return { results }
}

function resultsOf(events: readonly TestEvent[], stderr: string): TestResult[] {
  const output = new Map<string, string>()
  const results: TestResult[] = []
  for (const { Action, Package, ImportPath, Test, Output } of events) {
    const name = Package ?? ImportPath?.split(' ')[0]
    if (name === undefined) continue
    const key = `${name}\0${Test ?? ''}`
    if (Output !== undefined) output.set(key, (output.get(key) ?? '') + Output)
    if (Package === undefined || !['pass', 'fail', 'skip'].includes(Action)) continue
    // A test that is skipped has said that it cannot tell anything here.
    const status = Action === 'fail' ? 'failed' : Action === 'pass' ? 'passed' : 'none'
    const printed = Action === 'fail' ? (output.get(key) ?? '').replace(/^=== .*\n/gm, '') || stderr : ''
    results.push({ package: Package, test: Test, status, output: printed })
  }
  return results
}

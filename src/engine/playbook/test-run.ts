import { runCommand } from '../../command.ts'
import { testEvents } from '../../go/toolchain/test-events.ts'

/** How each package of a module fares, by import path; `built`: it compiles and has no tests. */
export type TestRun = ReadonlyMap<string, 'passed' | 'failed' | 'built'>

export interface TestReport {
  readonly packages: TestRun
  /** What the go command printed for each package that failed. */
  readonly output: ReadonlyMap<string, string>
}

/** Builds and tests all packages of the module in a directory (absolute path). */
export async function testModule(
  directory: string,
  env: Readonly<Record<string, string>>,
  timeout: number,
): Promise<TestReport> {
  const result = await runCommand('go', ['test', '-json', './...'], { cwd: directory, env, timeout })
  const packages = new Map<string, 'passed' | 'failed' | 'built'>()
  const output = new Map<string, string>()
  for (const event of testEvents(result.stdout)) {
    const name = event.Package ?? event.ImportPath?.split(' ')[0] ?? ''
    if (event.Output) output.set(name, (output.get(name) ?? '') + event.Output)
    if (!event.Package || event.Test !== undefined) continue
    if (event.Action === 'pass') packages.set(event.Package, 'passed')
    else if (event.Action === 'skip') packages.set(event.Package, 'built')
    else if (event.Action === 'fail') packages.set(event.Package, 'failed')
  }
  const failed = [...packages].filter(([, status]) => status === 'failed').map(([name]) => name)
  const words = new Map(failed.map(name => [name, (output.get(name) ?? '').trimEnd()]))
  if (result.exitCode === undefined) words.set('', `go test did not end: ${result.failure}`)
  // Without an event for it, the module itself could not be loaded.
  else if (result.exitCode !== 0 && failed.length === 0) words.set('', result.stderr || result.stdout)
  if (words.has('')) packages.set('', 'failed')
  return { packages, output: words }
}

/** How the packages of each module fared before the first step, by directory of the module; plain data. */
export type Baselines = Readonly<
  Record<string, readonly (readonly [string, 'passed' | 'failed' | 'built'])[]>
>

/** What no longer builds or passes, in words; tests that fail are run once more, as some fail now and then. */
export async function newFailures(
  directories: readonly string[],
  baselines: Baselines,
  test: (directory: string) => Promise<TestReport>,
): Promise<string | undefined> {
  for (const directory of directories) {
    const baseline: TestRun = new Map(baselines[directory])
    const first = regressions(baseline, (await test(directory)).packages)
    if (first.length === 0) continue
    const second = await test(directory)
    const broken = regressions(baseline, second.packages).filter(name => first.includes(name))
    if (broken.length === 0) continue
    const names = broken.map(name => name || 'the module').join(', ')
    // What keeps a whole module from loading is said of the module, not of its packages.
    const words = [...new Set([...broken, ''])].flatMap(name => second.output.get(name) ?? [])
    return [`no longer passes: ${names}`, ...words].join('\n')
  }
  return undefined
}

/** What a test run without new failures shows, in words. */
export function testedText(directories: readonly string[], baselines: Baselines): string {
  const statuses = directories.flatMap(directory => (baselines[directory] ?? []).map(([, status]) => status))
  const failed = statuses.filter(status => status === 'failed').length
  const fine = statuses.length - failed
  if (fine === 0) return 'nothing built and passed before, so nothing is proven'
  const packages = fine === 1 ? '1 package builds and passes' : `${fine} packages build and pass`
  return `${packages} as before${failed > 0 ? `, ${failed} failed before` : ''}`
}

/** The packages that were fine before and are not now; a package that is gone counts. */
export function regressions(before: TestRun, after: TestRun): string[] {
  return [...before]
    .filter(([name, status]) => status !== 'failed' && (after.get(name) ?? 'failed') === 'failed')
    .map(([name]) => name)
}

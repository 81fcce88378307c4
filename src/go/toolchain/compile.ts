import { join } from 'node:path'
import { type BuildRequest, parseObjects, runGoFor } from './go-command.ts'
import { type Toolchain, wordsOf } from './toolchain.ts'

/** One compilation: a package, a package with its internal tests, external tests, or the main package of the tests. */
export interface Unit {
  /** The import path, for a test variant with the test's in brackets: `m/a [m/a.test]`. */
  readonly id: string
  /** Absolute directory of the sources. */
  readonly directory: string
  /** Absolute paths of the sources that take part. */
  readonly files: readonly string[]
  /** `blocked`: something it imports does not compile or cannot be found. `empty`: no source takes part. */
  readonly status: 'compiled' | 'failed' | 'blocked' | 'empty'
  /** What the toolchain said; paths relative to the directory of the context, or absolute. */
  readonly output: string
}

/** Why the go command gave no list. */
export interface Failure {
  readonly words: string
  readonly isTimeout: boolean
}

const SOURCES = 'GoFiles CgoFiles CFiles CXXFiles MFiles HFiles FFiles SFiles SwigFiles SwigCXXFiles'.split(
  ' ',
)
const FIELDS = ['ImportPath', 'Dir', 'Error', 'DepsErrors', ...SOURCES]

/**
 * Compiles packages and their tests without linking them. Nothing is written but Go's build cache.
 * `failure` is there when the go command gave no list, for example because it cannot read go.mod.
 */
export async function compile(
  toolchain: Toolchain,
  request: BuildRequest,
): Promise<{ readonly units: readonly Unit[]; readonly failure?: Failure }> {
  const result = await runGoFor(
    toolchain,
    ['list', '-e', '-test', '-export', `-json=${FIELDS.join()}`],
    request,
  )
  if (result.exitCode !== 0)
    return { units: [], failure: { words: wordsOf(result), isTimeout: result.failure === 'timeout' } }
  return { units: parseObjects<ListedPackage>(result.stdout).map(unitOf) }
}

interface ListedPackage extends Record<string, unknown> {
  readonly ImportPath: string
  readonly Dir?: string
  readonly Error?: PackageError
  readonly DepsErrors?: readonly PackageError[]
}

interface PackageError {
  readonly Pos: string
  readonly Err: string
}

function unitOf(listed: ListedPackage): Unit {
  const directory = listed.Dir ?? ''
  const files = SOURCES.flatMap(field => (listed[field] as readonly string[] | undefined) ?? [])
    // The main package of a test has one file, in the build cache.
    .map(name => (/^[/\\]|^\w:/.test(name) ? name : join(directory, name)))
  const common = { id: listed.ImportPath, directory, files }
  if (listed.Error) {
    const isEmpty = /^(?:build constraints exclude all Go files|no (?:non-test )?Go files) in /.test(
      listed.Error.Err,
    )
    return { ...common, status: isEmpty ? 'empty' : 'failed', output: wordsOfErrors([listed.Error]) }
  }
  if (listed.DepsErrors?.length)
    return { ...common, status: 'blocked', output: wordsOfErrors(listed.DepsErrors) }
  return { ...common, status: 'compiled', output: '' }
}

function wordsOfErrors(errors: readonly PackageError[]): string {
  return errors.map(({ Pos, Err }) => (Pos === '' ? Err : `${Pos}: ${Err}`).trim()).join('\n')
}

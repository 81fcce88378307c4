import { readFileSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { acceptAll } from '../src/engine/answers.ts'
import { run } from '../src/engine/run.ts'
import type { Review, RunResult } from '../src/engine/types.ts'
import { findGo } from '../src/go/sources/locations.ts'
import { loadParser, type ParserName } from '../src/go/syntax/parse.ts'
import { shippedTransforms } from '../src/transforms/index.ts'
import { caseModule } from './support/case-modules.ts'
import { type Case, type ExpectedFinding, readCases } from './support/cases.ts'
import { compiledUnits } from './support/compiled.ts'
import { buildStage } from './support/drive.ts'
import { go, goTest } from './support/go.ts'
import { parserLoads, parserNames } from './support/parsers.ts'
import { readTree, temporaryTree, writeTree } from './support/tree.ts'

const cases = readCases()

test('every shipped transform has an example, and a case of what it leaves alone', () => {
  for (const { name } of shippedTransforms) {
    const names = cases.filter(({ transform }) => transform === name).map(({ name }) => name)
    expect(names, name).toContain('example')
    expect(
      names.some(name => name.startsWith('leaves-')),
      name,
    ).toBe(true)
  }
})

test('every fixture folder belongs to a shipped transform', () => {
  const names = shippedTransforms.map(({ name }) => name)
  for (const { transform } of cases) expect(names).toContain(transform)
})

describe.for(parserNames)('on the %s binding', parserName => {
  test.skipIf(!parserLoads(parserName)).each(cases)(
    '$transform/$name: findings, result, second run, clean parse',
    async fixture => {
      const directory = temporaryTree(fixture.before)
      expect(found(await runCase(fixture, directory, parserName, declineAll))).toEqual(fixture.findings)
      const first = await runCase(fixture, directory, parserName)
      expect(first.problems).toEqual([])

      writeTree(directory, Object.fromEntries(first.patches.map(({ path, after }) => [path, after])))
      expect(readTree(directory)).toEqual(fixture.after)

      const second = await runCase(fixture, directory, parserName)
      expect(second.patches).toEqual([])
      const parser = await loadParser(parserName)
      for (const { path, before, after } of first.patches) {
        if (!path.endsWith('.go')) continue
        if (!parser.parse(before).rootNode.hasError)
          expect(parser.parse(after).rootNode.hasError, path).toBe(false)
      }
    },
  )
})

test.each(cases)('$transform/$name: the finder is pure', async fixture => {
  const directory = temporaryTree(fixture.before)
  const first = await runCase(fixture, directory, 'wasm')
  const second = await runCase(fixture, directory, 'wasm')
  expect(second).toEqual(first)
  expect(readTree(directory)).toEqual(fixture.before)
})

goTest('what gofmt would not change before a fix, it would not change after', () => {
  const files: Record<string, string> = {}
  for (const fixture of cases)
    for (const side of ['before', 'after'] as const)
      for (const [path, text] of Object.entries(fixture[side])) files[fileOf(fixture, side, path)] = text
  const unformatted = new Set(go('gofmt', ['-l', '.'], temporaryTree(files)).split('\n'))

  const spoiled = cases.flatMap(fixture =>
    Object.keys(fixture.after)
      .filter(path => !unformatted.has(fileOf(fixture, 'before', path)))
      .map(path => fileOf(fixture, 'after', path))
      .filter(path => unformatted.has(path)),
  )
  expect(spoiled).toEqual([])
})

function fileOf(fixture: Case, side: 'before' | 'after', path: string): string {
  return posix.join(fixture.transform, fixture.name, side, path)
}

const PLATFORMS = [
  { GOOS: 'linux', GOARCH: 'amd64' },
  { GOOS: 'windows', GOARCH: 'amd64' },
  { GOOS: 'darwin', GOARCH: 'arm64' },
]

const onPlatforms = PLATFORMS.map(platform => ({
  ...platform,
  platform,
  compiled: lazy(() => compiledUnits(cases, platform)),
}))

goTest('the example of every transform compiles, so that there is something to compare', () => {
  const units = onPlatforms.flatMap(({ compiled }) => [...compiled()])
  for (const { name } of shippedTransforms) expect(units).toContain(`${name}/example/before`)
})

describe.for(onPlatforms)('on $GOOS/$GOARCH', ({ platform, compiled }) => {
  goTest.each(cases.filter(fixture => caseModule(fixture, 'before')))(
    '$transform/$name: what compiled still compiles, tests too',
    fixture => {
      const root = `${fixture.transform}/${fixture.name}`
      const isBefore = (unit: string) => unit === `${root}/before` || unit.startsWith(`${root}/before/`)
      const broken = [...compiled()]
        .filter(unit => isBefore(unit.replace(/ .*/, '')))
        .map(unit => unit.replaceAll(`${root}/before`, `${root}/after`))
        .filter(unit => !compiled().has(unit))
      expect(broken).toEqual([])
    },
  )

  goTest.each(cases.filter(fixture => fixture.before['go.mod'] && !caseModule(fixture, 'before')))(
    '$transform/$name, which needs other modules: what compiled still compiles',
    fixture => {
      if (!compiles(temporaryTree(fixture.before), platform)) return
      expect(() => go('go', ['build', './...'], temporaryTree(fixture.after), platform)).not.toThrow()
    },
  )
})

function compiles(directory: string, platform: Record<string, string>): boolean {
  try {
    go('go', ['build', './...'], directory, platform)
    return true
  } catch {
    return false
  }
}

const driven = cases.filter(({ driver }) => driver)
const stage = lazy(() => buildStage(driven))

goTest.each(driven.filter(({ difference }) => difference === undefined))(
  '$transform/$name: it runs as before',
  fixture => {
    const { modes, play } = stage()
    const before = play(fixture, 'before', 'plain')
    expect(before, 'what prints nothing shows nothing').not.toMatch(/^exit/)
    expect(play(fixture, 'after', 'plain')).toBe(before)
    // What trips a check before may do so after, or may do no longer.
    for (const mode of modes)
      expect([before, play(fixture, 'before', mode)], mode).toContain(play(fixture, 'after', mode))
  },
  120_000,
)

goTest.each(driven.filter(({ difference }) => difference !== undefined))(
  '$transform/$name: it differs as its caution says',
  fixture => {
    const [phrase = ''] = fixture.difference?.split('\n') ?? []
    const cautions = fixture.findings.flatMap(({ caution }) => caution ?? [])
    expect(cautions.filter(caution => phrase !== '' && caution.includes(phrase)).length).toBeGreaterThan(0)

    const { play } = stage()
    const plays = (['plain', 'checkptr'] as const).map(mode => {
      const [before, after] = [play(fixture, 'before', mode), play(fixture, 'after', mode)]
      return { isSame: before === after, text: `--- ${mode}, before\n${before}--- ${mode}, after\n${after}` }
    })
    expect(plays.some(({ isSame }) => !isSame)).toBe(true)
    const difference = `${phrase}\n${plays.map(({ text }) => text).join('')}`
    const path = join(fixture.directory, 'expect-difference.txt')
    if (process.env.UPDATE) writeFileSync(path, difference)
    expect(difference).toBe(readFileSync(path, 'utf8'))
  },
  120_000,
)

function lazy<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const declineAll: Review = async ({ changes }) =>
  new Map(changes.map(change => [change, { answer: 'declined' }]))

function runCase(
  fixture: Case,
  root: string,
  parserName: ParserName,
  review: Review = acceptAll,
): Promise<RunResult> {
  return run({
    root,
    go: findGo(process.env),
    patterns: ['./...'],
    transforms: shippedTransforms.filter(({ name }) => name === fixture.transform),
    isExcluded: () => false,
    review,
    verify: undefined,
    apply: async () => ({ stale: [], notes: [] }),
    parserName,
    onProgress: () => {},
  })
}

/** The findings of a run that changed nothing, as a fixture lists them. */
function found({ outcomes }: RunResult): ExpectedFinding[] {
  return outcomes.map(({ finding: { at, message, fix, refusal }, position: { line } }) => ({
    path: at.path,
    line,
    message,
    ...(fix && { safety: fix.safety, title: fix.title, proof: fix.proof }),
    ...(fix?.caution && { caution: fix.caution }),
    ...(refusal !== undefined && { refusal }),
  }))
}

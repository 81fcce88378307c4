import { posix } from 'node:path'
import { caseModule, HOST } from './case-modules.ts'
import type { Case } from './cases.ts'
import { go } from './go.ts'
import { temporaryTree } from './tree.ts'

/**
 * The packages and tests of many cases that a platform compiles, such as `build-tags/example/before` or
 * `…/after/sub [….test]`: one go command for all of them.
 */
export function compiledUnits(
  cases: readonly Case[],
  platform: Readonly<Record<string, string>>,
): ReadonlySet<string> {
  const modules = cases.flatMap(fixture =>
    (['before', 'after'] as const).flatMap(side => caseModule(fixture, side) ?? []),
  )
  const files = modules.flatMap(({ name, files }) =>
    Object.entries(files).map(([path, text]): [string, string] => [posix.join(name, path), text]),
  )
  const newest = Math.max(18, ...modules.map(({ goMinor }) => goMinor))
  const uses = modules.map(({ name }) => `use ./${name}\n`).join('')
  const root = temporaryTree({ 'go.work': `go 1.${newest}\n${uses}`, ...Object.fromEntries(files) })
  const format = '{{if and .Export (not .Error)}}{{.ImportPath}}{{end}}'
  const patterns = modules.map(({ name }) => `./${name}/...`)
  const args = ['list', '-e', '-test', '-export', '-trimpath', '-f', format, ...patterns]
  const output = go('go', args, root, { ...platform, GOWORK: '', GOFLAGS: '' }, { mayFail: true })
  return new Set(
    output
      .split('\n')
      .filter(Boolean)
      .map(line => line.replaceAll(`${HOST}/`, '')),
  )
}

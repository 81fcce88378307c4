// npx jiti scripts/prove-types.ts [--hide-dependencies] [--goos NAME] [--list N] [--unknown N] [std | MODULE@VERSION | DIRECTORY]…
// compares every answer about types with go/types: over all packages of the standard library and over real modules,
// which are downloaded. Prints a table, and N of the wrong and of the unknown answers; fails when one is wrong.
// Constants that other builds have other values for are unknown by right, and not among those that were asked.
// Without names it does all that the project promises.

import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { findGo } from '../src/go/sources/locations.ts'
import { VERDICTS } from '../test/go/types/compare-fact.ts'
import {
  type Comparison,
  type Difference,
  emptyComparison,
  QUESTIONS,
} from '../test/go/types/compare-facts.ts'
import { prove } from '../test/go/types/prove.ts'

const MODULES = [
  'github.com/gin-gonic/gin@v1.12.0',
  'github.com/hashicorp/go-memdb@v1.3.5',
  'github.com/klauspost/compress@v1.20.4',
  'github.com/prometheus/client_golang@v1.25.0',
  'github.com/spf13/viper@v1.21.0',
  'go.uber.org/zap@v1.28.0',
  'google.golang.org/protobuf@v1.36.12',
  'k8s.io/apimachinery@v0.37.2',
]

/** Milliseconds between lines of progress. */
const SILENCE = 10_000

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'hide-dependencies': { type: 'boolean', default: false },
    goos: { type: 'string', default: 'linux' },
    list: { type: 'string', default: '20' },
    unknown: { type: 'string', default: '0' },
  },
})

interface Mode {
  readonly goos: string
  readonly hidesDependencies: boolean
}

interface Target {
  readonly name: string
  readonly directory: string
  readonly patterns: readonly string[]
}

const locations = findGo(process.env)
console.log(
  '| packages | built for | question | asked | unknown | wrong | without one value |\n|---|---|---|---|---|---|---|',
)
const totals = new Map<string, Comparison['counts']>()
for (const [target, mode] of positionals.length > 0 ? namedJobs() : allJobs()) await run(target, mode)
if (positionals.length === 0) sumUp()

function namedJobs(): [Target, Mode][] {
  const mode = { goos: options.goos, hidesDependencies: options['hide-dependencies'] }
  return positionals.map(name => [targetOf(name), mode])
}

function allJobs(): [Target, Mode][] {
  const modules = MODULES.map(targetOf)
  const all = [targetOf('std'), ...modules]
  return [
    ...all.map((target): [Target, Mode] => [target, { goos: 'linux', hidesDependencies: false }]),
    ...all.map((target): [Target, Mode] => [target, { goos: 'windows', hidesDependencies: false }]),
    ...modules.map((target): [Target, Mode] => [target, { goos: 'linux', hidesDependencies: true }]),
  ]
}

function targetOf(name: string): Target {
  if (name === 'std') {
    if (locations.goroot === undefined) throw new Error('GOROOT is not found; set it')
    return { name, directory: join(locations.goroot, 'src'), patterns: ['std'] }
  }
  const directory = name.includes('@') ? downloaded(name) : resolve(name)
  return { name: basename(name), directory, patterns: ['./...'] }
}

/** A copy of a module, with all that it depends on in the module cache. */
function downloaded(module: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'gomend-types-'))
  const go = (...args: readonly string[]) =>
    execFileSync('go', args, { cwd: copy, encoding: 'utf8', env: { ...process.env, GOWORK: 'off' } })
  const { Dir } = JSON.parse(go('mod', 'download', '-json', module)) as { Dir: string }
  execFileSync('cp', ['-r', `${Dir}/.`, copy])
  execFileSync('chmod', ['-R', 'u+w', copy])
  go('mod', 'download')
  return copy
}

async function run(target: Target, mode: Mode): Promise<void> {
  const start = performance.now()
  const how = `${mode.goos}${mode.hidesDependencies ? ', dependencies hidden' : ''}`
  let saidAt = start
  const { comparison, skipped, lines, cpuMicroseconds } = await prove(
    { ...target, ...mode },
    locations,
    (importPath, soFar) => {
      if (performance.now() - saidAt < SILENCE) return
      saidAt = performance.now()
      const seconds = Math.round((saidAt - start) / 1000)
      const wrong = soFar.comparison.wrong.length
      console.error(
        `${target.name}, ${how}: ${seconds} s, ${soFar.lines} lines, ${wrong} wrong, at ${importPath}`,
      )
    },
  )
  for (const row of rows(comparison.counts)) console.log(`| ${target.name} | ${how} | ${row} |`)
  addToTotal(how, comparison.counts)

  const seconds = Math.round((performance.now() - start) / 1000)
  const speed = `${lines} lines, ${Math.round(cpuMicroseconds / lines)} µs of CPU a line, ${seconds} s in all`
  console.error(`${target.name}, ${how}: ${speed}`)
  for (const text of skipped) console.error(`not accepted by go/types: ${text}`)
  for (const wrong of comparison.wrong.slice(0, Number(options.list))) console.error(`WRONG ${textOf(wrong)}`)
  for (const unknown of comparison.unknown.slice(0, Number(options.unknown)))
    console.error(`UNKNOWN ${textOf(unknown)}`)
  if (comparison.wrong.length > 0 || skipped.length > 0) process.exitCode = 1
}

/** Prints what all targets together gave, and fails where too much is unknown. */
function sumUp(): void {
  for (const [how, counts] of totals) {
    for (const row of rows(counts)) console.log(`| all | ${how} | ${row} |`)
    for (const question of QUESTIONS) {
      const most = how.includes('hidden') ? 0.04 : 0.005
      const { equal, unknown } = counts[question]
      if (unknown <= most * (equal + unknown)) continue
      console.error(`${question}, ${how}: more than ${100 * most} % are unknown`)
      process.exitCode = 1
    }
  }
}

function addToTotal(how: string, counts: Comparison['counts']): void {
  const total = totals.get(how) ?? emptyComparison().counts
  totals.set(how, total)
  for (const question of QUESTIONS)
    for (const verdict of VERDICTS) total[question][verdict] += counts[question][verdict]
}

function rows(counts: Comparison['counts']): string[] {
  return QUESTIONS.map(question => {
    const { equal, unknown, varying, wrong } = counts[question]
    const asked = equal + unknown + wrong
    const share = asked === 0 ? 0 : (100 * unknown) / asked
    return `${question} | ${asked} | ${unknown} (${share.toFixed(2)} %) | ${wrong} | ${varying}`
  })
}

function textOf({ question, place, source, ours, theirs }: Difference): string {
  return `${question} ${place} ${source.replaceAll('\n', '⏎')}\n    ours:   ${ours}\n    theirs: ${theirs}`
}

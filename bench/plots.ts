import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, posix, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { parse, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import { discover, type PackageFiles } from '../src/engine/discover.ts'
import { fileKind } from '../src/engine/file-kind.ts'
import { makePrefilter } from '../src/engine/prefilter.ts'
import type { Transform } from '../src/transform.ts'
import { shippedTransforms } from '../src/transforms/index.ts'
import { type Contender, type Measurement, measure } from './measure.ts'

// npx jiti bench/plots.ts [--runs N] TREE   draws docs/plots: what the time of gomend follows, each with a linear fit.
// It needs GNU time and a build of gomend (npm run build). Subsets of TREE grow by packages in an order that has
// nothing to do with what is in them, and each holds the one before.
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '3' } },
})
const [tree] = positionals.map(path => resolve(path))
if (tree === undefined) throw new Error('name a tree of Go files')
const runs = Number(options.runs)

const STEPS = 8
/** Has next to no hits anywhere, so that its time is that of starting, listing and searching. */
const WITHOUT_HITS = 'array-cast'
/** Has hits in many packages, and needs no types. */
const WITH_HITS = 'build-tags'
const MOST_WORKERS = 4

interface Point {
  readonly x: number
  readonly y: number
}

interface Panel {
  readonly title: string
  readonly x: string
  readonly y: string
  readonly points: readonly Point[]
}

const packages = inNoOrder(
  (await discover({ root: tree, patterns: ['./...'], isExcluded: () => false })).packages,
)
await draw('nothing-to-fix', [timeOfFiles(tree)])
await draw('candidates', [
  timeOfCandidates(tree, WITH_HITS, withCandidates(tree, namedTransform(WITH_HITS)), '--select', WITH_HITS),
  timeOfCandidates(tree, 'all transforms', withCandidates(tree, shippedTransforms)),
])
await draw('workers', timesOfWorkers(tree))

/** Copies the tree in parts, of which runs take the first, the first two and so on. */
function timeOfFiles(tree: string): Panel {
  const copy = mkdtempSync(join(tmpdir(), 'gomend-plots-'))
  try {
    const counts = Array.from({ length: STEPS }, () => 0)
    for (const [index, { directory, names }] of packages.entries()) {
      const part = Math.floor((index * STEPS) / packages.length)
      counts[part] = (counts[part] ?? 0) + names.filter(name => name.endsWith('.go')).length
      mkdirSync(join(copy, String(part), directory), { recursive: true })
      for (const name of names) cpSync(join(tree, directory, name), join(copy, String(part), directory, name))
    }
    const contenders = counts.map((_, last) => {
      const parts = counts.slice(0, last + 1).map((_, part) => `./${part}/...`)
      return gomendOn(parts, ['--select', WITHOUT_HITS])
    })
    const files = counts.map((_, last) => counts.slice(0, last + 1).reduce((sum, count) => sum + count))
    const results = measure(contenders, copy, runs)
    return {
      title: `Nothing to fix: ${WITHOUT_HITS}`,
      x: 'thousands of Go files',
      y: 'processor seconds',
      points: results.map(({ processor }, step) => ({ x: (files[step] ?? 0) / 1000, y: processor })),
    }
  } finally {
    rmSync(copy, { recursive: true })
  }
}

/** The files that hold a needle, by package: what a run parses, and asks for types. */
function withCandidates(tree: string, transforms: readonly Transform[]): readonly (readonly string[])[] {
  const prefilter = makePrefilter(tree, transforms)
  const isCandidate = (path: string) => prefilter(path, fileKind(path) ?? 'other').kind === 'candidate'
  return packages
    .map(({ directory, names }) => names.map(name => posix.join(directory, name)).filter(isCandidate))
    .filter(paths => paths.length > 0)
}

/** Runs stay in the tree, so that what the candidates import is there. */
function timeOfCandidates(
  tree: string,
  title: string,
  candidates: readonly (readonly string[])[],
  ...flags: readonly string[]
): Panel {
  const counts = Array.from({ length: STEPS }, (_, step) =>
    Math.ceil((candidates.length * (step + 1)) / STEPS),
  )
  const contenders = counts.map(count => gomendOn(candidates.slice(0, count).flat(), flags))
  const results = measure(contenders, tree, runs)
  return {
    title: `With hits: ${title}`,
    x: 'packages with candidates',
    y: 'processor seconds',
    points: results.map(({ processor }, step) => ({ x: counts[step] ?? 0, y: processor })),
  }
}

/** The number of workers follows that of the cores: the process is told another one. */
function timesOfWorkers(tree: string): Panel[] {
  const candidates = withCandidates(tree, shippedTransforms)
  const some = candidates.slice(0, candidates.length / 3).flat()
  const contenders = Array.from({ length: MOST_WORKERS }, (_, index) => {
    const preload = `import os from 'node:os'; import { syncBuiltinESMExports } from 'node:module'
      os.availableParallelism = () => ${index + 1}; syncBuiltinESMExports()`
    const { args, ...contender } = gomendOn(some, [])
    return {
      ...contender,
      args: ['--import', `data:text/javascript,${encodeURIComponent(preload)}`, ...args],
    }
  })
  const results = measure(contenders, tree, runs)
  const panel = (y: string, of: (measurement: Measurement) => number): Panel => ({
    title: `All transforms, ${availableParallelism()} cores: ${y}`,
    x: 'workers (1: the main thread alone)',
    y,
    points: results.map((measurement, index) => ({ x: index + 1, y: of(measurement) })),
  })
  return [
    panel('seconds on the clock', ({ seconds }) => seconds),
    panel('processor seconds', ({ processor }) => processor),
  ]
}

function gomendOn(patterns: readonly string[], flags: readonly string[]): Contender {
  const gomend = join(import.meta.dirname, '../bin/gomend.js')
  const args = [gomend, 'diff', '--verify=off', '--no-config', '--no-cache', ...flags, ...patterns]
  return { name: `gomend diff ${flags.join(' ')}`, command: process.execPath, args }
}

function namedTransform(name: string): readonly Transform[] {
  return shippedTransforms.filter(transform => transform.name === name)
}

function inNoOrder(packages: readonly PackageFiles[]): readonly PackageFiles[] {
  const key = ({ directory }: PackageFiles) => createHash('sha1').update(directory).digest('hex')
  return packages.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

async function draw(name: string, panels: readonly Panel[]): Promise<void> {
  console.log(`\n${name}`)
  for (const { title, x, points } of panels) {
    console.log(`${title} (${x}): ${equation(points)}`)
    for (const { x, y } of points) console.log(`  ${x}\t${y.toFixed(2)}`)
  }
  const spec: TopLevelSpec = { hconcat: panels.map(layersOf), config: { font: 'sans-serif' } }
  const view = new View(parse(compile(spec).spec), { renderer: 'none' })
  const plots = join(import.meta.dirname, '../docs/plots')
  mkdirSync(plots, { recursive: true })
  writeFileSync(join(plots, `${name}.svg`), `${await view.toSVG()}\n`)
}

function layersOf({ title, x, y, points }: Panel) {
  const { intercept, slope } = fitOf(points)
  const ends = [0, Math.max(...points.map(({ x }) => x))]
  const line = ends.map(x => ({ x, y: intercept + slope * x }))
  const type = 'quantitative' as const
  return {
    title: { text: title, subtitle: equation(points) },
    width: 360,
    height: 260,
    encoding: {
      x: { field: 'x', type, title: x },
      y: { field: 'y', type, title: y, scale: { domainMin: 0 } },
    },
    layer: [
      { data: { values: line }, mark: { type: 'line' as const, color: '#999' } },
      { data: { values: [...points] }, mark: { type: 'point' as const, filled: true, size: 50 } },
    ],
  }
}

function equation(points: readonly Point[]): string {
  const { intercept, slope, rSquared } = fitOf(points)
  const sign = slope < 0 ? '−' : '+'
  return `y = ${intercept.toPrecision(3)} ${sign} ${Math.abs(slope).toPrecision(3)} x, R² ${rSquared.toFixed(3)}`
}

/** The line of the least squares. */
function fitOf(points: readonly Point[]): { intercept: number; slope: number; rSquared: number } {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const meanX = mean(points.map(({ x }) => x))
  const meanY = mean(points.map(({ y }) => y))
  const covariance = mean(points.map(({ x, y }) => (x - meanX) * (y - meanY)))
  const varianceX = mean(points.map(({ x }) => (x - meanX) ** 2))
  const varianceY = mean(points.map(({ y }) => (y - meanY) ** 2))
  const slope = covariance / varianceX
  return { intercept: meanY - slope * meanX, slope, rSquared: covariance ** 2 / (varianceX * varianceY) }
}

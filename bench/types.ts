import { execFileSync } from 'node:child_process'
import { join, relative, resolve } from 'node:path'
import { findGo } from '../src/go/sources/locations.ts'
import { makeSources } from '../src/go/sources/sources.ts'
import { loadParser } from '../src/go/syntax/parse.ts'
import { makeWorld } from '../src/go/types/world.ts'
import { measure } from './measure.ts'

// npx jiti bench/types.ts MODULE…   what it costs to resolve everything in a module, dependencies included as far as
// they are asked for, and what to answer the questions of the shipped transforms, beside go vet of the same module.
// It needs GNU time, a build of gomend (npm run build), and the dependencies of the module in the module cache.
// The jobs are not the same: go vet compiles the dependencies when its cache is empty, and runs its analyzers.
const modules = process.argv.slice(2).map(module => resolve(module))
if (modules.length === 0) throw new Error('name the directories of some modules')

const gomend = join(import.meta.dirname, '../bin/gomend.js')
const parser = await loadParser()
const RUNS = 3

interface Cost {
  readonly name: string
  readonly seconds: number
  /** Of all threads and children, in seconds. */
  readonly processor: number
}

for (const module of modules) {
  const directories = execFileSync('go', ['list', '-e', '-f', '{{.Dir}}', './...'], {
    cwd: module,
    encoding: 'utf8',
  })
  const packages = directories.split('\n').filter(Boolean)
  const resolved = Array.from({ length: RUNS }, () => resolveAll(module, packages))
  const [fastest] = resolved.toSorted((a, b) => a.processor - b.processor)
  if (!fastest) continue
  const processes = measure(
    [
      {
        name: 'answer the shipped transforms (gomend diff --verify=off)',
        command: process.execPath,
        args: [gomend, 'diff', '--verify=off', '--no-config', '--no-cache', './...'],
      },
      { name: 'go vet, warm', command: 'go', args: ['vet', './...'] },
    ],
    module,
    RUNS,
  )
  const script = 'GOCACHE=$(mktemp -d) && export GOCACHE && { go vet ./...; rm -r "$GOCACHE"; }'
  const cold = measure([{ name: 'go vet, cold', command: 'sh', args: ['-c', script] }], module, 1)
  print(module, fastest.lines, [{ name: 'resolve everything', ...fastest }, ...processes, ...cold])
}

function print(module: string, lines: number, costs: readonly Cost[]): void {
  const vets = costs.filter(({ name }) => name.startsWith('go vet'))
  console.log(`\n${module}, ${lines} lines`)
  console.log(
    `| job | seconds | processor seconds | processor µs a line | ${vets.map(({ name }) => name).join(' | ')} |`,
  )
  console.log(`|---|---|---|---|${'---|'.repeat(vets.length)}`)
  for (const { name, seconds, processor } of costs) {
    const shares = vets.map(vet => `${(processor / vet.processor).toFixed(3)} of it`)
    const perLine = Math.round((processor * 1e6) / lines)
    console.log(`| ${[name, seconds.toFixed(2), processor.toFixed(2), perLine, ...shares].join(' | ')} |`)
  }
}

/** Asks for the object, type and value of every node, in this process. */
function resolveAll(
  root: string,
  packages: readonly string[],
): Omit<Cost, 'name'> & { readonly lines: number } {
  const start = performance.now()
  const before = process.cpuUsage()
  const sources = makeSources({ root, ...findGo(process.env), overlay: new Map() })
  const world = makeWorld(sources, parser)
  let lines = 0
  for (const path of packages) {
    const types = world.packageAt(relative(root, path))
    if (!types) throw new Error(`no package in ${path}`)
    for (const { text, tree } of types.files) {
      lines += text.split('\n').length
      const pending = [tree.rootNode]
      for (let node = pending.pop(); node; node = pending.pop()) {
        if (!node.isNamed) continue
        types.objectOf(node)
        types.typeOf(node)
        types.constantOf(node)
        for (const child of node.children) pending.push(child)
      }
    }
  }
  const { user, system } = process.cpuUsage(before)
  return { lines, seconds: (performance.now() - start) / 1000, processor: (user + system) / 1e6 }
}

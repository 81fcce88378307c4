import { spawnSync } from 'node:child_process'
import { makeTree } from '../test/support/fixes.ts'
import { runSeeded, seededModule, seedsLeft } from '../test/support/seeded.ts'

// npx jiti scripts/prove-verify.ts   breaks fixes on purpose, in every kind of file, and looks who is blamed.
const PACKAGES = 8

const files = seededModule(PACKAGES)
const root = makeTree(files)
const paths = Object.keys(files).filter(path => path.endsWith('.go'))
const seeds = seedsLeft(root, paths)
const faults = seeds.filter(name => name.startsWith('bad-'))
const started = performance.now()
const { outcomes, notes } = await runSeeded(root)
const seconds = ((performance.now() - started) / 1000).toFixed(1)
for (const note of notes) console.log(note)

const left = seedsLeft(root, paths)
const missed = faults.filter(name => outcomes.get(name)?.status !== 'broken' || !left.includes(name))
const others = seeds.filter(name => !faults.includes(name))
const lost = others.filter(name => outcomes.get(name)?.status !== 'fixed' || left.includes(name))
for (const kind of new Set(faults.map(kindOf))) {
  const names = faults.filter(name => kindOf(name) === kind)
  const outcome = outcomes.get(names[0] ?? '')
  const words = outcome?.status === 'broken' ? outcome.output.replaceAll('\n', ' ') : outcome?.status
  console.log(`${names.length} × ${kind}: ${words}`)
}
console.log(
  `${faults.length} faults: ${faults.length - missed.length} caught and attributed; ${others.length} others: ${others.length - lost.length} applied; ${seconds} s`,
)
for (const name of missed) console.log('MISSED', name, outcomes.get(name))
for (const name of lost) console.log('LOST', name, outcomes.get(name))

// What is on disk now has to compile for itself.
const builds = [
  {},
  { GOFLAGS: '-tags=special0' },
  { GOFLAGS: '-tags=special1' },
  ...['windows', 'darwin', 'freebsd', 'plan9'].map(GOOS => ({ GOOS, CGO_ENABLED: '0' })),
  { GOOS: 'js', GOARCH: 'wasm', CGO_ENABLED: '0' },
]
const failing = builds.filter(env => {
  const list = ['list', '-e', '-test', '-export', '-f', '{{with .Error}}{{.Err}}{{end}}', './...']
  const { stdout, status } = spawnSync('go', list, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  if (stdout.trim() !== '') console.log(JSON.stringify(env), stdout.trim())
  return status !== 0 || stdout.trim() !== ''
})
console.log(`the tree compiles in ${builds.length - failing.length} of ${builds.length} builds`)
if (missed.length + lost.length + failing.length > 0) process.exitCode = 1

function kindOf(name: string): string {
  return name.replace(/-\d+$/, '')
}

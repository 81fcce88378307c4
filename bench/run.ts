import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { shippedTransforms } from '../src/transforms/index.ts'
import { type Contender, isInstalled, measure } from './measure.ts'

// npm run bench -- [--runs N] TREE…   times gomend and its peers on trees of Go source (default: GOROOT/src).
// It needs GNU time, and for the ratio to rg ripgrep. A tree of the size of Kubernetes, without a checkout:
// go mod download -json k8s.io/kubernetes@v1.30.0 says where it is.
// The peers do other jobs: rg only looks for the needles, gofmt -l parses and prints every file, ast-grep and semgrep
// match the syntax of bench/rules, and go vet, go fix and staticcheck compile what they can: see how they ended.
const args = process.argv.slice(2)
const runs = args[0] === '--runs' ? Number(args.splice(0, 2)[1]) : 5
const goroot = spawnSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).stdout.trim()
const trees = args.length > 0 ? args.map(tree => resolve(tree)) : [join(goroot, 'src')]

const gomend = join(import.meta.dirname, '../bin/gomend.js')
const rules = join(import.meta.dirname, 'rules')
const needles = shippedTransforms.flatMap(({ meta }) =>
  meta.mentions.map(needle => (typeof needle === 'string' ? needle : needle.literal)),
)

function gomendWith(name: string, ...flags: readonly string[]): Contender {
  return { name, command: process.execPath, args: [gomend, ...flags] }
}

const DIFF = ['diff', '--verify=off', '--no-config']

const contenders: readonly Contender[] = [
  gomendWith('gomend diff, all transforms', ...DIFF, '--no-cache', './...'),
  gomendWith('the same again, with the cache', ...DIFF, './...'),
  { name: 'git status', command: 'git', args: ['status', '--porcelain'] },
  ...shippedTransforms.map(({ name }) =>
    gomendWith(`gomend diff, ${name}`, ...DIFF, '--no-cache', '--select', name, './...'),
  ),
  {
    name: 'rg, all needles',
    command: 'rg',
    args: ['--no-config', '-l', '-tgo', '-F', ...needles.flatMap(needle => ['-e', needle]), '.'],
  },
  { name: 'find | cat', command: 'sh', args: ['-c', 'find . -name "*.go" -print0 | xargs -0 cat'] },
  { name: 'gofmt -l', command: 'gofmt', args: ['-l', '.'] },
  { name: 'ast-grep scan', command: 'ast-grep', args: ['scan', '--rule', join(rules, 'ast-grep.yml'), '.'] },
  {
    name: 'semgrep scan',
    command: 'semgrep',
    args: [
      'scan',
      '--quiet',
      '--metrics=off',
      '--disable-version-check',
      '--config',
      join(rules, 'semgrep.yml'),
    ],
  },
  { name: 'go vet', command: 'go', args: ['vet', './...'] },
  { name: 'go fix -diff', command: 'go', args: ['fix', '-diff', './...'] },
  { name: 'staticcheck', command: 'staticcheck', args: ['./...'] },
]

const present = contenders.filter(({ command }) => isInstalled(command))
for (const { name, command } of contenders)
  if (!isInstalled(command)) console.log(`left out: ${name}; ${command} is not installed`)

for (const tree of trees) {
  const results = measure(present, tree, runs)
  const [base] = results
  if (!base) continue
  console.log(`\n${tree}, ${runs} runs of each, in turn; medians`)
  console.log(
    '| command | seconds | spread | gomend takes | processor seconds | gomend takes | peak MB | exit |\n|---|---|---|---|---|---|---|---|',
  )
  for (const { name, seconds, fastest, slowest, processor, megabytes, exitCode } of results) {
    const cells = [
      name,
      seconds.toFixed(2),
      `${fastest.toFixed(2)}-${slowest.toFixed(2)}`,
      timesAsLong(base.seconds / seconds),
      processor.toFixed(2),
      timesAsLong(base.processor / processor),
      megabytes.toFixed(0),
      String(exitCode),
    ]
    console.log(`| ${cells.join(' | ')} |`)
  }
}

const start = measure(
  [
    { name: 'node -e 0', command: process.execPath, args: ['-e', '0'] },
    gomendWith('gomend --version', '--version'),
    gomendWith('gomend --help', '--help'),
  ],
  goroot,
  Math.max(runs, 11),
)
console.log('\nStart-up\n| command | milliseconds | processor milliseconds | peak MB |\n|---|---|---|---|')
for (const { name, seconds, processor, megabytes } of start)
  console.log(
    `| ${name} | ${(seconds * 1000).toFixed(0)} | ${(processor * 1000).toFixed(0)} | ${megabytes.toFixed(0)} |`,
  )

function timesAsLong(ratio: number): string {
  return `${ratio < 100 ? ratio.toPrecision(2) : ratio.toFixed(0)} of it`
}

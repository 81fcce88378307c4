import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { acceptNone } from '../src/engine/answers.ts'
import { run } from '../src/engine/run.ts'
import type { RunResult } from '../src/engine/types.ts'
import { verify } from '../src/engine/verify.ts'
import type { FileTransform } from '../src/transform.ts'

// npx jiti scripts/measure-verify.ts [MODULE@VERSION …]   edits every Go file of real modules, in memory, and prints
// which builds compile them, and how long that takes beside one plain `go build ./...`, cold and warm.
const MODULES = ['github.com/sirupsen/logrus@v1.8.1', 'github.com/fsnotify/fsnotify@v1.5.4']

const ADDED = '\nvar _ = 0\n'

const everyFile: FileTransform = {
  name: 'every-file',
  meta: { summary: 'add a declaration', why: '', since: '1.0', mentions: ['package '], reads: 'text' },
  find: ({ path, text }) => {
    if (text.endsWith(ADDED)) return []
    const at = { path, startIndex: text.length, endIndex: text.length }
    const edit = { ...at, newText: ADDED }
    return [
      { at, message: 'a file', fix: { title: 'add it', edits: [edit], proof: ['none'], safety: 'safe' } },
    ]
  },
}

function go(cwd: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('go', args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`go ${args.join(' ')}: ${stderr}`)
  return stdout
}

async function timed<Result>(
  action: () => Result | Promise<Result>,
): Promise<{ result: Result; seconds: number }> {
  const start = performance.now()
  const result = await action()
  return { result, seconds: (performance.now() - start) / 1000 }
}

function verifyAll(root: string): Promise<RunResult> {
  return run({
    root,
    go: { goroot: undefined, modcache: undefined },
    patterns: ['./...'],
    transforms: [everyFile],
    isExcluded: () => false,
    review: acceptNone,
    verify: task => verify({ ...task, root, mode: 'types', timeout: 3_600_000 }),
    apply: async () => ({ stale: [], notes: [] }),
    onProgress: () => {},
  })
}

/** How many files each build compiled, and why others were not. */
function summary({ outcomes }: RunResult): string {
  const counts = new Map<string, number>()
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const outcome of outcomes) {
    if (outcome.status === 'proposed' && outcome.verdict) outcome.verdict.platforms.forEach(count)
    else if (outcome.status === 'unverified')
      count(`unverified: ${outcome.reason.split('\n')[0]?.slice(0, 150)}`)
    else count(outcome.status)
  }
  const rows = [...counts].toSorted(([, a], [, b]) => b - a)
  return ['| build | files |', '|---|---|', ...rows.map(([name, files]) => `| ${name} | ${files} |`)].join(
    '\n',
  )
}

const named = process.argv.slice(2)
for (const name of named.length > 0 ? named : MODULES) {
  const { Dir } = JSON.parse(go(tmpdir(), 'mod', 'download', '-json', name)) as { Dir: string }
  const root = mkdtempSync(join(tmpdir(), 'gomend-measure-'))
  cpSync(Dir, root, { recursive: true })
  spawnSync('chmod', ['-R', 'u+w', root])
  go(root, 'mod', 'download')

  const times: Record<string, number> = {}
  const caches = ['build', 'verify'].map(() => mkdtempSync(join(tmpdir(), 'gomend-gocache-'))) as [
    string,
    string,
  ]
  let last: RunResult | undefined
  for (const temperature of ['cold', 'warm']) {
    process.env.GOCACHE = caches[0]
    times[`go build ${temperature}`] = (await timed(() => go(root, 'build', './...'))).seconds
    process.env.GOCACHE = caches[1]
    const { result, seconds } = await timed(() => verifyAll(root))
    times[`gomend ${temperature}`] = seconds
    last = result
  }
  for (const cache of caches) rmSync(cache, { recursive: true })
  spawnSync('chmod', ['-R', 'u+w', root])
  rmSync(root, { recursive: true })

  console.log(`\n${name}: ${last?.outcomes.length} files edited\n\n${last ? summary(last) : ''}\n`)
  for (const [what, seconds] of Object.entries(times)) console.log(`${what}: ${seconds.toFixed(1)} s`)
  for (const temperature of ['cold', 'warm']) {
    const ratio = (times[`gomend ${temperature}`] ?? 0) / (times[`go build ${temperature}`] ?? 1)
    console.log(`ratio ${temperature}: ${ratio.toFixed(1)}`)
  }
}

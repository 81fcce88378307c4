import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generatedMarkerLine } from '../src/go/generated.ts'

// npx jiti scripts/prove-headers.ts [--transforms=A,B] [--go=1.21] [--patches=DIRECTORY] [MODULE@VERSION …]
// Downloads module versions, raises their go lines, and prints what `gomend diff` finds, fixes, refuses and breaks.
// Every fix is compiled on each platform that its file builds for; --patches keeps the patches to read.
const MODULES = `
github.com/valyala/fasthttp@v1.40.0 github.com/valyala/fasthttp@v1.34.0 github.com/valyala/fastjson@v1.6.3
github.com/valyala/quicktemplate@v1.7.0 github.com/segmentio/encoding@v0.3.5 github.com/segmentio/asm@v1.1.3
github.com/edsrzf/mmap-go@v1.0.0 github.com/blevesearch/mmap-go@v1.0.2 go.etcd.io/bbolt@v1.3.5
github.com/tidwall/gjson@v1.9.3 github.com/minio/simdjson-go@v0.4.2 github.com/google/gopacket@v1.1.19
github.com/cespare/xxhash/v2@v2.1.1 github.com/cespare/xxhash/v2@v2.1.2 github.com/OneOfOne/xxhash@v1.2.8
github.com/twmb/murmur3@v1.1.6 github.com/gofiber/utils@v0.1.2 github.com/modern-go/reflect2@v1.0.2
github.com/cloudwego/netpoll@v0.2.2 github.com/mailru/easyjson@v0.7.7 github.com/philhofer/fwd@v1.1.1
github.com/savsgio/gotils@v0.0.0-20211223103454-d0aaa54c5899 github.com/RoaringBitmap/roaring@v0.9.4
github.com/RoaringBitmap/roaring@v1.2.1 github.com/kelindar/binary@v1.0.17 github.com/kelindar/bitmap@v1.4.1
github.com/kelindar/column@v0.3.0 github.com/alecthomas/unsafeslice@v0.1.0 github.com/couchbase/moss@v0.1.0
github.com/cornelk/hashmap@v1.0.1 github.com/koykov/fastconv@v1.0.0 github.com/hanwen/go-fuse/v2@v2.1.0
github.com/phuslu/log@v1.0.80 github.com/chenzhuoyu/base64x@v0.0.0-20211019084208-fb5309c8db06
github.com/ClickHouse/clickhouse-go@v1.5.4 modernc.org/memory@v1.0.7 github.com/dgraph-io/ristretto@v0.1.0
github.com/henrylee2cn/ameda@v1.5.0 github.com/tinylib/msgp@v1.1.6 github.com/panjf2000/gnet@v1.6.6
github.com/shirou/gopsutil/v3@v3.22.6 github.com/hajimehoshi/oto/v2@v2.1.0 github.com/tetratelabs/wazero@v1.0.0-pre.1
github.com/goccy/go-json@v0.9.7 github.com/bytedance/sonic@v1.5.0 github.com/cloudwego/frugal@v0.1.3
github.com/segmentio/parquet-go@v0.0.0-20220830163417-b03c0471ebb0 github.com/dgraph-io/badger/v3@v3.2103.2
github.com/gofiber/fiber/v2@v2.30.0 gorgonia.org/tensor@v0.9.21 github.com/veandco/go-sdl2@v0.4.24
github.com/apache/arrow/go/arrow@v0.0.0-20200730104253-651201b0f516
github.com/yuin/gopher-lua@v0.0.0-20210529063254-f4c35e4016d9`
  .trim()
  .split(/\s+/)

const options = process.argv.slice(2)
const option = (name: string) => options.find(each => each.startsWith(`--${name}=`))?.slice(name.length + 3)
const named = options.filter(each => !each.startsWith('--'))
const TRANSFORMS = 'slice-header,dangling-header,zero-copy-cast,array-cast'
const transforms = (option('transforms') ?? TRANSFORMS).split(',')
const version = option('go') ?? '1.21'
const patches = option('patches')
const gomend = join(import.meta.dirname, '../bin/gomend.js')

interface Outcome {
  readonly path: string
  readonly status: string
  readonly reason?: string
  readonly fix?: { readonly safety: string }
}

/**
 * `unverified`: of the fixes, those that the compiler could not judge; `generated`: candidates in generated files, which
 * are refused whatever they are.
 */
interface Row {
  readonly candidates: number
  readonly safe: number
  readonly review: number
  readonly refused: number
  readonly generated: number
  readonly broken: number
  readonly unverified: number
}

const reasons = new Map<string, number>()
const rows: Record<string, Row> = {}
for (const name of named.length > 0 ? named : MODULES) {
  rows[name] = prove(name)
  console.log(name, JSON.stringify(rows[name]))
}
console.table(rows)
const sum = (key: keyof Row) => Object.values(rows).reduce((all, row) => all + row[key], 0)
const total: Row = {
  candidates: sum('candidates'),
  safe: sum('safe'),
  review: sum('review'),
  refused: sum('refused'),
  generated: sum('generated'),
  broken: sum('broken'),
  unverified: sum('unverified'),
}
const share = ((total.safe + total.review) * 100) / Math.max(1, total.candidates - total.generated)
console.log({
  modules: Object.keys(rows).length,
  ...total,
  'fixed % of what is not generated': Math.round(share),
})
console.log('\nrefused, by reason:')
for (const [reason, count] of [...reasons].sort((a, b) => b[1] - a[1]))
  console.log(`${String(count).padStart(5)}  ${reason}`)
if (total.broken > 0) process.exitCode = 1

function prove(name: string): Row {
  const downloaded = JSON.parse(command('go', ['mod', 'download', '-json', name], tmpdir()))
  const directory = mkdtempSync(join(tmpdir(), 'prove-headers-'))
  try {
    cpSync(downloaded.Dir, directory, { recursive: true })
    command('chmod', ['-R', 'u+w', directory], directory)
    if (!existsSync(join(directory, 'go.mod')))
      command('go', ['mod', 'init', name.replace(/@.*/, '')], directory)
    command('go', ['mod', 'edit', `-go=${version}`], directory)
    // Without what it needs a package does not compile before either, and its fixes count as unverified.
    spawnSync('go', ['mod', 'tidy', '-e'], { cwd: directory, env: environment() })
    return judge(name, directory)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

function judge(name: string, directory: string): Row {
  const report = join(directory, 'prove-headers.json')
  const patch = command(
    process.execPath,
    [
      gomend,
      'diff',
      '--no-config',
      '--no-cache',
      `--select=${transforms.join(',')}`,
      `--output=json=${report}`,
      './...',
    ],
    directory,
  )
  if (!existsSync(report)) throw new Error(`gomend wrote no report on ${name}: run npm ci and npm run build`)
  if (patches) writeFileSync(join(patches, `${name.replace(/[/@]/g, '_')}.patch`), patch)
  const { outcomes } = JSON.parse(readFileSync(report, 'utf8')) as { outcomes: readonly Outcome[] }
  const count = (keep: (outcome: Outcome) => boolean) => outcomes.filter(keep).length
  const generated = new Map(
    outcomes.map(({ path }) => [path, generatedMarkerLine(readFileSync(join(directory, path), 'utf8'))]),
  )
  const isGenerated = ({ path }: Outcome) => generated.get(path) !== undefined
  for (const outcome of outcomes)
    if (outcome.status === 'refused' && outcome.reason && !isGenerated(outcome)) note(outcome.reason)
  const isFixed = ({ status }: Outcome) => status === 'proposed' || status === 'unverified'
  return {
    candidates: outcomes.length,
    safe: count(outcome => isFixed(outcome) && outcome.fix?.safety === 'safe'),
    review: count(outcome => isFixed(outcome) && outcome.fix?.safety === 'review'),
    refused: count(({ status }) => status === 'refused'),
    generated: count(isGenerated),
    broken: count(({ status }) => status === 'broken'),
    unverified: count(({ status }) => status === 'unverified'),
  }
}

/** Names of the code at hand left out, so that reasons can be counted. */
function note(reason: string): void {
  const plain = reason.replace(/^[^\s:]+: /, '').replace(/line \d+/, 'line N')
  reasons.set(plain, (reasons.get(plain) ?? 0) + 1)
}

function environment(): NodeJS.ProcessEnv {
  return { ...process.env, GOFLAGS: '-mod=mod', GOTOOLCHAIN: 'local', GOWORK: 'off' }
}

function command(program: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: environment(),
    maxBuffer: 1 << 28,
  })
  // gomend exits with 1 when something is broken.
  if (status !== 0 && (status !== 1 || program !== process.execPath))
    throw new Error(`${program} ${args.join(' ')}: ${stderr}`)
  return stdout
}

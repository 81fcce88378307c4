import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileKind } from '../src/engine/file-kind.ts'
import type { Ending, GoLine, Proof } from './build-tags-proof/judge.ts'
import { proveBuildTags } from './build-tags-proof/prove.ts'

// npx jiti scripts/prove-build-tags.ts [MODULE@VERSION …]   runs build-tags on real modules of 2019 to 2021, compares
// every file with the installed gofmt's result and with go/build's reading of it, and prints a table for each go line.
const MODULES = [
  'golang.org/x/sys@v0.0.0-20191026070338-33540a1f6037',
  'golang.org/x/sys@v0.0.0-20210615035016-665e8c7367d1',
  'golang.org/x/net@v0.0.0-20200822124328-c89045814202',
  'golang.org/x/crypto@v0.0.0-20200820211705-5c72a883971a',
  'golang.org/x/tools@v0.0.0-20200825202427-b303f430e36d',
  'golang.org/x/text@v0.3.3',
  'golang.org/x/exp@v0.0.0-20200224162631-6cc2880d07d6',
  'golang.org/x/mobile@v0.0.0-20201217150744-e6ae53a27f4f',
  'golang.org/x/image@v0.0.0-20200801110659-972c09e46d76',
  'gonum.org/v1/gonum@v0.8.2',
  'github.com/docker/docker@v20.10.0+incompatible',
  'github.com/containerd/containerd@v1.4.0',
  'github.com/opencontainers/runc@v1.0.0-rc92',
  'k8s.io/kubernetes@v1.18.0',
  'github.com/ethereum/go-ethereum@v1.9.20',
  'github.com/tinygo-org/tinygo@v0.19.0',
  'github.com/cloudflare/circl@v1.0.0',
  'github.com/klauspost/compress@v1.11.0',
  'github.com/klauspost/reedsolomon@v1.9.9',
  'github.com/minio/sha256-simd@v0.1.1',
  'github.com/minio/highwayhash@v1.0.0',
  'github.com/shirou/gopsutil@v2.20.9+incompatible',
  'github.com/fsnotify/fsnotify@v1.4.9',
  'github.com/ugorji/go/codec@v1.1.7',
  'github.com/mattn/go-sqlite3@v1.14.0',
  'github.com/mattn/go-isatty@v0.0.12',
  'github.com/prometheus/node_exporter@v1.0.1',
  'github.com/prometheus/procfs@v0.2.0',
  'github.com/hashicorp/consul@v1.8.0',
  'github.com/hashicorp/nomad@v0.12.0',
  'github.com/hajimehoshi/ebiten@v1.11.8',
  'github.com/go-gl/glfw/v3.3/glfw@v0.0.0-20200707082815-5321531c36a2',
  'github.com/syncthing/syncthing@v1.8.0',
  'github.com/rclone/rclone@v1.53.0',
  'github.com/zeebo/blake3@v0.0.4',
  'github.com/zeebo/xxh3@v0.8.2',
  'github.com/creack/pty@v1.1.11',
  'go.etcd.io/bbolt@v1.3.5',
  'github.com/apache/arrow/go/arrow@v0.0.0-20200730104253-651201b0f516',
  'github.com/google/gopacket@v1.1.18',
  'github.com/spf13/afero@v1.4.0',
  'github.com/json-iterator/go@v1.1.10',
  'github.com/modern-go/reflect2@v1.0.1',
  'github.com/cockroachdb/pebble@v0.0.0-20200617141519-3b241b76ed3b',
  'github.com/pkg/term@v0.0.0-20200520122047-c3ffed290a03',
  'github.com/go-delve/delve@v1.5.0',
  'github.com/cilium/ebpf@v0.2.0',
  'github.com/gdamore/tcell@v1.4.0',
  'github.com/nsf/termbox-go@v0.0.0-20200418040025-38ba6e5628f1',
  'github.com/sirupsen/logrus@v1.7.0',
]

const ENDINGS = [
  'equal',
  'formatted',
  'kept',
  'complete',
  'dead',
  'unparsable',
  'refused',
  'different',
] as const satisfies readonly Ending[]

const names = process.argv.slice(2)
const modules = (names.length > 0 ? names : MODULES).map(name => ({ name, files: filesOf(download(name)) }))
for (const goLine of ['1.16', '1.21'] as const) await proveAll(goLine)

async function proveAll(goLine: GoLine): Promise<void> {
  console.log(`\ngo ${goLine}\n| module | files | of them .go | ${ENDINGS.join(' | ')} |`)
  console.log('|---|---|---'.concat('|---'.repeat(ENDINGS.length), '|'))
  const all: Proof[] = []
  for (const { name, files } of modules) {
    const proofs = await proveBuildTags(files, goLine)
    console.log(row(name, proofs))
    all.push(...proofs)
    for (const { path, ending, reason } of proofs)
      if (ending === 'different') console.log(`DIFFERENT ${path}: ${reason}`)
  }
  console.log(row('all', all))
  const reasons = all
    .filter(({ ending }) => ending === 'refused')
    .map(({ reason }) => reason.replace(/\d+|`.*?`/g, '…'))
  for (const reason of new Set(reasons))
    console.log(`refused, ${reasons.filter(other => other === reason).length}: ${reason}`)
  if (all.some(({ ending }) => ending === 'different')) process.exitCode = 1
}

function row(name: string, proofs: readonly Proof[]): string {
  const counts = ENDINGS.map(ending => proofs.filter(proof => proof.ending === ending).length)
  const goFiles = proofs.filter(({ path }) => path.endsWith('.go')).length
  return `| ${[name, proofs.length, goFiles, ...counts].join(' | ')} |`
}

/** Where the module's files are, in the module cache. */
function download(name: string): string {
  const { stdout, stderr } = spawnSync('go', ['mod', 'download', '-json', name], {
    cwd: tmpdir(),
    encoding: 'utf8',
    env: { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '' },
  })
  const { Dir } = JSON.parse(stdout || '{}') as { Dir?: string }
  if (!Dir) throw new Error(`cannot download ${name}: ${stdout}${stderr}`)
  return Dir
}

/** Every file of a module that go/build would read and that mentions `+build`; throws when there is none. */
function filesOf(directory: string): ReadonlyMap<string, Uint8Array> {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter(entry => entry.isFile() && fileKind(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
  const files = paths.sort().map(path => [relative(directory, path), readFileSync(path)] as const)
  const mentioning = files.filter(([, bytes]) => bytes.includes('+build'))
  if (mentioning.length === 0) throw new Error(`${directory} has no file with +build; leave it out`)
  return new Map(mentioning)
}

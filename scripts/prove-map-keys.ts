import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { acceptAll } from '../src/engine/answers.ts'
import { run } from '../src/engine/run.ts'
import type { Outcome, RunResult, Verify } from '../src/engine/types.ts'
import { verify } from '../src/engine/verify.ts'
import { findGo } from '../src/go/sources/locations.ts'
import { gitDiff } from '../src/report/unified.ts'
import type { Transform } from '../src/transform.ts'
import { aliasedMapKey } from '../src/transforms/aliased-map-key/index.ts'
import { headerMapKey } from '../src/transforms/header-map-key/index.ts'
import { mapBytesKey } from '../src/transforms/map-bytes-key/index.ts'
import { pinnedSubstringKey } from '../src/transforms/pinned-substring-key/index.ts'
import { uncomparableKey } from '../src/transforms/uncomparable-key/index.ts'

// npx jiti scripts/prove-map-keys.ts [--diffs=DIRECTORY] [MODULE@VERSION …]   lists every map of real modules that has a
// key made by string(bytes), and every other finding about keys, with its verdict, and compiles what is proposed, each
// transform by itself. Prints each diff, or writes it to a file of the directory: a person reads the safe ones.
const TRANSFORMS = [mapBytesKey, aliasedMapKey, pinnedSubstringKey, headerMapKey, uncomparableKey]

const MODULES = [
  'filippo.io/age@v1.1.1',
  'github.com/VictoriaMetrics/VictoriaMetrics@v1.102.1',
  'github.com/0xPolygon/polygon-edge@v1.3.2',
  'github.com/anacrolix/dht/v2@v2.21.1',
  'github.com/anacrolix/torrent@v1.55.0',
  'github.com/ava-labs/avalanchego@v1.11.5',
  'github.com/btcsuite/btcd@v0.24.2',
  'github.com/cockroachdb/pebble@v1.1.0',
  'github.com/cometbft/cometbft@v0.38.7',
  'github.com/cosmos/cosmos-sdk@v0.50.6',
  'github.com/decred/dcrd@v1.3.0',
  'github.com/dgraph-io/badger/v4@v4.2.0',
  'github.com/dgraph-io/dgraph@v1.2.8',
  'github.com/ethereum/go-ethereum@v1.13.15',
  'github.com/ethersphere/bee@v1.17.6',
  'github.com/filecoin-project/lotus@v1.26.3',
  'github.com/go-git/go-git/v5@v5.12.0',
  'github.com/gofiber/fiber/v2@v2.30.0',
  'github.com/gogo/protobuf@v1.3.2',
  'github.com/grafana/loki/v3@v3.1.1',
  'github.com/harmony-one/harmony@v1.10.2',
  'github.com/hashicorp/consul@v1.18.1',
  'github.com/hashicorp/vault@v1.16.2',
  'github.com/hyperledger/fabric@v1.4.12',
  'github.com/ipfs/boxo@v0.19.0',
  'github.com/ipfs/kubo@v0.28.0',
  'github.com/keybase/client/go@v0.0.0-20240424154521-52f30ea26cb1',
  'github.com/libp2p/go-libp2p@v0.33.0',
  'github.com/lightningnetwork/lnd@v0.18.0-beta',
  'github.com/lindb/lindb@v0.4.1',
  'github.com/matrixorigin/matrixone@v1.2.3',
  'github.com/miekg/dns@v1.1.59',
  'github.com/nats-io/nats-server/v2@v2.10.14',
  'github.com/pingcap/tidb@v1.1.0-beta.0.20200630082100-328b6d0a955c',
  'github.com/prometheus/prometheus@v0.51.2',
  'github.com/prysmaticlabs/prysm/v5@v5.0.3',
  'github.com/quic-go/quic-go@v0.43.0',
  'github.com/restic/restic@v0.16.4',
  'github.com/tendermint/tendermint@v0.34.24',
  'github.com/tink-crypto/tink-go/v2@v2.2.0',
  'github.com/valyala/fasthttp@v1.55.0',
  'go.etcd.io/etcd/server/v3@v3.5.13',
  'golang.org/x/crypto@v0.22.0',
  'golang.org/x/tools@v0.20.0',
  'golang.zx2c4.com/wireguard@v0.0.0-20231211153847-12269c276173',
  'google.golang.org/protobuf@v1.33.0',
  'tailscale.com@v1.64.2',
  'vitess.io/vitess@v0.19.3',
]

const TIMEOUT = 20 * 60 * 1000

function go(cwd: string, ...args: readonly string[]): { status: number | null; text: string } {
  const env = { ...process.env, GOFLAGS: '-mod=mod', GOTOOLCHAIN: 'local' }
  const { status, stdout, stderr } = spawnSync('go', args, { cwd, env, encoding: 'utf8', maxBuffer: 1 << 28 })
  return { status, text: stdout + stderr }
}

/** A copy of a downloaded module that may be written to. */
function copyOf(name: string): string {
  const { text } = go(tmpdir(), 'mod', 'download', '-json', name)
  const { Dir } = JSON.parse(text) as { Dir?: string }
  if (!Dir) throw new Error(`cannot download ${name}: ${text}`)
  const directory = mkdtempSync(join(tmpdir(), 'gomend-map-keys-'))
  cpSync(Dir, directory, { recursive: true })
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true }))
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644)
  chmodSync(directory, 0o755)
  // Of vendored packages a downloaded module has no more than the list.
  rmSync(join(directory, 'vendor'), { recursive: true, force: true })
  return directory
}

function runOn(
  root: string,
  patterns: readonly string[],
  transforms: readonly Transform[],
  verifyFixes?: Verify,
): Promise<RunResult> {
  return run({
    root,
    go: findGo(process.env),
    patterns,
    transforms,
    isExcluded: () => false,
    review: acceptAll,
    verify: verifyFixes,
    apply: async () => ({ stale: [], notes: [] }),
    onProgress: () => {},
  })
}

function line({ finding, position, status }: Outcome, state = ''): string {
  const { at, message, fix, refusal, transform } = finding
  const verdict = fix ? `${fix.safety} (${state || status})` : 'refused'
  const text = fix ? `${fix.title}${fix.caution ? ` | ${fix.caution}` : ''}` : refusal
  return `| ${at.path}:${position.line} | ${transform} | ${verdict} | ${message} | ${text} |`
}

const totals = new Map<string, number>()
function count(what: string): void {
  totals.set(what, (totals.get(what) ?? 0) + 1)
}

const names = process.argv.slice(2).filter(argument => !argument.startsWith('--'))
const diffs = process.argv.find(argument => argument.startsWith('--diffs='))?.slice('--diffs='.length)

function show(module: string, transform: string, patches: RunResult['patches']): void {
  const text = patches.map(patch => gitDiff(patch)).join('')
  if (text === '') return
  if (diffs === undefined) {
    console.log(`\n\`\`\`diff\n${text}\`\`\`\n`)
    return
  }
  mkdirSync(diffs, { recursive: true })
  writeFileSync(join(diffs, `${module.replaceAll('/', '_')}.${transform}.diff`), text, { flag: 'a' })
}

for (const name of names.length > 0 ? names : MODULES) {
  const root = copyOf(name)
  console.log(
    `\n## ${name}\n\n| place | transform | verdict | finding | fix or reason |\n|---|---|---|---|---|`,
  )
  const { outcomes, problems } = await runOn(root, ['./...'], TRANSFORMS)
  for (const { path, message } of problems) console.log(`| ${path} | | PROBLEM | ${message} | |`)
  const refused = outcomes.filter(({ finding }) => !finding.fix)
  for (const outcome of refused) console.log(line(outcome))
  for (const { finding } of refused) count(`${finding.transform}: refused`)

  const fixed = outcomes.filter(({ finding }) => finding.fix)
  // The engine compiles offline; what the packages import has to be here.
  for (const directory of new Set(fixed.map(directoryOf)))
    go(root, 'list', '-e', '-deps', '-test', `./${directory}`)
  for (const transform of TRANSFORMS) {
    const own = fixed.filter(({ finding }) => finding.transform === transform.name)
    const patterns = [...new Set(own.map(directoryOf))].map(directory => `./${directory}`)
    if (patterns.length === 0) continue
    const compiled = await runOn(root, patterns, [transform], task =>
      verify({ ...task, root, mode: 'types', timeout: TIMEOUT }),
    )
    for (const outcome of compiled.outcomes) {
      const { fix } = outcome.finding
      if (!fix) continue
      const verdict =
        'verdict' in outcome ? JSON.stringify(outcome.verdict) : 'reason' in outcome ? outcome.reason : ''
      console.log(line(outcome, `${outcome.status} ${verdict}`))
      count(`${transform.name}: ${fix.safety}, ${outcome.status}`)
    }
    show(name, transform.name, compiled.patches)
  }
  rmSync(root, { recursive: true, force: true })
}
console.log(`\n## Totals\n`)
for (const [what, number] of [...totals].sort()) console.log(`- ${what}: ${number}`)

function directoryOf({ finding }: Outcome): string {
  return posix.dirname(finding.at.path)
}

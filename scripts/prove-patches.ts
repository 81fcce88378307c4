import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { comparePatchKinds } from '../test/support/patch-kinds.ts'

// npx jiti scripts/prove-patches.ts [MODULE@VERSION …]   applies patches of every kind to real modules with git apply.
const MODULES = [
  'golang.org/x/sys@v0.0.0-20210124154548-22da62e12c0c',
  'golang.org/x/net@v0.0.0-20200822124328-c89045814202',
  'github.com/prometheus/procfs@v0.7.3',
  'github.com/fsnotify/fsnotify@v1.5.4',
]
const OWNERS =
  '* @everyone\n*.s @assembly\n/unix/ @unix @kernel\n/windows/ @windows\n/http2/ @web\n/internal/\n'

let failures = 0
for (const module of process.argv.length > 2 ? process.argv.slice(2) : MODULES) {
  const root = repositoryOf(module)
  for (const { kind, patches, same } of comparePatchKinds(root, OWNERS)) {
    if (!same) failures++
    console.log(`${module}  ${kind}: ${patches} patches, ${same ? 'the same tree as fix' : 'ANOTHER TREE'}`)
  }
  rmSync(root, { recursive: true, force: true })
}
process.exitCode = failures > 0 ? 1 : 0

/** A module as a git repository with one commit, all of its files in it. */
function repositoryOf(module: string): string {
  const { Dir } = JSON.parse(call(tmpdir(), 'go', 'mod', 'download', '-json', module))
  const directory = mkdtempSync(join(tmpdir(), 'gomend-patches-'))
  cpSync(Dir, directory, { recursive: true })
  call(directory, 'chmod', '-R', 'u+w', '.')
  call(directory, 'git', 'init', '-q')
  call(directory, 'git', 'add', '-A', '-f')
  call(directory, 'git', '-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '-qm', 'before')
  return directory
}

function call(cwd: string, command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stdout}${stderr}`)
  return stdout
}

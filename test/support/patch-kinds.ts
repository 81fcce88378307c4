import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const GOMEND = join(import.meta.dirname, '../../bin/gomend.js')
const SPLITS = ['transform', 'package', 'owner'] as const

/** How one kind of patch compares with what `fix` writes. */
export interface KindResult {
  readonly kind: string
  readonly patches: number
  readonly same: boolean
}

/** A second transform beside those that gomend ships, which edits the same files: it works on the same first lines. */
const CONFIG = `import { defineConfig, shippedTransforms } from 'gomend'

export default defineConfig({
  transforms: [
    ...shippedTransforms,
    {
      name: 'a-copyright',
      meta: { summary: 'say it once', why: 'A sign is enough.', since: '1.0', mentions: ['Copyright'], reads: 'text' },
      find({ path, text }) {
        return [...text.matchAll(/^\\/\\/ Copyright (?=\\d)/gm)].map(({ 0: found, index }) => {
          const at = { path, startIndex: index, endIndex: index + found.length }
          const edits = [{ ...at, newText: '// © ' }]
          return { at, message: 'a word', fix: { title: 'use a sign', edits, safety: 'safe', proof: [] } }
        })
      },
    },
  ],
})
`

/**
 * Makes patches of every kind of a git work tree with one commit, and applies each kind with `git apply` to that
 * commit. A kind is the same when it gives the very tree that `fix` writes. Leaves the work tree as it was.
 */
export function comparePatchKinds(root: string, owners: string): readonly KindResult[] {
  writeFileSync(join(root, 'transforms.config.ts'), CONFIG)
  writeFileSync(join(root, 'CODEOWNERS'), owners)
  git(root, 'add', '-A')
  git(root, 'commit', '-qm', 'configured')
  const runs = [
    { command: ['diff'], fix: ['fix', '--yes', '--review-too'] },
    { command: ['fix', '--yes'], fix: ['fix', '--yes'] },
  ]
  return runs.flatMap(({ command, fix }) => {
    const patches = makePatches(root, command)
    reset(root)
    gomend(root, fix)
    const written = treeOf(root)
    reset(root)
    if (written === treeOf(root)) throw new Error(`${fix.join(' ')} changed nothing in ${root}`)
    return patches.map(({ kind, files }) => {
      for (const file of files) git(root, 'apply', '--whitespace=nowarn', file)
      const same = treeOf(root) === written
      reset(root)
      return { kind: `${command[0]}: ${kind}`, patches: files.length, same }
    })
  })
}

/** Files to apply in this order, by kind. */
function makePatches(root: string, command: readonly string[]): { kind: string; files: string[] }[] {
  const directory = mkdtempSync(join(tmpdir(), 'gomend-kinds-'))
  const split = SPLITS.flatMap(by => ['--output', `patch=${join(directory, by, `{${by}}.patch`)}`])
  const whole = ['--output', `patch=${join(directory, 'whole.patch')}`]
  const json = ['--output', `json=${join(directory, 'report.json')}`]
  const printed = gomend(root, [...command, ...split, ...whole, ...json])
  writeFileSync(join(directory, 'printed.patch'), printed)

  const report = JSON.parse(readFileSync(join(directory, 'report.json'), 'utf8'))
  mkdirSync(join(directory, 'json'))
  for (const [index, { diff }] of report.patches.entries())
    writeFileSync(join(directory, 'json', `${String(index).padStart(5, '0')}.patch`), diff)

  return [
    ...(command[0] === 'diff' ? [{ kind: 'printed', files: [join(directory, 'printed.patch')] }] : []),
    { kind: 'one file', files: [join(directory, 'whole.patch')] },
    ...[...SPLITS, 'json'].map(by => ({ kind: `by ${by}`, files: patchesIn(join(directory, by)) })),
  ]
}

/** Sorted by name without the ending, as the parts of a split are. */
function patchesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.patch'))
    .map(name => name.slice(0, -'.patch'.length))
    .sort()
    .map(name => join(directory, `${name}.patch`))
}

function gomend(root: string, args: readonly string[]): string {
  return run(process.execPath, [GOMEND, ...args, '--verify', 'off'], root, [0])
}

function treeOf(root: string): string {
  git(root, 'add', '-A', '--', '.', ':!.gomend')
  return git(root, 'write-tree')
}

function reset(root: string): void {
  git(root, 'reset', '-q', '--hard')
}

function git(root: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'core.autocrlf=false']
  return run('git', [...identity, ...args], root, [0])
}

function run(program: string, args: readonly string[], cwd: string, good: readonly number[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (!good.includes(status ?? -1)) throw new Error(`${program} ${args.join(' ')}: ${stdout}${stderr}`)
  return stdout
}

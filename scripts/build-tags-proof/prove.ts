import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { acceptAll } from '../../src/engine/answers.ts'
import { run } from '../../src/engine/run.ts'
import type { RunResult } from '../../src/engine/types.ts'
import { patchReport } from '../../src/report/patch.ts'
import { buildTags } from '../../src/transforms/build-tags/index.ts'
import { type GoLine, judge, type Proof } from './judge.ts'

/**
 * Runs build-tags on files as if their module had this `go` line, accepts all fixes, and judges each result.
 * Throws when git does not take a patch, or a second run changes something.
 */
export async function proveBuildTags(
  files: ReadonlyMap<string, Uint8Array>,
  goLine: GoLine,
): Promise<readonly Proof[]> {
  const root = mkdtempSync(join(tmpdir(), 'gomend-proof-'))
  try {
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), bytes)
    }
    writeFileSync(join(root, 'go.mod'), `module example.com/proof\n\ngo ${goLine}\n`)
    const result = await runOn(root, [...files.keys()])
    applyAsPrinted(root, result)
    const again = await runOn(root, [...files.keys()])
    if (again.patches.length > 0) throw new Error(`a second run changes ${again.patches[0]?.path}`)
    return judge(files, result, goLine)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

function runOn(root: string, patterns: readonly string[]): Promise<RunResult> {
  return run({
    root,
    patterns,
    transforms: [buildTags],
    go: { goroot: undefined, modcache: undefined },
    isExcluded: () => false,
    review: acceptAll,
    verify: undefined,
    apply: async () => ({ stale: [], notes: [] }),
    onProgress: () => {},
  })
}

/** Has git apply the patch that gomend prints, and compares the bytes. */
function applyAsPrinted(root: string, { patches }: RunResult): void {
  if (patches.length === 0) return
  git(root, ['init', '-q'])
  git(root, ['apply', '--check', '-'], patchReport(patches))
  git(root, ['apply', '-'], patchReport(patches))
  for (const { path, after } of patches)
    if (!readFileSync(join(root, path)).equals(Buffer.from(after)))
      throw new Error(`git apply gives another text of ${path} than gomend`)
}

function git(cwd: string, args: readonly string[], input = ''): void {
  const { status, stderr } = spawnSync('git', ['-c', 'core.autocrlf=false', ...args], {
    cwd,
    input,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
}

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { patch } from '../../src/engine/patch.ts'
import type { FoundFix, Verification, VerifyMode } from '../../src/engine/types.ts'
import { verify } from '../../src/engine/verify.ts'

/** Writes files into a new directory, a git repository with one commit. */
export function makeTree(files: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'gomend-tree-')))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args], { cwd: root })
  git('init', '-q')
  git('add', '-A')
  git('commit', '-qm', 'all')
  return root
}

/** Replacements of text that occurs once in its file, as one fix. */
export function fixOf(
  root: string,
  name: string,
  ...replacements: readonly (readonly [path: string, from: string, to: string])[]
): FoundFix {
  const edits = replacements.map(([path, from, to]) => {
    const text = readFileSync(join(root, path), 'utf8')
    const startIndex = text.indexOf(from)
    if (startIndex < 0 || text.indexOf(from, startIndex + 1) >= 0)
      throw new Error(`"${from}" is not once in ${path}`)
    return { path, startIndex, endIndex: startIndex + from.length, newText: to }
  })
  const [first, ...others] = edits
  if (!first) throw new Error('a fix has edits')
  return {
    at: first,
    message: name,
    transform: name,
    fingerprint: name,
    fix: { title: name, edits: [first, ...others], proof: ['given by the test'], safety: 'safe' },
  }
}

/** Verifies fixes on a tree as it is on disk. */
export function verifyOnDisk(
  root: string,
  changes: readonly FoundFix[],
  mode: VerifyMode = 'types',
  timeout = 300_000,
): Promise<Verification> {
  return verify({
    root,
    base: new Map(),
    changes,
    patch: some => patch(some, { textOf: path => readFileSync(join(root, path), 'utf8'), parser: undefined }),
    mode,
    timeout,
  })
}

import { runCommand } from '../command.ts'
import { UsageError } from '../errors.ts'
import { positionsIn } from './position.ts'
import type { Hold } from './types.ts'

/** The lines of one file that differ from an earlier version; `all` for a file that was not there. */
type ChangedLines = readonly { readonly first: number; readonly last: number }[] | 'all'

/**
 * Holds back what lies outside the lines below `root` that changed since a git commit; uncommitted changes and
 * untracked files count as changed. Throws UsageError when git cannot compare with `reference`.
 */
export async function holdUnchanged(root: string, reference: string): Promise<Hold> {
  const changed = await changedLines(root, reference)
  const firstTexts = new Map<string, string>()
  const held = new Set<string>()

  return ({ at, fingerprint }, text) => {
    const reason = `its lines have not changed since ${reference}`
    const firstText = firstTexts.get(at.path) ?? text
    firstTexts.set(at.path, firstText)
    // Later rounds see text that the run itself changed: new findings there come from changed lines.
    if (text !== firstText) return held.has(fingerprint) ? reason : undefined
    const lines = changed.get(at.path)
    if (lines === 'all') return undefined
    const positionOf = positionsIn(text)
    const [first, last] = [positionOf(at.startIndex).line, positionOf(at.endIndex).line]
    if (lines?.some(range => range.first <= last && range.last >= first)) return undefined
    held.add(fingerprint)
    return reason
  }
}

async function changedLines(root: string, reference: string): Promise<ReadonlyMap<string, ChangedLines>> {
  const commit = await git(root, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${reference}^{commit}`,
  ])
  if (commit === undefined)
    throw new UsageError(`git knows no commit "${reference}"; --since takes a branch, a tag or a commit`)
  const settings = [
    '-c',
    'core.quotePath=false',
    '-c',
    'diff.noprefix=false',
    '-c',
    'diff.mnemonicPrefix=false',
  ]
  const options = ['--no-color', '--no-ext-diff', '--no-renames', '--relative']
  const names = await git(root, [
    ...settings,
    'diff',
    '--name-only',
    '-z',
    ...options,
    commit.trim(),
    '--',
    '.',
  ])
  const untracked = await git(root, ['ls-files', '--others', '--exclude-standard', '-z', '--', '.'])
  const changed = new Map<string, ChangedLines>()
  for (const path of nulSeparated(untracked)) changed.set(path, 'all')
  for (const path of nulSeparated(names)) {
    const diff = await git(root, [
      ...settings,
      'diff',
      '--unified=0',
      ...options,
      commit.trim(),
      '--',
      `:(literal)${path}`,
    ])
    changed.set(path, rangesIn(diff ?? ''))
  }
  return changed
}

/** The ranges of new lines in a diff without context; a deletion counts for the lines beside it. */
function rangesIn(diff: string): ChangedLines {
  return [...diff.matchAll(/^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/gm)].map(([, start, count]) => {
    const first = Number(start)
    const length = count === undefined ? 1 : Number(count)
    return length === 0 ? { first, last: first + 1 } : { first, last: first + length - 1 }
  })
}

/** What git prints; undefined when it fails. Throws UsageError when git is not installed. */
async function git(cwd: string, args: readonly string[]): Promise<string | undefined> {
  const { exitCode, failure, stdout } = await runCommand('git', args, { cwd, env: { LC_ALL: 'C' } })
  if (failure === 'missing') throw new UsageError('git is not installed; --since needs it')
  return exitCode === 0 ? stdout : undefined
}

function nulSeparated(output: string | undefined): string[] {
  return (output ?? '').split('\0').filter(Boolean)
}

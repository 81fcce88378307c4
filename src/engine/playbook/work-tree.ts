import { type CommandResult, runCommand } from '../../command.ts'
import { UsageError } from '../../errors.ts'

/** A state of the files below a directory. */
export interface Snapshot {
  /** Has the tracked files as they were; no branch names it. */
  readonly commit: string
  /** The files that git neither tracked nor ignored. */
  readonly untracked: readonly string[]
  /** The last commit of the branch. */
  readonly head: string
}

/** The last commit of the branch and the first commit before it. */
export async function lastCommit(
  root: string,
): Promise<{ readonly id: string; readonly parent: string; readonly title: string }> {
  const [id = '', parents = '', title = ''] = (
    await git(root, ['log', '-1', '--no-show-signature', '--format=%H%n%P%n%s'])
  ).split('\n')
  return { id, parent: parents.split(' ')[0] ?? '', title }
}

/** Remembers the files as they are, without touching them, the index or any branch. */
export async function takeSnapshot(root: string): Promise<Snapshot> {
  // A file that was written anew with the same content is a change to `stash create`, until the index is refreshed.
  await git(root, ['update-index', '-q', '--refresh'])
  const { id: head } = await lastCommit(root)
  const made = (await git(root, ['stash', 'create'])).trim()
  return { commit: made || head, untracked: await untrackedFiles(root), head }
}

/** Paths below the root, relative to it, that differ from a snapshot. */
export async function changedSince(
  root: string,
  { commit, untracked }: Snapshot,
): Promise<readonly string[]> {
  const tracked = await git(root, ['diff', '--name-only', '--relative', '-z', commit, '--', '.'])
  const made = (await untrackedFiles(root)).filter(path => !untracked.includes(path))
  return [...new Set([...split(tracked), ...made])].sort()
}

/** What differs from a snapshot as a patch; vendored packages and new files are left out, they are named elsewhere. */
export async function differenceFrom(root: string, { commit }: Snapshot): Promise<string> {
  const env = { LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' }
  const args = [
    'diff',
    '--no-color',
    '--no-ext-diff',
    '--relative',
    commit,
    '--',
    '.',
    ':(exclude,glob)**/vendor/**',
  ]
  const result = await runCommand('git', args, { cwd: root, env })
  if (result.exitCode !== 0) throw new UsageError(`git diff failed: ${wordsOf(result)}`)
  return result.stdout
}

/** Brings files back to a snapshot; `changed` is what has changed since, of which new files are deleted. */
export async function restoreSnapshot(
  root: string,
  { commit }: Snapshot,
  changed: readonly string[],
): Promise<void> {
  await git(root, ['restore', '--worktree', `--source=${commit}`, '--', '.'])
  const made = (await untrackedFiles(root)).filter(path => changed.includes(path))
  if (made.length > 0) await git(root, ['clean', '--quiet', '--force', '--', ...made])
}

/** Puts a snapshot on git's list of stashes, so that what is in it is not lost when the files are brought back. */
export async function keepSnapshot(root: string, { commit }: Snapshot, message: string): Promise<void> {
  await git(root, ['stash', 'store', '--message', message, commit])
}

/** Of paths relative to the root, those that only the go command makes: go.sum, go.work.sum and vendored packages. */
export function madeByGo(paths: readonly string[]): string[] {
  return paths.filter(path => /(^|\/)(go\.sum|go\.work\.sum|vendor\/.+)$/.test(path))
}

/** Files below the root that git neither tracks nor ignores; relative to the root. */
export async function untrackedFiles(root: string): Promise<string[]> {
  return split(await git(root, ['ls-files', '--others', '--exclude-standard', '-z']))
}

async function git(root: string, args: readonly string[]): Promise<string> {
  const env = { LC_ALL: 'C', GIT_LITERAL_PATHSPECS: '1', GIT_OPTIONAL_LOCKS: '0' }
  const result = await runCommand('git', identified(args), { cwd: root, env })
  if (result.exitCode !== 0) throw new UsageError(`git ${args[0]} failed: ${wordsOf(result)}`)
  return result.stdout
}

// A snapshot is a commit, and needs an author where the user has configured none.
function identified(args: readonly string[]): readonly string[] {
  return args[0] === 'stash' ? ['-c', 'user.name=gomend', '-c', 'user.email=gomend@localhost', ...args] : args
}

function wordsOf({ stderr, stdout, failure }: CommandResult): string {
  return (stderr + stdout).trim() || (failure ?? 'no reason given')
}

function split(text: string): string[] {
  return text.split('\0').filter(Boolean)
}

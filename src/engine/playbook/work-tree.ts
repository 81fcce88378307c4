import { type CommandResult, runCommand } from '../../command.ts'
import { UsageError } from '../../errors.ts'

/** A state of the files below a directory: a commit that no branch names. */
export type Snapshot = string

/** Files that the go command may make: a step that is taken back takes them with it. */
const MADE_BY_GO = /(^|\/)(go\.sum|go\.work\.sum|vendor\/.+)$/

/** Remembers the tracked files as they are, without touching them, the index or any branch. */
export async function takeSnapshot(root: string): Promise<Snapshot> {
  // A file that was written anew with the same content is a change to `stash create`, until the index is refreshed.
  await git(root, ['update-index', '-q', '--refresh'])
  const made = (await git(root, ['stash', 'create'])).trim()
  return made || (await git(root, ['rev-parse', 'HEAD'])).trim()
}

/** Paths below the root, relative to it, that differ from a snapshot or that the go command has made since. */
export async function changedSince(root: string, snapshot: Snapshot): Promise<readonly string[]> {
  const tracked = await git(root, ['diff', '--name-only', '--relative', '-z', snapshot, '--', '.'])
  return [...new Set([...split(tracked), ...(await madeByGo(root))])].sort()
}

/** Brings the files below the root back to a snapshot. */
export async function restoreSnapshot(root: string, snapshot: Snapshot): Promise<void> {
  await git(root, ['restore', '--worktree', `--source=${snapshot}`, '--', '.'])
  const made = await madeByGo(root)
  if (made.length > 0) await git(root, ['clean', '--quiet', '--force', '--', ...made])
}

/** Puts a snapshot on git's list of stashes, so that what is in it is not lost when the files are brought back. */
export async function keepSnapshot(root: string, snapshot: Snapshot, message: string): Promise<void> {
  await git(root, ['stash', 'store', '--message', message, snapshot])
}

/** Untracked files that only the go command makes; a playbook begins with none of them untracked. */
export async function madeByGo(root: string): Promise<readonly string[]> {
  const others = await git(root, ['ls-files', '--others', '--exclude-standard', '-z'])
  return split(others).filter(path => MADE_BY_GO.test(path))
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

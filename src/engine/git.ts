import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type CommandResult, runCommand } from '../command.ts'
import { UsageError } from '../errors.ts'

/** A git work tree; both paths are absolute. */
export interface WorkTree {
  readonly top: string
  readonly gitDirectory: string
}

/** The work tree that contains `root`; `undefined` when there is none, or git is not installed. */
export async function findWorkTree(root: string): Promise<WorkTree | undefined> {
  const result = await git(root, ['rev-parse', '--show-toplevel', '--absolute-git-dir'])
  if (result.failure === 'missing') return undefined
  if (/not a git repository|must be run in a work tree/.test(result.stderr)) return undefined
  const [top, gitDirectory] = succeeded(result, 'look for its work tree').split('\n')
  return top && gitDirectory ? { top, gitDirectory } : undefined
}

/**
 * Throws a UsageError when git knows of uncommitted changes below `root`. The whole tree counts, as with `cargo fix`,
 * not only the files about to be written: so one `git diff` afterwards shows gomend's work and nothing else.
 * Files that git does not track are no reason, as they never show up in that diff.
 */
export async function requireCleanTree(root: string): Promise<void> {
  const tree = await findWorkTree(root)
  if (!tree && isBelowGitDirectory(root))
    throw new UsageError(
      'git is not installed, so gomend cannot tell whether there are uncommitted changes: install it, or pass --allow-dirty',
    )
  if (!tree) return
  const paths = await uncommittedFiles(root)
  if (paths.length === 0) return
  throw new UsageError(
    `there are uncommitted changes (${listed(paths)}): commit or stash them first, so that gomend's changes stay apart from yours, or pass --allow-dirty`,
  )
}

function isBelowGitDirectory(root: string): boolean {
  for (let directory = root; ; directory = dirname(directory)) {
    if (existsSync(join(directory, '.git'))) return true
    if (directory === dirname(directory)) return false
  }
}

/** Tracked files below `directory` whose content is not that of the last commit; relative to the top of the work tree. */
async function uncommittedFiles(directory: string): Promise<readonly string[]> {
  // Without optional locks git does not even refresh its index file.
  const args = ['--no-optional-locks', 'status', '--porcelain', '-z', '--no-renames', '--untracked-files=no']
  const output = succeeded(await git(directory, [...args, '--', '.']), 'list uncommitted changes')
  return nulSeparated(output).map(entry => entry.slice('XY '.length))
}

/** Those of the files, relative to the top of the work tree, that git tracks. */
export async function trackedFiles(tree: WorkTree, paths: readonly string[]): Promise<readonly string[]> {
  const tracked = new Set(
    nulSeparated(succeeded(await git(tree.top, ['ls-files', '-z']), 'list the files it tracks')),
  )
  return paths.filter(path => tracked.has(path))
}

/**
 * Commits the named files as they are on disk and nothing else, whatever is staged; author, signing and hooks are as
 * git is configured. Returns what git said when it refused, else the id of the commit.
 */
export async function commitFiles(
  tree: WorkTree,
  paths: readonly string[],
  message: { readonly title: string; readonly body: string },
): Promise<{ readonly commit: string } | { readonly refusal: string }> {
  const pathspec = ['--only', '--pathspec-from-file=-', '--pathspec-file-nul']
  const result = await runCommand(
    'git',
    ['--literal-pathspecs', 'commit', '--quiet', '-m', message.title, '-m', message.body, ...pathspec],
    { cwd: tree.top, input: paths.join('\0') },
  )
  if (result.exitCode !== 0) return { refusal: said(result) }
  return { commit: succeeded(await git(tree.top, ['rev-parse', 'HEAD']), 'name the commit').trim() }
}

function git(cwd: string, args: readonly string[]): Promise<CommandResult> {
  return runCommand('git', args, { cwd, env: { LC_ALL: 'C' } })
}

function succeeded(result: CommandResult, purpose: string): string {
  if (result.exitCode === 0) return result.stdout
  throw new UsageError(`git could not ${purpose}: ${said(result)}`)
}

function said(result: CommandResult): string {
  return (result.stderr + result.stdout).trim() || `it ended with ${result.exitCode ?? result.failure}`
}

function nulSeparated(output: string): readonly string[] {
  return output.split('\0').filter(entry => entry !== '')
}

function listed(paths: readonly string[]): string {
  const shown = paths.slice(0, 3).join(', ')
  return paths.length > 3 ? `${shown} and ${paths.length - 3} more` : shown
}

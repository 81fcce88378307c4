import { runCommand } from '../command.ts'

export interface GitFiles {
  /** Slash-separated paths relative to the root; undefined where git cannot say. */
  readonly files: readonly string[] | undefined
  readonly notes: readonly string[]
}

/**
 * Asks git for the files below directories of the root: tracked ones, and others that no .gitignore,
 * exclude file or global ignore file names. Outside a git work tree there is no answer and no note.
 */
export async function gitFiles(root: string, directories: readonly string[]): Promise<GitFiles> {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...directories]
  const git = await runCommand('git', args, { cwd: root, env: { GIT_LITERAL_PATHSPECS: '1', LC_ALL: 'C' } })

  if (git.failure === 'missing')
    return { files: undefined, notes: ['git is not installed: files that .gitignore names are read too'] }
  if (git.exitCode === 0) {
    const paths = git.stdout.split('\0').slice(0, -1)
    return { files: paths.filter(path => !path.endsWith('/')), notes: nestedNotes(paths) }
  }
  if (git.stderr.includes('not a git repository')) return { files: undefined, notes: [] }
  const words = git.stderr.trim().split('\n')[0] ?? ''
  return {
    files: undefined,
    notes: [`git cannot list the files, so those it ignores are read too: ${words}`],
  }
}

/** git lists an untracked nested repository as one directory. */
function nestedNotes(paths: readonly string[]): string[] {
  const nested = paths.filter(path => path.endsWith('/'))
  return nested.map(path => `${path} is a git repository of its own and is left out; run gomend there`)
}

import { runCommand } from '../command.ts'
import type { Problem } from './types.ts'

export interface GitFiles {
  /** Slash-separated paths relative to the root; undefined where git cannot say. */
  readonly files: readonly string[] | undefined
  readonly problems: readonly Problem[]
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
    return unanswered('git is not installed: files that .gitignore names are read too')
  if (git.exitCode === 0) {
    const paths = git.stdout.split('\0').slice(0, -1)
    return {
      files: paths.filter(path => !path.endsWith('/')),
      problems: unopened(git.stderr),
      notes: nestedNotes(paths),
    }
  }
  if (git.stderr.includes('not a git repository')) return unanswered()
  const words = git.stderr.trim().split('\n')[0] ?? ''
  return unanswered(`git cannot list the files, so those it ignores are read too: ${words}`)
}

function unanswered(...notes: readonly string[]): GitFiles {
  return { files: undefined, problems: [], notes }
}

/** git goes on without the directories that it may not read, and only warns of them. */
function unopened(stderr: string): Problem[] {
  const warnings = stderr.matchAll(/^warning: could not open directory '(.*?)\/?': (.*)$/gm)
  return [...warnings].map(([, directory, reason]) => ({
    path: '.',
    message: `git cannot list ${directory} (seen from the top of the repository): ${reason}`,
  }))
}

/** git lists an untracked nested repository as one directory. */
function nestedNotes(paths: readonly string[]): string[] {
  const nested = paths.filter(path => path.endsWith('/'))
  return nested.map(path => `${path} is a git repository of its own and is left out; run gomend there`)
}

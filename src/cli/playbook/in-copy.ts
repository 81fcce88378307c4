import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '../../command.ts'
import { UsageError } from '../../errors.ts'
import { beforeInterrupt } from '../../interrupt.ts'

/** Runs an action in a copy of the last commit that goes away again; the copy of `root` is its argument. */
export async function inCopy<Result>(
  root: string,
  action: (copy: string) => Promise<Result>,
): Promise<Result> {
  const prefix = await git(root, ['rev-parse', '--show-prefix'])
  const directory = await mkdtemp(join(tmpdir(), 'gomend-dry-run-'))
  const copy = join(directory, 'tree')
  const forgetInterrupts = beforeInterrupt(() => rmSync(directory, { recursive: true, force: true }))
  try {
    await git(root, ['worktree', 'add', '--quiet', '--detach', copy, 'HEAD'])
    try {
      return await action(join(copy, prefix))
    } finally {
      await git(root, ['worktree', 'remove', '--force', copy])
    }
  } finally {
    forgetInterrupts()
    await rm(directory, { recursive: true, force: true })
  }
}

async function git(cwd: string, args: readonly string[]): Promise<string> {
  const result = await runCommand('git', args, { cwd, env: { LC_ALL: 'C' } })
  if (result.exitCode === 0) return result.stdout.trim()
  throw new UsageError(`a dry run takes place in a copy that git makes: ${result.stderr.trim()}`)
}

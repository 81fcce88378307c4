import { posix } from 'node:path'
import { runCommand } from '../../command.ts'
import { commitFiles, type WorkTree } from '../../engine/git.ts'
import type { Journal } from '../../engine/journal.ts'
import type { PlannedStep } from '../../engine/playbook/plan-upgrade.ts'
import { untrackedFiles } from '../../engine/playbook/work-tree.ts'
import { UsageError } from '../../errors.ts'

/** The subject line of a step's commit. */
export function commitTitle({ step, directory, playbook }: PlannedStep): string {
  return `${directory ? `${directory}: ` : ''}${playbook}: ${step.title}`
}

/** Commits the files of a step (relative to the root of the chain) and nothing else; returns the id of the commit. */
export async function commitStep(
  tree: WorkTree,
  { root }: Journal,
  planned: PlannedStep,
  files: readonly string[],
): Promise<string> {
  const made = (await untrackedFiles(root)).filter(path => files.includes(path))
  if (made.length > 0)
    await runCommand('git', ['--literal-pathspecs', 'add', '--intent-to-add', '--', ...made], { cwd: root })
  const prefix = await runCommand('git', ['rev-parse', '--show-prefix'], { cwd: root })
  const paths = files.map(file => posix.join(prefix.stdout.trim(), file))
  const { why, source } = planned.step
  const committed = await commitFiles(tree, paths, {
    title: commitTitle(planned),
    body: `${why}\n\n${source}`,
  })
  if ('refusal' in committed)
    throw new UsageError(`git refused the commit, and the files are written: ${committed.refusal}`)
  return committed.commit
}

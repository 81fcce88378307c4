import { realpath } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { commitFiles, trackedFiles, type WorkTree } from '../engine/git.ts'
import type { Outcome, RunResult } from '../engine/types.ts'
import { UsageError } from '../errors.ts'
import { totals } from '../report/text.ts'
import type { Transform } from '../transform.ts'

/**
 * Commits what one transform has written in the tree that `root` is in; nothing when it has written no file that git
 * tracks. Throws UsageError when git refuses, with the files left as written.
 */
export async function commitRun(
  root: string,
  workTree: WorkTree,
  transform: Transform,
  result: RunResult,
): Promise<void> {
  const top = await realpath(workTree.top)
  const written: string[] = []
  for (const { path } of result.patches)
    written.push(
      relative(top, await realpath(join(root, path)))
        .split(sep)
        .join('/'),
    )
  const tracked = await trackedFiles(workTree, written)
  if (tracked.length === 0) return
  const committed = await commitFiles(workTree, tracked, messageOf(transform, result))
  if ('commit' in committed) return
  throw new UsageError(
    `git did not commit the changes of ${transform.name}, which are written: ${committed.refusal}\ncommit them yourself, or take them back with gomend undo`,
  )
}

function messageOf(
  { name, meta }: Transform,
  result: RunResult,
): { readonly title: string; readonly body: string } {
  const made = result.outcomes.filter(({ status }) => status === 'fixed' || status === 'unverified')
  const compiledOn = new Set(made.flatMap(outcome => platformsOf(outcome)))
  const unverified = made
    .filter(({ status }) => status === 'unverified')
    .map(({ finding }) => finding.at.path)
  const cautions = new Set(made.flatMap(({ finding }) => finding.fix?.caution ?? []))
  const paragraphs = [
    `Made by gomend: ${totals(result)}.`,
    compiledOn.size > 0 ? `Compiled on ${[...compiledOn].join(', ')}.` : '',
    unverified.length > 0 ? `Not compiled: ${[...new Set(unverified)].join(', ')}.` : '',
    cautions.size > 0 ? `To look at:\n${[...cautions].map(caution => `- ${caution}`).join('\n')}` : '',
  ]
  return { title: `${name}: ${meta.summary}`, body: paragraphs.filter(text => text !== '').join('\n\n') }
}

function platformsOf(outcome: Outcome): readonly string[] {
  return outcome.status === 'fixed' ? (outcome.verdict?.platforms ?? []) : []
}

import { gofmt } from '../go/gofmt.ts'
import { unformattedNotes } from './keep-formatted.ts'
import { settle, type Trial } from './settle.ts'
import type { FoundFix, Patch, Verdict, Verification, VerifyTask } from './types.ts'

/** What can be said of fixes when nothing compiles them: those that are no Go any more are broken. */
export function verifyWithoutGo({ changes, patch }: VerifyTask, missing: string): Verification {
  const steps = settle(changes)
  let step = steps.next()
  while (!step.done) step = steps.next(trial(patch(step.value)))

  const reason = `not compiled: ${missing}`
  const { broken } = step.value
  const verdicts = changes.map((change): [FoundFix, Verdict] => {
    const output = broken.get(change)
    return [change, output === undefined ? { status: 'unverified', reason } : { status: 'broken', output }]
  })
  const note = `${missing}: the edits were parsed and formatted but not compiled; install Go to have them proven`
  return { verdicts: new Map(verdicts), notes: [note, ...unformattedNotes(patch(step.value.accepted))] }
}

function trial(patches: readonly Patch[]): Trial {
  const wrong = patches.flatMap(patch => {
    const message = syntaxError(patch)
    return message === undefined ? [] : [{ patch, message }]
  })
  if (wrong.length === 0) return { passed: true }
  return {
    passed: false,
    output: wrong.map(({ patch, message }) => `${patch.path}:${message}`).join('\n'),
    suspects: new Set(wrong.flatMap(({ patch }) => patch.changes)),
  }
}

function syntaxError({ path, before, after }: Patch): string | undefined {
  if (!path.endsWith('.go')) return undefined
  const formatted = gofmt(after)
  if (formatted.status !== 'invalid' || gofmt(before).status === 'invalid') return undefined
  return formatted.message
}

import { undoLastApply } from '../engine/undo.ts'
import { withJournal } from '../engine/with-journal.ts'
import { printableLine } from '../report/printable.ts'
import { say } from './say.ts'

/** Takes back the last apply and says what became of each file; returns the exit code. */
export async function undo(): Promise<number> {
  return withJournal(process.cwd(), async (journal, recovery) => {
    if (recovery) say(recovery.message)
    const restoration = await undoLastApply(journal, recovery)
    if (!restoration) {
      process.stdout.write(
        'there is nothing to undo: no `gomend fix` has written here, or all of it is undone\n',
      )
      return 0
    }
    for (const path of restoration.restored) process.stdout.write(`restored ${printableLine(path)}\n`)
    for (const { path, keptAt } of restoration.left)
      process.stdout.write(
        `left ${printableLine(path)}: it has changed since; its text from before is in ${printableLine(keptAt)}\n`,
      )
    return restoration.left.length > 0 ? 1 : 0
  })
}

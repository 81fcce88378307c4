// One apply, undo or recovery that ends itself by `kill -9` at a given step; its argument is a file with the job. For
// prove-apply.ts and test/engine/crash.test.ts, which bundle it into one file, so that a process starts quickly.
import { readFileSync, writeFileSync } from 'node:fs'
import { applyPatches } from '../src/engine/apply.ts'
import { undoLastApply } from '../src/engine/undo.ts'
import { withJournal } from '../src/engine/with-journal.ts'

const { root, action, patches, killAt, tear } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
let step = 0
await withJournal(
  root,
  async (journal, recovery) => {
    if (action === 'apply') await applyPatches(journal, patches)
    if (action === 'undo') await undoLastApply(journal, recovery)
  },
  (operation, path) => {
    step += 1
    if (step !== killAt) return
    // What a write leaves that is cut short.
    if (tear && operation === 'write') writeFileSync(path, 'package to')
    process.kill(process.pid, 'SIGKILL')
  },
)

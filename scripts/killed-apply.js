// node scripts/killed-apply.js JOB.json   one apply, undo or recovery that ends itself by `kill -9` at a given step.
// For prove-apply.ts and test/engine/crash.test.ts; uses the built gomend, so that a process starts quickly.
import { readFileSync, writeFileSync } from 'node:fs'
import { applyPatches } from '../dist/engine/apply.js'
import { undoLastApply } from '../dist/engine/undo.js'
import { withJournal } from '../dist/engine/with-journal.js'

const { root, action, patches, killAt, tear } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
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

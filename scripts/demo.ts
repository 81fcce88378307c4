import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// Runs `gomend diff ./...` on a copy of examples/legacy-service, so that the example stays as it is.
const project = join(import.meta.dirname, '..')
const copy = join(mkdtempSync(join(tmpdir(), 'gomend-demo-')), 'legacy-service')
cpSync(join(project, 'examples/legacy-service'), copy, { recursive: true })

const gomend = join(project, 'bin/gomend.js')
const { status } = spawnSync(process.execPath, [gomend, 'diff', './...'], { cwd: copy, stdio: 'inherit' })
console.log(`\nThe copy is ${copy}; to write the changes there: cd ${copy} && node ${gomend} fix`)
process.exitCode = status ?? 1

import { chmodSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryTree } from '../support/tree.ts'
import { hasTmux, openTerminal, type Terminal } from './tmux.ts'

const GOMEND = join(import.meta.dirname, '../../bin/gomend.js')
const PROMPT = /^ready\$/

describe.skipIf(!hasTmux)('completion in a real bash (skipped without tmux)', () => {
  let terminal: Terminal
  beforeAll(async () => {
    const root = temporaryTree({
      'go.mod': 'module example.com/m\n\ngo 1.21\n',
      'internal/store/a.go': 'package store\n',
      'bin/readme': '',
    })
    symlinkSync(GOMEND, join(root, 'bin/gomend'))
    chmodSync(GOMEND, 0o755)
    terminal = openTerminal(root, ['bash', '--norc', '--noprofile', '-i'], {
      PATH: `${join(root, 'bin')}:${process.env.PATH}`,
      PS1: 'ready$ ',
    })
    await terminal.screen(PROMPT)
    terminal.type('source <(gomend completion bash); clear\n')
    await terminal.screen(PROMPT)
  }, 30_000)
  afterAll(() => terminal?.close())

  test.each([
    ['a command', 'gomend exp', 'gomend explain'],
    ['a transform', 'gomend explain bu', 'gomend explain build-tags'],
    ['a flag', 'gomend fix --rev', 'gomend fix --review-too'],
    ['a choice', 'gomend scan --format git', 'gomend scan --format github'],
    ['a command below a command', 'gomend playbook sh', 'gomend playbook show'],
    ['a playbook', 'gomend playbook show g', 'gomend playbook show go1.'],
    ['a directory', 'gomend diff inter', 'gomend diff internal/'],
  ])('%s', async (_, typed, completed) => {
    terminal.type(`${typed}\t`)
    expect(await terminal.screen(new RegExp(`ready\\$ ${completed}$`))).toContain(`ready$ ${completed}\n`)
    terminal.press('C-u')
    await terminal.screen(PROMPT)
  })
})

import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { readTree, temporaryTree } from '../support/tree.ts'
import { hasTmux, openTerminal, type Terminal } from './tmux.ts'

const GOMEND = join(import.meta.dirname, '../../bin/gomend.js')
const RECORDINGS = join(import.meta.dirname, '../__fixtures__/terminal')
const QUESTION = /\? for help\) › ?$/

const FILES = {
  'go.mod': 'module example.com/m\n\ngo 1.21\n',
  'a.go':
    '// Copyright 2019\n\n// +build linux,amd64 darwin\n\npackage p\n\n// A names this platform.\nconst A = "é漢😀"\n',
  'b.go': '// +build !windows\n\npackage p\n',
  'c.go': '// Package p is p.\n// +build linux\npackage p\n',
}

/** An editor that shows how it was called, waits for a key, and writes. */
const EDITOR = `file="$3"
echo edited: "$1" "$2" "$(basename "$file")" "$(sed -n 3p "$file")"
read answer
sed -i 's/(linux && amd64) || darwin/darwin || (linux \\&\\& amd64)/' "$file"
`

// What a person sees and presses, screen by screen, as a file to read.
describe.skipIf(!hasTmux)('in a terminal of 80 columns and 24 rows (skipped without tmux)', () => {
  let terminal: Terminal | undefined
  afterEach(() => terminal?.close())

  async function record(
    root: string,
    keys: readonly string[],
    flags: readonly string[] = [],
  ): Promise<string> {
    terminal = openTerminal(root, [process.execPath, GOMEND, 'fix', '--verify', 'off', ...flags])
    let text = ''
    for (const key of keys) {
      text += `${await terminal.screen(QUESTION)}===== press ${key}\n`
      terminal.press(key)
    }
    return text + (await terminal.screen(/^exit \d$/))
  }

  test('a review: undo, help, stop, and going on', async () => {
    const root = temporaryTree(FILES)
    const first = await record(root, ['y', 'b', 'n', '?', 'y', 'q'])
    expect(readTree(root)['a.go']).toBe(FILES['a.go'])
    expect(readTree(root)['b.go']).toBe('//go:build !windows\n\npackage p\n')
    const second = await record(root, ['y'])
    expect(readTree(root)['c.go']).toBe('// Package p is p.\npackage p\n')
    await expect(`${first}\n===== the next run\n${second}`).toMatchFileSnapshot(
      join(RECORDINGS, 'review.txt'),
    )
  }, 60_000)

  test('colours are there for a terminal, and gone with NO_COLOR', async () => {
    const root = temporaryTree(FILES)
    const command = [process.execPath, GOMEND, 'fix', '--verify', 'off']
    terminal = openTerminal(root, command)
    await terminal.screen(QUESTION)
    expect(terminal.colours()).toContain('\u001b[32m+//')
    terminal.close()
    terminal = openTerminal(temporaryTree(FILES), command, { NO_COLOR: '1' })
    await terminal.screen(QUESTION)
    expect(terminal.colours()).toContain('\n+//go:build (linux && amd64) || darwin')
  }, 60_000)

  test('e opens the editor at the line, and what was written there is compiled and asked again', async () => {
    const root = temporaryTree({ ...FILES, 'vi.sh': EDITOR })
    const command = [process.execPath, GOMEND, 'fix']
    terminal = openTerminal(root, command, { VISUAL: '', EDITOR: `sh "${root}/vi.sh" -n` })
    await terminal.screen(QUESTION)
    terminal.press('e')
    expect(await terminal.screen(/^edited: /)).toContain(
      'edited: -n +3 a.go //go:build (linux && amd64) || darwin',
    )
    terminal.press('Enter')
    const asked = await terminal.screen(QUESTION)
    expect(asked).toContain('fix: replace by `//go:build (linux && amd64) || darwin`, as edited by hand')
    expect(asked).toContain('+//go:build darwin || (linux && amd64)')
    terminal.press('y')
    await terminal.screen(QUESTION)
    terminal.press('q')
    await terminal.screen(/^exit \d$/)
    expect(readTree(root)['a.go']).toContain('\n\n//go:build darwin || (linux && amd64)\n\npackage p')
  }, 60_000)

  test('plain mode is lines of text', async () => {
    const root = temporaryTree(FILES)
    terminal = openTerminal(root, [process.execPath, GOMEND, 'fix', '--verify', 'off', '--plain'])
    await terminal.screen(/\? for help\)$/)
    for (const key of ['s', 'Enter']) terminal.press(key)
    await terminal.screen(/\? for help\)$/)
    for (const key of ['n', 'Enter']) terminal.press(key)
    expect(await terminal.screen(/^exit \d$/)).toContain('3 findings in 3 of 3 files: 2 fixed, 1 declined')
    expect(terminal.colours()).not.toContain('\u001b')
  }, 60_000)

  test('Ctrl-C changes nothing, and the next run goes on', async () => {
    const root = temporaryTree(FILES)
    terminal = openTerminal(root, [process.execPath, GOMEND, 'fix', '--verify', 'off'])
    await terminal.screen(QUESTION)
    terminal.press('y')
    await terminal.screen(QUESTION)
    terminal.press('C-c')
    const ended = await terminal.screen(/^exit \d$/)
    expect(ended).toContain('exit 2')
    expect(readTree(root)['a.go']).toBe(FILES['a.go'])
    terminal.close()
    terminal = openTerminal(root, [process.execPath, GOMEND, 'fix', '--verify', 'off'])
    const next = await terminal.screen(QUESTION)
    expect(next).toContain('going on with 1 answers of the review before')
    expect(next).toContain('b.go:1:1')
  }, 60_000)
})

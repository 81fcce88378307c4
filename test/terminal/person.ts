import { PassThrough } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import type { Keyboard } from '../../src/terminal/keys.ts'

// The question with nothing typed yet: redrawn with a saved cursor, or as a line.
const ASKED = { keys: /\? for help\) › $/, lines: /\? for help\) $/ }
const CONTROL_C = '\u0003'

/** A person who waits for each question and then types the next of `keys`, or Ctrl-C when none is left. */
export function person(keys: readonly string[], mode: Keyboard['mode'] = 'keys') {
  const input = new PassThrough()
  const output = new PassThrough()
  const left = [...keys]
  let seen = ''

  output.on('data', chunk => {
    seen += chunk
    if (!ASKED[mode].test(stripVTControlCharacters(`${chunk}`))) return
    const key = left.shift() ?? CONTROL_C
    setTimeout(() => input.write(mode === 'keys' ? key : `${key}\n`))
  })

  return {
    keyboard: { input, output, mode } satisfies Keyboard,
    /** Everything the person saw so far, without colours and cursor movements. */
    saw: () => stripVTControlCharacters(seen),
    left,
  }
}

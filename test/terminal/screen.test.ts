import { expect, test } from 'vitest'
import { screenOf } from '../../src/terminal/screen.ts'

const terminal = { isTTY: true, columns: 120 }
const red = '\u001b[31mx\u001b[39m'

test.each([
  ['a terminal', terminal, {}, red],
  ['a pipe', {}, {}, 'x'],
  ['a terminal with NO_COLOR', terminal, { NO_COLOR: '1' }, 'x'],
  ['a terminal with an empty NO_COLOR', terminal, { NO_COLOR: '' }, red],
  ['a pipe with FORCE_COLOR', {}, { FORCE_COLOR: '1' }, red],
  ['a pipe with NO_COLOR and FORCE_COLOR', {}, { NO_COLOR: '1', FORCE_COLOR: '1' }, 'x'],
  ['a dumb terminal', terminal, { TERM: 'dumb' }, 'x'],
])('colour on %s', (_, stream, environment, shown) => {
  expect(screenOf(stream, environment).paint.red('x')).toBe(shown)
})

test('plain mode has no colour and no edge', () => {
  const { paint, width } = screenOf(terminal, { FORCE_COLOR: '1' }, true)
  expect([paint.red('x'), width]).toEqual(['x', Number.POSITIVE_INFINITY])
})

test.each([
  ['of the terminal', terminal, {}, 120],
  ['of COLUMNS', terminal, { COLUMNS: '60' }, 60],
  ['of the terminal when COLUMNS is no number', terminal, { COLUMNS: 'wide' }, 120],
  ['80 when the terminal does not know', { isTTY: true }, {}, 80],
  ['20 at least', terminal, { COLUMNS: '3' }, 20],
  ['without end on a pipe', {}, {}, Number.POSITIVE_INFINITY],
])('the width is that %s', (_, stream, environment, width) => {
  expect(screenOf(stream, environment).width).toBe(width)
})

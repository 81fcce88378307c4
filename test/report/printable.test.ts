import { expect, test } from 'vitest'
import { printable, printableLine } from '../../src/report/printable.ts'

test.each([
  ['an escape sequence', '\u001b[31mred', '<U+001B>[31mred'],
  ['the one-byte form of it', '\u009b31m', '<U+009B>31m'],
  ['a bell and a backspace', 'a\u0007\b', 'a<U+0007><U+0008>'],
  ['a carriage return', 'safe\rrisk', 'safe<U+000D>risk'],
  ['text direction', 'a\u202eb\u2066c', 'a<U+202E>b<U+2066>c'],
  ['characters without width', 'a\u200bb\ufeff', 'a<U+200B>b<U+FEFF>'],
])('shows %s', (_, text, shown) => {
  expect(printable(text)).toBe(shown)
})

test('leaves letters, tabs and newlines alone', () => {
  expect(printable('\té漢😀\n')).toBe('\té漢😀\n')
})

test('shows tabs and newlines where text must stay on one line', () => {
  expect(printableLine('a\tb\nc')).toBe('a<U+0009>b<U+000A>c')
})

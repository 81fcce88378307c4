import { clearLine, cursorTo, moveCursor } from 'node:readline'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { progressOn } from '../../src/terminal/progress.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubEnv('CI', undefined)
  vi.stubEnv('TERM', 'xterm')
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

function stream(isTTY: boolean) {
  const pipe = new PassThrough()
  const output = Object.assign(pipe, {
    isTTY,
    cursorTo: (column: number) => cursorTo(pipe, column),
    clearLine: (direction: -1 | 0 | 1) => clearLine(pipe, direction),
    moveCursor: (columns: number, rows: number) => moveCursor(pipe, columns, rows),
  })
  return { output, written: () => `${output.read() ?? ''}` }
}

test('a long run on a terminal says what it is doing, and takes the line away', () => {
  const { output, written } = stream(true)
  const progress = progressOn(output, false)
  progress.update('reading files')
  progress.update('comparing')
  vi.advanceTimersByTime(1000)
  expect(written()).toContain('comparing')
  progress.stop()
  const after = written()
  vi.advanceTimersByTime(5000)
  expect([after.includes('comparing'), written()]).toEqual([false, ''])
})

test.each([
  ['a short run', true, false, 100],
  ['a pipe', false, false, 5000],
  ['plain mode', true, true, 5000],
])('%s is silent', (_, isTTY, plain, milliseconds) => {
  const { output, written } = stream(isTTY)
  const progress = progressOn(output, plain)
  progress.update('reading files')
  vi.advanceTimersByTime(milliseconds)
  progress.stop()
  expect(written()).toBe('')
})

import { expect, test } from 'vitest'
import { renderDiff } from '../../src/terminal/diff.ts'
import { screenOf } from '../../src/terminal/screen.ts'

const plain = screenOf({}, {}, true)
const coloured = screenOf({ isTTY: true, columns: 80 }, {})

test('a change is shown as a unified diff, tabs as four columns', () => {
  const change = { path: 'a.go', before: 'package a\n\n\tx := 1\n', after: 'package a\n\n\tx := 2\n' }
  expect(renderDiff(change, plain)).toBe(`--- a/a.go
+++ b/a.go
@@ -1,3 +1,3 @@
 package a
 
-    x := 1
+    x := 2
`)
})

test('equal texts show nothing', () => {
  expect(renderDiff({ path: 'a.go', before: 'a', after: 'a' }, plain)).toBe('')
})

test('removed lines are red, added ones green, and the changed words stand out', () => {
  const change = { path: 'a.go', before: 'count := header.Len\n', after: 'count := len(b)\n' }
  const lines = renderDiff(change, coloured).split('\n')
  const [red, green, changed, same] = ['\u001b[31m', '\u001b[32m', '\u001b[7m', '\u001b[27m']
  const plainly = '\u001b[39m'
  const [removed, added] = [
    `${red}-${plainly}${red}count := ${plainly}${red}${changed}header.Len${same}${plainly}`,
    `${green}+${plainly}${green}count := ${plainly}${green}${changed}len(b)${same}${plainly}`,
  ]
  expect([lines[3], lines[4]]).toEqual([removed, added])
})

test('Go is coloured as Go, also where a string goes over several lines', () => {
  const before = 'package a\n\nvar s = `one\nif two`\n\nvar n = 1\n'
  const lines = renderDiff({ path: 'a.go', before, after: before.replace('1', '2') }, coloured).split('\n')
  expect(lines.slice(4, 8)).toEqual([
    ' \u001b[33mif two`\u001b[39m',
    ' ',
    '\u001b[31m-\u001b[39m\u001b[35mvar\u001b[39m\u001b[31m n = \u001b[39m\u001b[31m\u001b[7m1\u001b[27m\u001b[39m',
    '\u001b[32m+\u001b[39m\u001b[35mvar\u001b[39m\u001b[32m n = \u001b[39m\u001b[32m\u001b[7m2\u001b[27m\u001b[39m',
  ])
})

test('the colours of other files, such as assembly, are those of the diff alone', () => {
  const lines = renderDiff({ path: 'a.s', before: 'var x\n', after: 'if x\n' }, coloured)
  expect(lines).not.toContain('\u001b[35m')
})

test('lines that have little in common are not compared word by word', () => {
  const change = { path: 'a.go', before: 'alpha(beta)\n', after: 'x := gamma[1]\n' }
  expect(renderDiff(change, coloured)).not.toContain('\u001b[7m')
})

test('a long line is broken to the width, wide characters counted', () => {
  const change = { path: 'a.go', before: 'x\n', after: `${'漢'.repeat(15)}\n` }
  const screen = screenOf({ isTTY: true, columns: 22 }, { NO_COLOR: '1' })
  expect(renderDiff(change, screen)).toContain(`+${'漢'.repeat(10)}\n+…${'漢'.repeat(5)}\n`)
})

test('escapes in the source are shown, not sent to the terminal', () => {
  const change = { path: 'a.go', before: 'x := "\u001b[2J"\n', after: 'y := "\u001b[2J\u202e"\n' }
  expect(renderDiff(change, plain)).toContain('+y := "<U+001B>[2J<U+202E>"\n')
})

test('carriage returns are shown only where lines differ in them', () => {
  const everywhere = { path: 'a.go', before: 'a\r\nb\r\n', after: 'a\r\nc\r\n' }
  const somewhere = { path: 'a.go', before: 'a\r\nb\r\n', after: 'a\r\nb\n' }
  expect(renderDiff(everywhere, plain)).toContain('\n-b\n+c\n')
  expect(renderDiff(somewhere, plain)).toContain('\n-b<U+000D>\n+b\n')
})

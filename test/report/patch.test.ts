import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { patchReport } from '../../src/report/patch.ts'
import type { TextChange } from '../../src/report/unified.ts'

let directory: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'gomend-patch-'))
  git('init', '--quiet')
})

afterEach(() => rmSync(directory, { recursive: true }))

test('an empty list of changes and a change of nothing make no patch', () => {
  expect(patchReport([])).toBe('')
  expect(patchReport([{ path: 'a.go', before: 'package a\n', after: 'package a\n' }])).toBe('')
})

test('a patch reads like one of git', () => {
  expect(patchReport([{ path: 'a.go', before: 'package a\n', after: 'package b' }])).toBe(
    `diff --git a/a.go b/a.go
--- a/a.go
+++ b/a.go
@@ -1,1 +1,1 @@
-package a
+package b
\\ No newline at end of file
`,
  )
})

const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}\n`).join('')

test.each<[string, TextChange]>([
  ['in the middle of a long file', change('a.go', lines(90), lines(90).replace('line 40\n', 'new\n'))],
  [
    'in several places',
    change('a.go', lines(90), lines(90).replace('line 2\n', '').replace('line 80', 'x\ny')),
  ],
  ['at the first line', change('a.go', lines(9), `new\n${lines(9)}`)],
  ['at the last line', change('a.go', lines(9), `${lines(9)}new\n`)],
  ['that empties a file', change('a.go', 'package a\n', '')],
  ['that fills an empty file', change('a.go', '', 'package a\n')],
  ['without a final newline', change('a.go', 'a\nb', 'a\nc')],
  ['that adds the final newline', change('a.go', 'a\nb', 'a\nb\n')],
  ['that drops the final newline', change('a.go', 'a\nb\n', 'a\nb')],
  ['before a last line without newline', change('a.go', 'a\nb\nc', 'x\nb\nc')],
  ['in a file with CRLF', change('a.go', 'a\r\nb\r\nc\r\n', 'a\r\nx\r\nc\r\n')],
  ['from CRLF to LF', change('a.go', 'a\r\nb\r\n', 'a\nb\n')],
  ['with a lone carriage return', change('a.go', 'a\rb\nc\n', 'a\rx\nc\n')],
  ['next to a lone carriage return', change('a.go', 'a\rb\nc\n', 'a\rb\nd\n')],
  ['below a byte order mark', change('a.go', '\uFEFFpackage a\n\nvar x\n', '\uFEFFpackage a\n\nvar y\n')],
  [
    'of the line with the byte order mark',
    change('a.go', '\uFEFF// +build x\npackage a\n', '\uFEFFpackage a\n'),
  ],
  ['with characters outside the basic plane', change('a.go', 'x := "é漢😀"\n', 'y := "é漢😀"\n')],
  [
    'with Unicode line separators',
    change('a.go', 'x := "\u2028\u0085\f\v"\ny\n', 'x := "\u2028\u0085\f\v"\nz\n'),
  ],
  ['in a path with a space', change('my dir/a b.go', 'a\n', 'b\n')],
  ['in a path that ends with a space', change('dir /a.go ', 'a\n', 'b\n')],
  ['in a path with quotes and a backslash', change('a"b\\c.go', 'a\n', 'b\n')],
  ['in a path with a tab and a newline', change('a\tb\nc.go', 'a\n', 'b\n')],
  ['in a path outside ASCII', change('é/漢😀.go', 'a\n', 'b\n')],
  ['in a path that looks like a patch', change('b/a.go b/b/a.go', 'a\n', 'b\n')],
  [
    'in lines that look like a patch',
    change('a.go', '-- a\n++ b\n@@ -1 +1 @@\n', '-- x\n++ y\n@@ -1 +1 @@\n'),
  ],
])('git applies a change %s', (_, textChange) => {
  expectApplied([textChange])
})

test('git applies a patch of several files', () => {
  expectApplied([
    change('a/one.go', lines(20), lines(20).replace('line 4', 'four')),
    change('b.go', 'x', 'y'),
    change('c d.go', 'x\n', 'y\n'),
  ])
})

function change(path: string, before: string, after: string): TextChange {
  return { path, before, after }
}

function expectApplied(changes: readonly TextChange[]): void {
  for (const { path, before } of changes) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), before)
  }
  const patch = patchReport(changes)
  git('apply', '--check', '-', patch)
  git('apply', '-', patch)
  for (const { path, after } of changes) expect(readFileSync(join(directory, path)).toString()).toBe(after)
}

/** Runs git in the directory; an argument after `-` is its input. */
function git(...parameters: string[]): void {
  const dash = parameters.indexOf('-')
  const input = dash === -1 ? '' : parameters[dash + 1]
  const shown = dash === -1 ? parameters : parameters.slice(0, dash + 1)
  execFileSync('git', shown, { cwd: directory, input, stdio: ['pipe', 'pipe', 'pipe'] })
}

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Outcome, RunResult } from '../engine/types.ts'
import { packageRoot } from '../package-root.ts'
import { type Original, originalOf } from './original.ts'
import { previewFix } from './preview.ts'
import { printable, printableLine } from './printable.ts'
import { recordOf } from './record.ts'
import { totals } from './text.ts'
import { hunksOf, type TextChange } from './unified.ts'

const ASSETS = new URL('assets/', packageRoot)

/**
 * One HTML file with everything in it: diffs side by side, filters, and marks that download as an answers file.
 * It loads nothing and runs no script but its own, whatever the findings contain.
 */
export function htmlReport(result: RunResult): string {
  const data = JSON.stringify(pageData(result)).replaceAll('<', '\\u003c')
  const library = bundle('js/diff2html.min.js')
  const script = asset('report.js')
  const style = `${bundle('css/diff2html.min.css')}\n${asset('report.css')}`
  const policy = `default-src 'none'; script-src ${hash(library)} ${hash(script)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'`

  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>gomend report</title>
<style>${style}</style>
</head>
<body>
<header><h1>gomend</h1><p id="totals"></p></header>
<noscript><p>This report needs JavaScript. It loads nothing from elsewhere. \`--format markdown\` writes one without.</p></noscript>
<nav id="filters" aria-label="Filters"></nav>
<main id="findings"></main>
<footer id="footer"></footer>
<script type="application/json" id="data">${data}</script>
<script>${library}</script>
<script>${script}</script>
</body>
</html>
`
}

function pageData(result: RunResult) {
  const original = originalOf(result)
  const findings = result.outcomes.map(outcome => finding(outcome, original))
  const identity = findings.map(({ fingerprint, status }) => `${fingerprint} ${status}`).join('\n')
  return {
    // Marks are kept by the browser for as long as the findings are the same.
    id: createHash('sha256').update(identity).digest('hex').slice(0, 16),
    totals: totals(result),
    findings,
    problems: result.problems.map(({ path, message }) => ({
      path: printableLine(path),
      message: printable(message),
    })),
    notes: result.notes.map(printable),
  }
}

function finding(outcome: Outcome, original: Original) {
  const { reason, ...record } = recordOf(outcome)
  const found = original.fixOf(outcome)
  const paths = new Set(found?.fix.edits.map(edit => edit.path))
  const sources = new Map(
    [...paths].map(path => [path, { path, text: original.textOf(path) ?? '' }] as const),
  )
  return {
    ...record,
    path: printableLine(record.path),
    package: printableLine(record.package),
    message: printable(record.message),
    ...(record.compiled && {
      compiled: {
        platforms: record.compiled.platforms.map(printable),
        unverifiedOn: record.compiled.unverifiedOn.map(printable),
        cautions: record.compiled.cautions.map(printable),
      },
    }),
    ...(reason && reason !== record.fix?.caution && { reason: printable(reason) }),
    ...(record.fix && {
      fix: {
        ...record.fix,
        title: printable(record.fix.title),
        proof: record.fix.proof.map(printable),
        ...(record.fix.caution && { caution: printable(record.fix.caution) }),
      },
    }),
    line: outcome.position.line,
    diffs: found ? previewFix(found, sources).map(fileDiff) : [],
  }
}

/** The name in the diff is for the library only; the page shows the path itself. */
function fileDiff(change: TextChange): { path: string; diff: string } {
  const hunks = hunksOf(change).map(({ oldStart, oldLines, newStart, newLines, lines }) =>
    [
      `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
      ...lines.map(line => printable(withoutReturn(line))),
    ].join('\n'),
  )
  return { path: printableLine(change.path), diff: ['--- a/file', '+++ b/file', ...hunks, ''].join('\n') }
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}

/** As it stands in the page: nothing in it may end the element it is in. */
function asset(name: string): string {
  return inert(readFileSync(new URL(name, ASSETS), 'utf8'))
}

function bundle(name: string): string {
  return inert(readFileSync(createRequire(import.meta.url).resolve(`diff2html/bundles/${name}`), 'utf8'))
}

function inert(text: string): string {
  return text.replace(/<\/(?=script|style)/gi, '<\\/').replaceAll('<!--', '\\x3C!--')
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

import { positionsIn } from '../engine/position.ts'
import type { FoundFix, SourceText, Verdict } from '../engine/types.ts'
import { previewFix } from '../report/preview.ts'
import { printable, printableLine } from '../report/printable.ts'
import type { Paint } from './colour.ts'
import { renderDiff } from './diff.ts'
import { type AnswerKey, covers } from './interview.ts'
import type { Screen } from './screen.ts'
import { wrapWords } from './wrap.ts'

/** More of what the compiler says would push the change out of sight. */
const LINES_OF_OUTPUT = 8

/** Everything a person needs to decide on one fix: place, reason, what is proven, the change. Ends with a newline. */
export function renderQuestion(
  change: FoundFix,
  verdict: Verdict | undefined,
  count: { readonly number: number; readonly total: number },
  sources: ReadonlyMap<string, SourceText>,
  screen: Screen,
): string {
  const { paint } = screen
  const { fix, at } = change
  const { line, column } = positionsIn(sources.get(at.path)?.text ?? '')(at.startIndex)
  const place = `${printableLine(at.path)}:${line}:${column}`
  const safety =
    fix.safety === 'safe'
      ? paint.green('safe: the behaviour stays the same')
      : `${paint.yellow('needs review:')} ${printable(fix.caution)}`

  const words = [
    '',
    `${paint.bold(place)}  ${paint.cyan(change.transform)}  ${paint.dim(`${count.number} of ${count.total}`)}`,
    printable(change.message),
    `${paint.bold('fix:')} ${printable(fix.title)}`,
    safety,
    ...fix.proof.map(line => `  - ${printable(line)}`),
    ...compileStatus(verdict, paint),
  ].map(row => `${wrapWords(row, screen.width, '    ')}\n`)
  return [...words, ...previewFix(change, sources).map(preview => renderDiff(preview, screen))].join('')
}

/** What the compiler makes of the fix, a line each. */
function compileStatus(verdict: Verdict | undefined, paint: Paint): string[] {
  switch (verdict?.status) {
    case undefined:
      return [paint.yellow('not compiled: --verify is off')]
    case 'verified':
      return [
        paint.green(`compiles on ${verdict.platforms.join(', ')}`),
        ...verdict.unverifiedOn.map(line => paint.yellow(`not compiled on ${printable(line)}`)),
        ...verdict.cautions.map(line => paint.yellow(printable(line))),
      ]
    case 'unverified':
      return [`${paint.yellow('not compiled:')} ${printable(verdict.reason)}`]
    case 'broken': {
      const lines = printable(verdict.output.trimEnd()).split('\n')
      const rest = lines.length - LINES_OF_OUTPUT
      return [
        paint.red('does not compile:'),
        ...lines.slice(0, LINES_OF_OUTPUT).map(line => `  ${line}`),
        ...(rest > 0 ? [`  and ${rest} more lines`] : []),
      ]
    }
  }
}

/** Explains the keys, each with the number of open fixes that it answers. */
export function renderHelp(change: FoundFix, open: readonly FoundFix[], screen: Screen): string {
  const answered = (key: AnswerKey) => open.filter(other => covers(key, change, other))
  const counted = (key: AnswerKey) => {
    const review = answered(key).filter(({ fix }) => fix.safety === 'review').length
    return `${answered(key).length}${review ? `, ${review} to review` : ''}`
  }
  const others = (change.others ?? []).map(({ fix }) => printableLine(fix.title)).join('; ')
  const other = others && `\no  show another fix for this place, to be answered in its stead: ${others}`
  const rows = `
y  apply this fix
n  leave this place as it is
a  apply this and all other open fixes of ${change.transform} (${counted('a')})
d  decline this and all other open fixes of ${change.transform} (${counted('d')})
f  apply this and all other open fixes that start in ${printableLine(change.at.path)} (${counted('f')})
s  apply all open fixes that are safe (${counted('s')})
e  edit this change in $VISUAL or $EDITOR; what you make of it is compiled, and asked again${other}
b  go back: undo the last answer
q  stop asking; the answers so far count, the other places stay as they are
?  show this help`.split('\n')
  return rows.map(row => `${wrapWords(row, screen.width, '   ')}\n`).join('')
}

import { positionsIn } from '../engine/position.ts'
import type { FoundFix, SourceText } from '../engine/types.ts'
import { previewFix } from '../report/preview.ts'
import { printable, printableLine } from '../report/printable.ts'
import { renderDiff } from './diff.ts'
import { type AnswerKey, covers } from './interview.ts'
import type { Screen } from './screen.ts'
import { wrapWords } from './wrap.ts'

/** Everything a person needs to decide on one fix: place, reason, what is proven, the change. Ends with a newline. */
export function renderQuestion(
  change: FoundFix,
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
  ].map(row => `${wrapWords(row, screen.width, '    ')}\n`)
  return [...words, ...previewFix(change, sources).map(preview => renderDiff(preview, screen))].join('')
}

/** Explains the keys, each with the number of open fixes that it answers. */
export function renderHelp(change: FoundFix, open: readonly FoundFix[], screen: Screen): string {
  const answered = (key: AnswerKey) => open.filter(other => covers({ key, change }, other))
  const counted = (key: AnswerKey) => {
    const review = answered(key).filter(({ fix }) => fix.safety === 'review').length
    return `${answered(key).length}${review ? `, ${review} to review` : ''}`
  }
  const rows = `
y  apply this fix
n  leave this place as it is
a  apply this and all other open fixes of ${change.transform} (${counted('a')})
d  decline this and all other open fixes of ${change.transform} (${counted('d')})
f  apply this and all other open fixes that start in ${printableLine(change.at.path)} (${counted('f')})
s  apply all open fixes that are safe (${counted('s')})
b  go back: undo the last answer
q  stop asking; the answers so far count, the other places stay as they are
?  show this help`.split('\n')
  return rows.map(row => `${wrapWords(row, screen.width, '   ')}\n`).join('')
}

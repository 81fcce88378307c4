import { compareTruth } from '../../go/constraint/compare.ts'
import type { Expression } from '../../go/constraint/expression.ts'
import { goBuildConstraint, plusBuildConstraint } from '../../go/constraint/file-constraint.ts'
import { type Header, type IgnoredLine, scanHeader } from '../../go/constraint/header.ts'
import { printExpression } from '../../go/constraint/print.ts'
import type { GoFile } from '../../go/file.ts'
import type { Edit, Finding, Fix } from '../../transform.ts'
import { count, sameLines, spanOf } from './header-lines.ts'
import { keepsPlusBuild } from './keeps-plus-build.ts'
import { applyEdit } from './place-constraint.ts'

/** Lines of one file that follow each other directly. */
type Run = readonly [IgnoredLine, ...IgnoredLine[]]

/** The findings on `+build` lines before the first code that no Go release obeys: one for each run of lines. */
export function* uselessLines(file: GoFile, header: Header): Iterable<Finding> {
  for (const run of runsOf(file.text, header.ignored)) yield uselessRun(file, header, run)
}

function uselessRun(file: GoFile, header: Header, run: Run): Finding {
  const at = spanOf(file, run)
  const because = run[0].because
  const message = `${count(run, '`// +build` line')} that Go ignores: ${because}`
  if (because === 'inside a block comment')
    return {
      at,
      message,
      refusal: 'it is text of a comment; delete it by hand if it was meant as a constraint',
    }

  const obeyed = goBuildConstraint(header) ?? plusBuildConstraint(header)
  if (obeyed?.error !== undefined)
    return {
      at,
      message,
      refusal: `the constraint that counts cannot be read: ${obeyed.error}; correct it first`,
    }

  const said = plusBuildConstraint({ ...header, plusBuild: run })?.expression
  const isRepeated = said && obeyed && compareTruth(said, obeyed.expression) === 'equal'
  if (isRepeated && header.plusBuild.length === 0 && keepsPlusBuild(file))
    return { at, message, refusal: `Go 1.16 and older need it where they see it; ${placement(because)}` }

  const edit = removal(file, run)
  if (changesOtherLines(file, header, run, edit))
    return { at, message, refusal: 'without it, other lines would start or stop to count' }

  const title = `remove the ${run.length === 1 ? 'line' : 'lines'}`
  const content = { title, edits: [edit] as const, proof: [proof(obeyed?.expression)] }
  const fix: Fix = isRepeated
    ? { ...content, safety: 'safe' }
    : { ...content, safety: 'review', caution: caution(said, obeyed?.expression) }
  return { at, message, fix }
}

function runsOf(text: string, lines: readonly IgnoredLine[]): readonly Run[] {
  const runs: [IgnoredLine, ...IgnoredLine[]][] = []
  for (const line of lines) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last?.because === line.because && nextLineIndex(text, last.endIndex) === line.startIndex)
      run.push(line)
    else runs.push([line])
  }
  return runs
}

function nextLineIndex(text: string, index: number): number {
  return text.indexOf('\n', index) + 1 || text.length
}

const ENDS_BLANK = /(?:^\uFEFF?|\n[ \t\r]*\n)$/
const STARTS_BLANK = /^[ \t\r]*\n/

/** Removes whole lines, and with them one of the two blank lines between which they stand. */
function removal({ path, text }: GoFile, run: Run): Edit {
  const { startIndex, endIndex } = spanOf({ path }, run)
  const next = nextLineIndex(text, endIndex)
  const isAfterBlank = ENDS_BLANK.test(text.slice(0, startIndex))
  const blank = isAfterBlank ? (STARTS_BLANK.exec(text.slice(next))?.[0] ?? '') : ''
  return { path, startIndex, endIndex: next + blank.length, newText: '' }
}

/** Reads the result as go/build would: every other line has to count, or not, as before. */
function changesOtherLines(file: GoFile, header: Header, run: Run, edit: Edit): boolean {
  const after = scanHeader(applyEdit(file.text, edit), file.kind)
  const others = header.ignored.filter(line => !run.includes(line))
  return !(
    sameLines(after.goBuild, header.goBuild) &&
    sameLines(after.plusBuild, header.plusBuild) &&
    sameLines(after.ignored, others)
  )
}

function placement(because: IgnoredLine['because']): string {
  return because === 'after a block comment'
    ? 'move the constraints above the block comment, with a blank line after them'
    : 'put a blank line after it'
}

function proof(obeyed: Expression | undefined): string {
  return obeyed
    ? `Go obeys \`${printExpression(obeyed)}\` before and after`
    : 'Go finds no constraint in the file before and after'
}

function caution(said: Expression | undefined, obeyed: Expression | undefined): string {
  const meant = said
    ? `it says \`${printExpression(said)}\`, which may have been meant to count`
    : 'it may have been meant to count'
  return `${meant}; Go ${obeyed ? `obeys \`${printExpression(obeyed)}\`` : 'builds the file without it'}`
}

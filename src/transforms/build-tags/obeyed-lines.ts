import { compareTruth } from '../../go/constraint/compare.ts'
import { type Expression, tagsOf } from '../../go/constraint/expression.ts'
import { goBuildConstraint, plusBuildConstraint } from '../../go/constraint/file-constraint.ts'
import { languageChange } from '../../go/constraint/go-version.ts'
import { type Header, scanHeader } from '../../go/constraint/header.ts'
import { plusBuildText } from '../../go/constraint/line.ts'
import { malformedTerms } from '../../go/constraint/parse-plus-build.ts'
import { plusBuildLines } from '../../go/constraint/plus-build-lines.ts'
import { printExpression } from '../../go/constraint/print.ts'
import type { GoFile } from '../../go/file.ts'
import type { Edit, Finding, Fix } from '../../transform.ts'
import { count, sameLines, spanOf } from './header-lines.ts'
import { keepsPlusBuild, moduleVersion } from './keeps-plus-build.ts'
import { applyEdit, placeConstraint } from './place-constraint.ts'

/** The finding on the `+build` lines that Go obeys, or would obey without a `//go:build` line. */
export function* obeyedLines(file: GoFile, header: Header): Iterable<Finding> {
  const plusBuild = plusBuildConstraint(header)
  if (!plusBuild) return
  const at = spanOf(file, header.plusBuild)
  const lines = count(header.plusBuild, '`// +build` line')

  if (!plusBuild.expression) {
    const message = `${lines} with too many operators`
    const refusal = 'Go 1.17 and later skip it, Go 1.16 and older obey it; write a `//go:build` line by hand'
    yield { at, message, refusal }
    return
  }
  const goBuild = goBuildConstraint(header)
  if (!goBuild) {
    yield withoutGoBuild(file, header, plusBuild.expression)
    return
  }
  if (!goBuild.expression) {
    const message = `${lines} beside \`//go:build\` that Go rejects`
    yield { at, message, refusal: `${goBuild.error}; correct \`//go:build\` first` }
    return
  }
  const comparison = compareTruth(goBuild.expression, plusBuild.expression)
  if (comparison === 'equal') {
    if (!keepsPlusBuild(file)) yield besideGoBuild(file, header, goBuild.expression)
    return
  }
  const isDifferent = comparison === 'different'
  yield {
    at,
    message: `${lines} ${isDifferent ? 'in disagreement with' : 'beside'} \`//go:build\``,
    refusal: isDifferent
      ? disagreement(goBuild.expression, plusBuild.expression)
      : 'too complex to prove that both say the same; compare them by hand',
  }
}

function besideGoBuild(file: GoFile, header: Header, expression: Expression): Finding {
  const message = `${count(header.plusBuild, '`// +build` line')} beside \`//go:build\``
  const title = `remove the ${header.plusBuild.length === 1 ? 'line' : 'lines'}: \`//go:build\` says the same`
  return fixed(file, header, { message, title, expression, cautions: [] })
}

function withoutGoBuild(file: GoFile, header: Header, expression: Expression): Finding {
  const message = `${count(header.plusBuild, '`// +build` line')} without \`//go:build\``
  const line = `\`//go:build ${printExpression(expression)}\``
  const title = keepsPlusBuild(file) ? `add ${line}` : `replace by ${line}`

  const cautions: string[] = []
  const malformed = header.plusBuild.flatMap(({ text }) => malformedTerms(plusBuildText(text) ?? ''))
  if (malformed.length > 0)
    cautions.push(`${quoted(malformed)} is no build tag; Go reads \`ignore\` in its place`)
  const version = file.kind === 'go' && languageChange(file.module && moduleVersion(file), expression)
  if (version)
    cautions.push(
      `\`//go:build\` also makes ${version} the language version of the file, which \`// +build\` does not do`,
    )
  if (IS_C_HEADER.test(file.path))
    cautions.push(
      'an assembly file that includes it would no longer assemble: `//go:build` is an error after the first code',
    )
  return fixed(file, header, { message, title, expression, cautions })
}

// What the assembler includes is lexed with what includes it (nextToken in cmd/asm/internal/asm).
const IS_C_HEADER = /\.(h|hh|hpp|hxx)$/

interface Rewrite {
  readonly message: string
  readonly title: string
  readonly expression: Expression
  readonly cautions: readonly string[]
}

function fixed(file: GoFile, header: Header, { message, title, expression, cautions }: Rewrite): Finding {
  const at = spanOf(file, header.plusBuild)
  const plusLines = keepsPlusBuild(file) ? (plusBuildLines(expression) ?? []) : []
  const block = [`//go:build ${printExpression(expression)}`, ...plusLines]
  const edit = placeConstraint(file, header, block)
  const problem = provenSame(file, header, expression, edit)
  if (problem) return { at, message, refusal: problem }

  const content = { title, edits: [edit] as const, proof: proof(file, expression) }
  const fix: Fix =
    cautions.length === 0
      ? { ...content, safety: 'safe' }
      : { ...content, safety: 'review', caution: cautions.join('; ') }
  return { at, message, fix }
}

/** Reads the result as go/build would; says what is wrong with it, and nothing when all is as before. */
function provenSame(file: GoFile, header: Header, expression: Expression, edit: Edit): string | undefined {
  const after = scanHeader(applyEdit(file.text, edit), file.kind)
  const goBuild = goBuildConstraint(after)
  if (!goBuild?.expression) return `no \`//go:build\` line can say this: ${goBuild?.error}`
  if (compareTruth(goBuild.expression, expression) !== 'equal')
    return 'the result could not be proven to select the same files'

  const plusBuild = plusBuildConstraint(after)
  const isKept = plusBuild?.expression && compareTruth(plusBuild.expression, expression) === 'equal'
  if (keepsPlusBuild(file) ? !isKept : plusBuild)
    return 'the `// +build` lines could not be proven to say the same as before'
  if (!sameLines(after.ignored, header.ignored))
    return 'the edit would change which other `// +build` lines count'
  return undefined
}

function proof(file: GoFile, expression: Expression): readonly string[] {
  const tags = tagsOf(expression).length
  const same = `both forms have the same truth table over ${tags === 1 ? 'their one tag' : `their ${tags} tags`}`
  if (!file.module) return [same, 'the file is in no module, so `// +build` stays for Go 1.16 and older']
  return [
    same,
    keepsPlusBuild(file)
      ? `the module is for Go ${moduleVersion(file)}, so \`// +build\` stays for Go 1.16 and older`
      : `the module is for Go ${moduleVersion(file)}, and Go reads \`//go:build\` since 1.17`,
  ]
}

function disagreement(goBuild: Expression, plusBuild: Expression): string {
  return (
    `Go 1.17 and later build the file for \`${printExpression(goBuild)}\` as \`//go:build\` says, ` +
    `Go 1.16 and older for \`${printExpression(plusBuild)}\` as \`// +build\` says; make both say what is meant`
  )
}

function quoted(terms: readonly string[]): string {
  return [...new Set(terms)].map(term => `\`${term}\``).join(', ')
}

import { and, type Expression, not, or, tag } from './expression.ts'
import type { Parsed } from './parse-go-build.ts'
import { fields } from './space.ts'

/** More operators than this and Go ignores the line (parsePlusBuildExpr in go/build/constraint). */
const MAX_OPERATORS = 100

const TAG = /^[\p{L}\p{Nd}_.]+$/u

/**
 * Parses what follows `+build`: spaces are OR, commas AND. A term that is no tag becomes `ignore`,
 * as in Go, and so does an empty line. The only error is a line with too many operators.
 */
export function parsePlusBuild(text: string): Parsed {
  const options = fields(text).map(option => option.split(',').map(parseTerm))
  const operators = options.flat().length - 1
  if (operators > MAX_OPERATORS) return { error: 'expression too complex for // +build lines', offset: 0 }
  if (options.length === 0) return { expression: tag('ignore') }
  return { expression: options.map(terms => terms.reduce(and)).reduce(or) }
}

/** The terms on a `+build` line that Go cannot read as a tag and takes for `ignore`. */
export function malformedTerms(text: string): readonly string[] {
  return fields(text)
    .flatMap(option => option.split(','))
    .filter(term => !TAG.test(withoutNegation(term)))
}

function parseTerm(term: string): Expression {
  if (term.startsWith('!!') || term === '!') return tag('ignore')
  const name = withoutNegation(term)
  const parsed = tag(TAG.test(name) ? name : 'ignore')
  return term.startsWith('!') ? not(parsed) : parsed
}

function withoutNegation(term: string): string {
  return term.startsWith('!') ? term.slice(1) : term
}

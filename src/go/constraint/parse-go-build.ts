import { and, type Expression, not, or, tag } from './expression.ts'

/** More terms than this and Go refuses the line (maxSize in go/build/constraint). */
export const MAX_TERMS = 1000

/** Constraint text that Go does not accept; `offset` counts UTF-16 code units from its start. */
export interface ConstraintError {
  readonly expression?: never
  readonly error: string
  readonly offset: number
}

export type Parsed =
  | { readonly expression: Expression; readonly error?: never; readonly offset?: never }
  | ConstraintError

class ConstraintSyntaxError extends Error {
  readonly offset: number

  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

interface Token {
  /** `''` at the end of the text. */
  readonly text: string
  readonly offset: number
  readonly isTag: boolean
}

/** Parses what follows `//go:build`; the errors are worded as in go/build/constraint. */
export function parseGoBuild(text: string): Parsed {
  try {
    return { expression: parse(text) }
  } catch (error) {
    if (!(error instanceof ConstraintSyntaxError)) throw error
    return { error: error.message, offset: error.offset }
  }
}

function parse(text: string): Expression {
  let token: Token = { text: '', offset: 0, isTag: false }
  let terms = 0

  const expression = parseOr()
  if (token.text !== '') throw new ConstraintSyntaxError(`unexpected token ${token.text}`, token.offset)
  return expression

  // On entry to parseOr, parseAnd and parseNot the next token is unread; on exit it is in `token`.
  function parseOr(): Expression {
    let expression = parseAnd()
    while (token.text === '||') expression = or(expression, parseAnd())
    return expression
  }

  function parseAnd(): Expression {
    let expression = parseNot()
    while (token.text === '&&') expression = and(expression, parseNot())
    return expression
  }

  function parseNot(): Expression {
    if (++terms > MAX_TERMS) throw new ConstraintSyntaxError('build expression too large', token.offset)
    advance()
    if (token.text !== '!') return parseAtom()
    advance()
    if (token.text === '!') throw new ConstraintSyntaxError('double negation not allowed', token.offset)
    return not(parseAtom())
  }

  function parseAtom(): Expression {
    if (token.text === '(') return parseParenthesized(token.offset)
    if (token.text === '') throw new ConstraintSyntaxError('unexpected end of expression', token.offset)
    if (!token.isTag) throw new ConstraintSyntaxError(`unexpected token ${token.text}`, token.offset)
    const name = token.text
    advance()
    return tag(name)
  }

  function parseParenthesized(open: number): Expression {
    let expression: Expression
    try {
      expression = parseOr()
    } catch (error) {
      if (!(error instanceof ConstraintSyntaxError) || error.message !== 'unexpected end of expression')
        throw error
      throw new ConstraintSyntaxError('missing close paren', error.offset)
    }
    if (token.text !== ')') throw new ConstraintSyntaxError('missing close paren', open)
    advance()
    return expression
  }

  function advance(): void {
    token = nextToken(text, token.offset + token.text.length)
  }
}

const BLANKS = /[ \t]*/y
const OPERATOR = /[()!]|&&|\|\|/y
const TAG = /[\p{L}\p{Nd}_.]+/uy

function nextToken(text: string, from: number): Token {
  const offset = from + matchAt(BLANKS, text, from).length
  if (offset === text.length) return { text: '', offset, isTag: false }

  const operator = matchAt(OPERATOR, text, offset)
  if (operator !== '') return { text: operator, offset, isTag: false }

  const name = matchAt(TAG, text, offset)
  if (name !== '') return { text: name, offset, isTag: true }

  throw new ConstraintSyntaxError(
    `invalid syntax at ${String.fromCodePoint(text.codePointAt(offset) ?? 0)}`,
    offset,
  )
}

function matchAt(pattern: RegExp, text: string, offset: number): string {
  pattern.lastIndex = offset
  return pattern.exec(text)?.[0] ?? ''
}

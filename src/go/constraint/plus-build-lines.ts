import type { Expression } from './expression.ts'
import { negationsAtTags } from './negate.ts'
import { printExpression } from './print.ts'

/**
 * The `// +build` lines that gofmt writes beside a `//go:build` line with this expression;
 * undefined when it is too complex for them (PlusBuildLines in go/build/constraint).
 */
export function plusBuildLines(expression: Expression): readonly string[] | undefined {
  const lines = split('and', negationsAtTags(expression)).map(line =>
    split('or', line).map(option => split('and', option)),
  )
  if (lines.flat(2).some(term => term.kind === 'and' || term.kind === 'or')) return undefined

  // Without any OR, one line with commas says it all.
  const joined = lines.every(options => options.length === 1) ? [[lines.flat(2)]] : lines
  return joined.map(
    options => `// +build ${options.map(terms => terms.map(printExpression).join(',')).join(' ')}`,
  )
}

/** The operands of the operators of one kind at the top of an expression. */
function split(kind: 'and' | 'or', expression: Expression): readonly Expression[] {
  if (expression.kind !== kind) return [expression]
  return [...split(kind, expression.left), ...split(kind, expression.right)]
}

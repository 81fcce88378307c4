import type { Expression } from './expression.ts'

/** The text of an expression as Go prints it after `//go:build`. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'tag':
      return expression.name
    case 'not':
      return `!${inParentheses(expression.operand, ['and', 'or'])}`
    case 'and':
      return `${inParentheses(expression.left, ['or'])} && ${inParentheses(expression.right, ['or'])}`
    case 'or':
      return `${inParentheses(expression.left, ['and'])} || ${inParentheses(expression.right, ['and'])}`
  }
}

function inParentheses(expression: Expression, kinds: readonly Expression['kind'][]): string {
  const text = printExpression(expression)
  return kinds.includes(expression.kind) ? `(${text})` : text
}

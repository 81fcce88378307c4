import { and, type Expression, not, or } from './expression.ts'

/** The negation of an expression, with every `!` directly before a tag. */
export function negate(expression: Expression): Expression {
  switch (expression.kind) {
    case 'tag':
      return not(expression)
    case 'not':
      return negationsAtTags(expression.operand)
    case 'and':
      return or(negate(expression.left), negate(expression.right))
    case 'or':
      return and(negate(expression.left), negate(expression.right))
  }
}

/** An equal expression with every `!` directly before a tag. */
export function negationsAtTags(expression: Expression): Expression {
  switch (expression.kind) {
    case 'tag':
      return expression
    case 'not':
      return negate(expression.operand)
    case 'and':
      return and(negationsAtTags(expression.left), negationsAtTags(expression.right))
    case 'or':
      return or(negationsAtTags(expression.left), negationsAtTags(expression.right))
  }
}

/** A build constraint, as the tree that go/build/constraint would make of it. */
export type Expression = Tag | Not | And | Or

interface Tag {
  readonly kind: 'tag'
  readonly name: string
}

interface Not {
  readonly kind: 'not'
  readonly operand: Expression
}

interface And {
  readonly kind: 'and'
  readonly left: Expression
  readonly right: Expression
}

interface Or {
  readonly kind: 'or'
  readonly left: Expression
  readonly right: Expression
}

export function tag(name: string): Expression {
  return { kind: 'tag', name }
}

export function not(operand: Expression): Expression {
  return { kind: 'not', operand }
}

export function and(left: Expression, right: Expression): Expression {
  return { kind: 'and', left, right }
}

export function or(left: Expression, right: Expression): Expression {
  return { kind: 'or', left, right }
}

/** Whether the expression holds when exactly the tags hold for which `isTrue` says so. */
export function evaluate(expression: Expression, isTrue: (tag: string) => boolean): boolean {
  switch (expression.kind) {
    case 'tag':
      return isTrue(expression.name)
    case 'not':
      return !evaluate(expression.operand, isTrue)
    case 'and':
      return evaluate(expression.left, isTrue) && evaluate(expression.right, isTrue)
    case 'or':
      return evaluate(expression.left, isTrue) || evaluate(expression.right, isTrue)
  }
}

/** The different tags of an expression, in order of first appearance. */
export function tagsOf(expression: Expression): readonly string[] {
  const names = new Set<string>()
  collect(expression)
  return [...names]

  function collect(part: Expression): void {
    if (part.kind === 'tag') names.add(part.name)
    else if (part.kind === 'not') collect(part.operand)
    else {
      collect(part.left)
      collect(part.right)
    }
  }
}

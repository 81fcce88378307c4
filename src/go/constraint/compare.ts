import type { Expression } from './expression.ts'

/** Beyond this many nodes of a decision diagram the answer is `unknown`. */
const MAX_NODES = 100_000

const FALSE = 0
const TRUE = 1

class TooLarge extends Error {}

/**
 * Whether two expressions have the same truth table over all combinations of their tags.
 * Tags count as independent: that `android` implies `linux` is not taken into account.
 */
export function compareTruth(left: Expression, right: Expression): 'equal' | 'different' | 'unknown' {
  const diagram = makeDiagram()
  try {
    // Reduced ordered decision diagrams in one table: equal functions are one and the same node.
    return diagram.nodeOf(left) === diagram.nodeOf(right) ? 'equal' : 'different'
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error
    return 'unknown'
  }
}

interface Node {
  /** Position of the tag in the order of first appearance. */
  readonly level: number
  readonly low: number
  readonly high: number
}

function makeDiagram(): { nodeOf(expression: Expression): number } {
  const levels = new Map<string, number>()
  const terminal = { level: Number.POSITIVE_INFINITY, low: 0, high: 0 }
  const nodes: Node[] = [terminal, terminal]
  const unique = new Map<string, number>()
  const chosen = new Map<string, number>()
  return { nodeOf }

  function nodeOf(expression: Expression): number {
    switch (expression.kind) {
      case 'tag':
        return node(levelOf(expression.name), FALSE, TRUE)
      case 'not':
        return choose(nodeOf(expression.operand), FALSE, TRUE)
      case 'and':
        return choose(nodeOf(expression.left), nodeOf(expression.right), FALSE)
      case 'or':
        return choose(nodeOf(expression.left), TRUE, nodeOf(expression.right))
    }
  }

  function levelOf(name: string): number {
    const level = levels.get(name) ?? levels.size
    levels.set(name, level)
    return level
  }

  /** The node of `condition ? yes : no`. */
  function choose(condition: number, yes: number, no: number): number {
    if (condition === TRUE || yes === no) return yes
    if (condition === FALSE) return no
    if (yes === TRUE && no === FALSE) return condition

    const key = `${condition} ${yes} ${no}`
    const known = chosen.get(key)
    if (known !== undefined) return known

    const level = Math.min(...[condition, yes, no].map(id => at(id).level))
    const [low, high] = (['low', 'high'] as const).map(side =>
      choose(branch(condition, level, side), branch(yes, level, side), branch(no, level, side)),
    ) as [number, number]
    const result = node(level, low, high)
    chosen.set(key, result)
    return result
  }

  function branch(id: number, level: number, side: 'low' | 'high'): number {
    const { [side]: next, level: own } = at(id)
    return own === level ? next : id
  }

  function node(level: number, low: number, high: number): number {
    if (low === high) return low
    const key = `${level} ${low} ${high}`
    const known = unique.get(key)
    if (known !== undefined) return known
    if (nodes.length >= MAX_NODES) throw new TooLarge()
    unique.set(key, nodes.length)
    return nodes.push({ level, low, high }) - 1
  }

  function at(id: number): Node {
    return nodes[id] ?? terminal
  }
}

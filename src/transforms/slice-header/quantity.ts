import { argumentsOf, inner } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { isAssignedOnce } from '../../go/types/assigned-once.ts'
import { builtinOf } from '../../go/types/callee.ts'
import { wholeNumber } from '../../go/types/constant.ts'
import { initialValue } from '../../go/types/initial-value.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { basic, type Type } from '../../go/types/type.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { conversionOf } from '../unsafe/conversion.ts'
import type { Changes } from './changes.ts'
import { constantSize, product, type Size, sizeOf } from './size.ts'
import type { Term } from './state.ts'

/** What is known of a number of elements: never negative, and perhaps a part or a multiple of a length. */
export interface Quantity {
  /** `len(x)` or `cap(x)`, times `times` divided by `by`; without it, the number itself. */
  readonly base?: { readonly name: 'len' | 'cap'; readonly operand: string; readonly element: Type }
  readonly times: Size
  readonly by: Size
  /** Not more than a 16-bit number, whatever it is. */
  readonly isSmall?: boolean
}

export interface Measuring {
  readonly types: PackageTypes
  readonly reads: ReadonlyMap<SyntaxNode, Term>
  readonly changes: Changes
  /** Where the number is used. */
  readonly at: number
}

const ONE = constantSize(1n)

/** What is known of a Len or Cap; undefined when it may be negative. */
export function quantityOf(term: Term, measuring: Measuring): Quantity | undefined {
  switch (term.kind) {
    case 'own': {
      const name = term.part === 'Cap' && term.place.kind === 'slice' ? 'cap' : 'len'
      return { base: { name, operand: term.place.text, element: term.place.element }, times: ONE, by: ONE }
    }
    case 'zero':
      return { times: constantSize(0n), by: ONE }
    case 'value':
      return quantityIn(term.node, measuring)
    case 'operation': {
      const left = quantityOf(term.left, measuring)
      const right = term.right && quantityIn(term.right, measuring)
      return left && right && combined(left, term.operator, right)
    }
  }
}

function quantityIn(expression: SyntaxNode, measuring: Measuring): Quantity | undefined {
  const { types, reads } = measuring
  const node = inner(expression)
  const read = reads.get(node)
  if (read) return quantityOf(read, measuring)
  const constant = wholeNumber(types.constantOf(node))
  if (constant !== undefined) return constant < 0n ? undefined : { times: constantSize(constant), by: ONE }
  if (node.type === 'identifier' || node.type === 'selector_expression') return namedQuantity(node, measuring)
  if (node.type === 'binary_expression') {
    const left = node.childForFieldName('left')
    const right = node.childForFieldName('right')
    const a = left && quantityIn(left, measuring)
    const b = right && quantityIn(right, measuring)
    return a && b && combined(a, node.childForFieldName('operator')?.type ?? '', b)
  }
  const conversion = conversionOf(node, types)
  if (conversion) return convertedQuantity(conversion.target, conversion.operand, measuring)
  return calledQuantity(node, measuring)
}

function calledQuantity(node: SyntaxNode, { types }: Measuring): Quantity | undefined {
  const [argument] = argumentsOf(node) ?? []
  const name = builtinOf(types, node)
  if (!argument) return undefined
  if (name === 'unsafe.Sizeof') {
    const size = sizeOf(types.typeOf(argument))
    return size && { times: size, by: ONE }
  }
  if (name !== 'len' && name !== 'cap') return undefined
  const type = underlyingOf(types.typeOf(argument))
  const element = type.kind === 'slice' || type.kind === 'array' ? type.element : basic('uint8')
  if (type.kind !== 'slice' && type.kind !== 'array' && type.kind !== 'basic') return undefined
  return { base: { name, operand: argument.text, element }, times: ONE, by: ONE }
}

function convertedQuantity(target: Type, operand: SyntaxNode, measuring: Measuring): Quantity | undefined {
  const type = underlyingOf(target)
  if (type.kind !== 'basic' || !/^(?:int|int64|uint|uint64|uintptr)$/.test(type.name)) return undefined
  const known = quantityIn(operand, measuring)
  if (known) return known
  const from = underlyingOf(measuring.types.typeOf(operand))
  if (from.kind !== 'basic' || !/^uint(?:8|16)$/.test(from.name)) return undefined
  return { times: ONE, by: ONE, isSmall: true }
}

/** A constant whose value depends on the platform, or a variable that nothing changes after its declaration. */
function namedQuantity(node: SyntaxNode, measuring: Measuring): Quantity | undefined {
  const { types, changes, at } = measuring
  const name = node.type === 'identifier' ? node : node.childForFieldName('field')
  const object = name && types.objectOf(name)
  const value = object && initialValue(object)
  if (!value || !object) return undefined
  if (object.kind === 'const') return quantityIn(value, measuring)
  if (object.kind !== 'var' || object.isField || object.isPackageLevel) return undefined
  if (!isAssignedOnce(types, object)) return undefined
  const from = value.endIndex
  const end = Math.max(at, node.endIndex)
  const changed = changes.reason(node, from, end) ?? changes.reason(value, from, end)
  return changed === undefined ? quantityIn(value, measuring) : undefined
}

function combined(a: Quantity, operator: string, b: Quantity): Quantity | undefined {
  if (a.isSmall || b.isSmall) return undefined
  const isPlain = !b.base && b.by.factor === 1n && b.by.unknowns.length === 0
  switch (operator) {
    case '*':
      // What a division drops does not come back.
      if (isPlain && isWhole(a)) return { ...a, times: product(a.times, b.times) }
      return !a.base && a.by.factor === 1n ? { ...b, times: product(a.times, b.times) } : undefined
    case '/':
      return isPlain ? { ...a, by: product(a.by, b.times) } : undefined
    case '>>':
    case '<<': {
      if (!isPlain || b.times.unknowns.length > 0 || b.times.factor > 32n) return undefined
      const power = constantSize(2n ** b.times.factor)
      if (operator === '<<') return isWhole(a) ? { ...a, times: product(a.times, power) } : undefined
      return { ...a, by: product(a.by, power) }
    }
    case '+':
      if (a.base || b.base || a.times.unknowns.length + b.times.unknowns.length > 0) return undefined
      return a.by.factor === 1n && isPlain
        ? { times: constantSize(a.times.factor + b.times.factor), by: ONE }
        : undefined
    default:
      return undefined
  }
}

function isWhole({ by }: Quantity): boolean {
  return by.factor === 1n && by.unknowns.length === 0
}

import { inner, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { GoObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { escapes } from './escapes.ts'
import { isOwnField } from './own-field.ts'
import { isHarmlessCall } from './purity.ts'

/** Code in which things may change. */
export interface Surroundings {
  readonly whole: SyntaxNode
  readonly types: PackageTypes
  /** What an expression that writes to a header, makes one or takes its address is about. */
  readonly placeOf: (target: SyntaxNode) => SyntaxNode | 'nothing' | undefined
}

export interface Window {
  /** Variables that are assigned to. */
  readonly assigned: ReadonlySet<GoObject>
  /** What writes through a pointer, to an element or in a call. */
  readonly touchesMemory: SyntaxNode | undefined
  /** Slices and strings in memory that others may see, whose headers are written to. */
  readonly headers: readonly SyntaxNode[]
}

/** What happens between two places of a function. */
export function windowOf(from: number, to: number, surroundings: Surroundings): Window {
  const { whole, types, placeOf } = surroundings
  const assigned = new Set<GoObject>()
  const headers: SyntaxNode[] = []
  let touchesMemory: SyntaxNode | undefined
  const nodes = whole.descendantsOfType(CHANGES).filter(node => node.endIndex > from && node.startIndex < to)
  for (const node of nodes) {
    if (node.type === 'call_expression') {
      // An argument is evaluated before its call is made.
      if (node.endIndex <= to && !isHarmlessCall(node, types) && placeOf(node) !== 'nothing')
        touchesMemory ??= node
    } else if (node.type === 'send_statement') touchesMemory ??= node
    else if (node.type === 'unary_expression') {
      if (node.childForFieldName('operator')?.type === '<-') touchesMemory ??= node
    } else if (node.type === 'range_clause' || (node.startIndex >= from && node.endIndex <= to))
      for (const target of targetsOf(node)) assign(target)
  }
  return { assigned, headers, touchesMemory }

  function assign(target: SyntaxNode): void {
    const place = placeOf(target)
    if (place === 'nothing') return
    const isPointer = place && underlyingOf(types.typeOf(place)).kind === 'pointer'
    const root = isPointer ? undefined : rootOf(place ?? target, types)
    if (root) assigned.add(root)
    if (root?.kind === 'var' && !root.isPackageLevel && !escapes(root, surroundings)) return
    if (place) headers.push(place)
    else touchesMemory ??= target
  }
}

const CHANGES = [
  'assignment_statement',
  'short_var_declaration',
  'inc_statement',
  'dec_statement',
  'range_clause',
  'receive_statement',
  'call_expression',
  'send_statement',
  'unary_expression',
]

function targetsOf(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.type === 'inc_statement' || node.type === 'dec_statement') return partsOf(node).map(inner)
  const left = node.childForFieldName('left')
  return left ? partsOf(left).map(inner) : []
}

/** The variable that is changed when a target is assigned to; undefined for memory behind a pointer. */
function rootOf(target: SyntaxNode, types: PackageTypes): GoObject | undefined {
  if (target.type === 'identifier') return types.objectOf(target)
  const operand = target.childForFieldName('operand')
  if (!operand) return undefined
  const kind = underlyingOf(types.typeOf(operand)).kind
  if (target.type === 'selector_expression')
    return isOwnField(target, types) ? rootOf(inner(operand), types) : undefined
  if (target.type === 'index_expression' && kind === 'array') return rootOf(inner(operand), types)
  return undefined
}

import { inner, isWithin, operandOf, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { calleeOf } from '../../go/types/callee.ts'
import type { GoObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { conversionOf } from '../unsafe/conversion.ts'
import { isSizeCall } from './size.ts'
import { isKeepAlive } from './use.ts'

/** Asks what may change between two places of one function. */
export interface Changes {
  /** Why the value of an expression may be another one at `to` than at `from`; undefined when it is the same. */
  reason(value: SyntaxNode, from: number, to: number): string | undefined
  /** The same for the place in memory that an operand of `&` stands for. */
  placeReason(place: SyntaxNode, from: number, to: number): string | undefined
  /** Why what a pointer points to may be another value. */
  memoryReason(what: string, from: number, to: number): string | undefined
  /** Reports whether evaluating an expression may have effects, or results that others influence. */
  isPure(value: SyntaxNode): boolean
}

interface Window {
  /** Variables that are assigned to. */
  readonly assigned: ReadonlySet<GoObject>
  /** Reports whether anything is written through a pointer, to an element or by a call. */
  readonly touchesMemory: SyntaxNode | undefined
  readonly call: SyntaxNode | undefined
}

const HARMLESS_BUILTINS = new Set(['len', 'cap', 'min', 'max', 'real', 'imag', 'complex', 'new', 'make'])

/**
 * `isRead` tells the nodes that stand for words of headers, which are followed elsewhere, and `placeOf` what a
 * statement that writes to a header writes to.
 */
export function changesIn(
  whole: SyntaxNode,
  types: PackageTypes,
  isRead: (node: SyntaxNode) => boolean,
  placeOf: (target: SyntaxNode) => SyntaxNode | 'nothing' | undefined,
): Changes {
  return { reason, placeReason, memoryReason, isPure }

  function memoryReason(what: string, from: number, to: number): string | undefined {
    const { touchesMemory } = windowOf(from, to)
    return touchesMemory && `${touchesMemory.text} may change ${what}`
  }

  function reason(value: SyntaxNode, from: number, to: number): string | undefined {
    const window = windowOf(from, to)
    for (const node of evaluatedIn(value)) {
      const change = nodeReason(node, window)
      if (change) return change
    }
    return undefined
  }

  function nodeReason(node: SyntaxNode, window: Window): string | undefined {
    if (node.type === 'identifier') {
      const object = types.objectOf(node)
      if (!object) return `what ${node.text} is, is not known`
      if (object.kind !== 'var' || object.isField) return undefined
      if (window.assigned.has(object)) return `${node.text} is assigned to in between`
      if (window.call && (object.isPackageLevel || escapes(object)))
        return `${window.call.text} may change ${node.text}`
      return undefined
    }
    return loadsMemory(node) && window.touchesMemory
      ? `${window.touchesMemory.text} may change ${node.text}`
      : undefined
  }

  /** The variables and loads that an expression evaluates, words of headers and sizes left out. */
  function evaluatedIn(value: SyntaxNode): SyntaxNode[] {
    if (isRead(value) || isSizeCall(types, value)) return []
    const isName = value.type === 'identifier' && value.parent?.type !== 'literal_element'
    const own = isName || loadsMemory(value) ? [value] : []
    if (operandOf(value, '&') && value.type === 'unary_expression')
      return placeValues(operandOf(value, '&') as SyntaxNode).flatMap(evaluatedIn)
    return [...own, ...partsOf(value).flatMap(evaluatedIn)]
  }

  function placeReason(place: SyntaxNode, from: number, to: number): string | undefined {
    for (const value of placeValues(inner(place))) {
      const change = reason(value, from, to)
      if (change) return change
    }
    return undefined
  }

  /** The values that decide where in memory an operand of `&` is. */
  function placeValues(place: SyntaxNode): SyntaxNode[] {
    const operand = place.childForFieldName('operand')
    if (place.type === 'parenthesized_expression') return placeValues(inner(place))
    if (place.type === 'unary_expression' && operand) return [operand]
    if (place.type === 'selector_expression' && operand) {
      const isPointer = underlyingOf(types.typeOf(operand)).kind === 'pointer'
      return isPointer ? [operand] : placeValues(operand)
    }
    if (place.type === 'index_expression' && operand) {
      const index = place.childForFieldName('index')
      const isArray = underlyingOf(types.typeOf(operand)).kind === 'array'
      return [...(isArray ? placeValues(operand) : [operand]), ...(index ? [index] : [])]
    }
    return place.type === 'identifier' ? [] : [place]
  }

  function loadsMemory(node: SyntaxNode): boolean {
    const operand = node.childForFieldName('operand')
    if (node.type === 'index_expression' && operand)
      return underlyingOf(types.typeOf(operand)).kind !== 'array' || loadsMemory(inner(operand))
    if (node.type === 'slice_expression') return false
    if (node.type === 'unary_expression')
      return (
        node.childForFieldName('operator')?.type === '*' || node.childForFieldName('operator')?.type === '<-'
      )
    if (node.type !== 'selector_expression' || !operand) return false
    const field = node.childForFieldName('field')
    const object = field && types.objectOf(field)
    if (object?.kind === 'type' || object?.kind === 'const' || object?.kind === 'func') return false
    if (object?.kind === 'var' && object.isPackageLevel) return true
    return underlyingOf(types.typeOf(operand)).kind !== 'struct'
  }

  function isPure(value: SyntaxNode): boolean {
    if (isRead(value) || isSizeCall(types, value)) return true
    if (value.type === 'func_literal') return true
    if (value.type === 'unary_expression' && value.childForFieldName('operator')?.type === '<-') return false
    if (value.type === 'call_expression' && !isHarmlessCall(value)) return false
    return partsOf(value).every(isPure)
  }

  function isHarmlessCall(call: SyntaxNode): boolean {
    const object = calleeOf(types, call)
    if (object?.kind === 'builtin') return object.package === 'unsafe' || HARMLESS_BUILTINS.has(object.name)
    return conversionOf(call, types) !== undefined || isKeepAlive(call, types)
  }

  function windowOf(from: number, to: number): Window {
    const assigned = new Set<GoObject>()
    let touchesMemory: SyntaxNode | undefined
    let call: SyntaxNode | undefined
    const nodes = whole
      .descendantsOfType([
        'assignment_statement',
        'short_var_declaration',
        'inc_statement',
        'dec_statement',
        'range_clause',
        'call_expression',
        'send_statement',
        'unary_expression',
      ])
      .filter(node => node.endIndex > from && node.startIndex < to)
    for (const node of nodes) {
      if (node.type === 'call_expression') {
        // An argument is evaluated before its call is made.
        if (node.endIndex > to || isHarmlessCall(node)) continue
        call ??= node
        touchesMemory ??= node
      } else if (node.type === 'send_statement') call ??= node
      else if (node.type === 'unary_expression') {
        if (node.childForFieldName('operator')?.type === '<-') call ??= node
      } else {
        if (node.startIndex < from || node.endIndex > to) if (node.type !== 'range_clause') continue
        for (const target of targetsOf(node)) {
          const place = placeOf(target)
          if (place === 'nothing') continue
          const root = rootOf(place ?? target)
          if (root) assigned.add(root)
          else if (!place) touchesMemory ??= target
        }
      }
    }
    return { assigned, touchesMemory: touchesMemory ?? call, call }
  }

  function targetsOf(node: SyntaxNode): readonly SyntaxNode[] {
    if (node.type === 'inc_statement' || node.type === 'dec_statement') return partsOf(node).map(inner)
    const left = node.childForFieldName('left')
    return left ? partsOf(left).map(inner) : []
  }

  /** The variable that is changed when a target is assigned to; undefined for memory behind a pointer. */
  function rootOf(target: SyntaxNode): GoObject | undefined {
    if (target.type === 'identifier') return types.objectOf(target)
    const operand = target.childForFieldName('operand')
    if (!operand) return undefined
    const kind = underlyingOf(types.typeOf(operand)).kind
    if (target.type === 'selector_expression' && kind === 'struct') return rootOf(inner(operand))
    if (target.type === 'index_expression' && kind === 'array') return rootOf(inner(operand))
    return undefined
  }

  /** Reports whether code that is not in sight may assign to a local variable. */
  function escapes(object: GoObject): boolean {
    return whole.descendantsOfType('identifier').some(node => {
      if (node.text !== object.name || types.objectOf(node) !== object) return false
      for (let up = node.parent; up && up !== whole; up = up.parent) {
        if (up.type === 'func_literal' && !object.declarations.some(({ node: name }) => isWithin(name, up)))
          return true
      }
      return isAddressTaken(node)
    })
  }

  function isAddressTaken(node: SyntaxNode): boolean {
    const { parent } = node
    if (parent?.type === 'unary_expression' && parent.childForFieldName('operator')?.type === '&')
      return placeOf(parent) !== 'nothing'
    if (parent?.type === 'selector_expression' && node.fieldName === 'operand') {
      const field = parent.childForFieldName('field')
      // A method may have a pointer receiver.
      if (field && types.objectOf(field)?.kind !== 'var')
        return underlyingOf(types.typeOf(node)).kind !== 'pointer'
      return underlyingOf(types.typeOf(node)).kind === 'struct' && isAddressTaken(parent)
    }
    if (parent?.type === 'index_expression' && underlyingOf(types.typeOf(node)).kind === 'array')
      return isAddressTaken(parent)
    return parent?.type === 'slice_expression' && underlyingOf(types.typeOf(node)).kind === 'array'
  }
}

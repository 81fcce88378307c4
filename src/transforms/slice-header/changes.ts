import { inner, operandOf, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { identical } from '../../go/types/identical.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { escapes } from './escapes.ts'
import { loadsMemory, placeValues } from './memory.ts'
import { isString, type Place } from './place.ts'
import { isPure } from './purity.ts'
import { isSizeCall } from './size.ts'
import { type Surroundings, type Window, windowOf } from './window.ts'

/** Asks what may change between two places of one function. */
export interface Changes {
  /** Why the value of an expression may be another one at `to` than at `from`; undefined when it is the same. */
  reason(value: SyntaxNode, from: number, to: number): string | undefined
  /** The same for the place in memory that an operand of `&` stands for. */
  placeReason(place: SyntaxNode, from: number, to: number): string | undefined
  /** Why what a pointer points to may be another value. */
  memoryReason(what: string, from: number, to: number): string | undefined
  /** Why a value may read a slice or string whose header is written to, under another name. */
  headerReason(value: SyntaxNode, from: number, to: number): string | undefined
  /** Why what a place behind a pointer holds may be changed as another slice or string. */
  aliasReason(place: Place, from: number, to: number): string | undefined
  /** Reports whether evaluating an expression may have effects, or results that others influence. */
  isPure(value: SyntaxNode): boolean
}

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
  const surroundings: Surroundings = { whole, types, placeOf }
  return {
    reason,
    placeReason,
    memoryReason,
    headerReason,
    aliasReason,
    isPure: value => isPure(value, types, isRead),
  }

  function memoryReason(what: string, from: number, to: number): string | undefined {
    const { touchesMemory } = windowOf(from, to, surroundings)
    return touchesMemory && `${touchesMemory.text} may change ${what}`
  }

  function headerReason(value: SyntaxNode, from: number, to: number): string | undefined {
    const { headers } = windowOf(from, to, surroundings)
    for (const node of evaluatedIn(value)) {
      const header = loadsMemory(node, types) && headers.find(each => mayBeOne(each, node))
      if (header) return `${header.text} may be what ${node.text} is`
    }
    return undefined
  }

  function aliasReason({ node, text, type }: Place, from: number, to: number): string | undefined {
    const isOne = (header: SyntaxNode) => {
      const held = types.typeOf(header)
      return header.text !== node.text && identical(held.kind === 'pointer' ? held.element : held, type)
    }
    const other = windowOf(from, to, surroundings).headers.find(isOne)
    return other && `${other.text} may point to what ${text} is`
  }

  function reason(value: SyntaxNode, from: number, to: number): string | undefined {
    const window = windowOf(from, to, surroundings)
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
      if (window.touchesMemory && (object.isPackageLevel || escapes(object, surroundings)))
        return `${window.touchesMemory.text} may change ${node.text}`
      return undefined
    }
    if (!loadsMemory(node, types)) return undefined
    const changed = window.touchesMemory ?? window.headers.find(header => mayBeOne(header, node))
    return changed && `${changed.text} may change ${node.text}`
  }

  /** Reports whether what is read may be the slice or string whose header is written to. */
  function mayBeOne(header: SyntaxNode, read: SyntaxNode): boolean {
    const { kind } = underlyingOf(types.typeOf(read))
    if (kind !== 'slice' && kind !== 'unknown' && !isString(types.typeOf(read))) return false
    const [one, other] = [header.childForFieldName('field'), read.childForFieldName('field')]
    return !one || !other || one.text === other.text
  }

  /** The variables and loads that an expression evaluates, words of headers and sizes left out. */
  function evaluatedIn(value: SyntaxNode): SyntaxNode[] {
    if (isRead(value) || isSizeCall(types, value)) return []
    const isName = value.type === 'identifier' && value.parent?.type !== 'literal_element'
    const own = isName || loadsMemory(value, types) ? [value] : []
    if (operandOf(value, '&') && value.type === 'unary_expression')
      return placeValues(operandOf(value, '&') as SyntaxNode, types).flatMap(evaluatedIn)
    return [...own, ...partsOf(value).flatMap(evaluatedIn)]
  }

  function placeReason(place: SyntaxNode, from: number, to: number): string | undefined {
    for (const value of placeValues(inner(place), types)) {
      const change = reason(value, from, to)
      if (change) return change
    }
    return undefined
  }
}

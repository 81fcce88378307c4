import { argumentsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { calleeOf } from '../../go/types/callee.ts'
import { wholeNumber } from '../../go/types/constant.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Type } from '../../go/types/type.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import { conversionOf } from '../unsafe/conversion.ts'

/** How an expression that shares the memory of a string comes from one that shares it too. */
export interface Step {
  /** The string, or slice of strings, that it is a part of or the same as. */
  readonly from: SyntaxNode
  /** Whether a large part may be missing; white space, prefixes and suffixes are small. */
  readonly isCut: boolean
}

const TRIMS = new Set(
  ['', 'Space', 'Left', 'Right', 'Func', 'LeftFunc', 'RightFunc', 'Prefix', 'Suffix'].map(
    name => `Trim${name}`,
  ),
)

/** Functions of package strings whose results are parts of their first argument. */
export const CUTS: ReadonlySet<string> = new Set([
  'Cut',
  'CutPrefix',
  'CutSuffix',
  'Fields',
  'FieldsFunc',
  'Split',
  'SplitAfter',
  'SplitAfterN',
  'SplitN',
])

/** What an expression without parentheses is a part of; undefined for variables, and for what has memory of its own. */
export function stepOf(types: PackageTypes, node: SyntaxNode): Step | undefined {
  if (node.type === 'slice_expression') {
    const from = node.childForFieldName('operand')
    return from && isStringOrList(types.typeOf(from)) ? { from, isCut: cutsMuch(types, node) } : undefined
  }
  if (node.type === 'index_expression') {
    const from = node.childForFieldName('operand')
    return from && isList(types.typeOf(from)) ? { from, isCut: false } : undefined
  }
  const name = functionOfStrings(types, node)
  const [first] = argumentsOf(node) ?? []
  if (name !== undefined && first && (TRIMS.has(name) || CUTS.has(name)))
    return { from: first, isCut: CUTS.has(name) }
  const conversion = conversionOf(node, types)
  if (!conversion || !isText(conversion.target) || !isText(types.typeOf(conversion.operand))) return undefined
  return { from: conversion.operand, isCut: false }
}

/** The name of the function of package strings that is called. */
function functionOfStrings(types: PackageTypes, node: SyntaxNode): string | undefined {
  const object = calleeOf(types, node)
  return object?.kind === 'func' && object.package === 'strings' && !object.isMethod ? object.name : undefined
}

// s[i:j], s[:8], s[i+1:]; but s[1:] and s[:len(s)-1] leave out what is small.
function cutsMuch(types: PackageTypes, node: SyntaxNode): boolean {
  const operand = node.childForFieldName('operand')
  const start = node.childForFieldName('start')
  const end = node.childForFieldName('end')
  const isSmallStart = start === undefined || wholeNumber(types.constantOf(start)) !== undefined
  const measured = end?.type === 'binary_expression' ? end.childForFieldName('left') : end
  const isSmallEnd = end === undefined || measured?.text === `len(${operand?.text})`
  return !isSmallStart || !isSmallEnd
}

export function isText(type: Type): boolean {
  const underlying = underlyingOf(type)
  return underlying.kind === 'basic' && underlying.name === 'string'
}

function isList(type: Type): boolean {
  const underlying = underlyingOf(type)
  return underlying.kind === 'slice' && isText(underlying.element)
}

export function isStringOrList(type: Type): boolean {
  return isText(type) || isList(type)
}

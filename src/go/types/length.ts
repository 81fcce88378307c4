import { argumentsOf, inner, partsOf } from '../syntax/expression.ts'
import type { SyntaxNode } from '../syntax/tree.ts'
import { isAssignedOnce } from './assigned-once.ts'
import { builtinOf } from './callee.ts'
import { wholeNumber } from './constant.ts'
import { initialValue } from './initial-value.ts'
import type { GoObject } from './object.ts'
import type { PackageTypes } from './package-types.ts'
import type { Type } from './type.ts'
import { underlyingOf } from './underlying.ts'

/** A length that an expression's value has whenever it is evaluated without a panic, and why. */
export interface ProvenLength {
  readonly length: bigint
  /** A clause without a full stop: `key is a [32]byte`. */
  readonly because: string
}

/** The length of a slice, string or array expression where it is certain; undefined otherwise. */
export function provenLength(types: PackageTypes, whole: SyntaxNode): ProvenLength | undefined {
  const expression = inner(whole)
  const array = arrayLength(types.typeOf(expression))
  if (array !== undefined) return { length: array, because: `${expression.text} is an array of ${array}` }
  const constant = types.constantOf(expression)
  if (constant?.kind === 'string')
    return { length: BigInt(constant.bytes.length), because: `${expression.text} is constant` }
  switch (expression.type) {
    case 'slice_expression':
      return slicedLength(types, expression)
    case 'identifier':
      return variableLength(types, expression)
    case 'call_expression':
      return madeLength(types, expression)
    case 'type_conversion_expression':
      return convertedLength(types, expression)
    case 'composite_literal':
      return literalLength(types, expression)
    default:
      return undefined
  }
}

/** Of an array, or what a pointer to one points to. */
function arrayLength(type: Type): bigint | undefined {
  const underlying = underlyingOf(type)
  const target = underlying.kind === 'pointer' ? underlyingOf(underlying.element) : underlying
  return target.kind === 'array' ? target.length : undefined
}

// x[a:b] has b-a elements, or it panics.
function slicedLength(types: PackageTypes, node: SyntaxNode): ProvenLength | undefined {
  const operand = node.childForFieldName('operand')
  const start = bound(types, node, 'start') ?? 0n
  const end = bound(types, node, 'end')
  if (!operand || start === 'unknown' || end === 'unknown') return undefined
  if (end !== undefined) return { length: end - start, because: `the bounds of ${node.text} are constant` }
  const whole = provenLength(types, operand)
  return whole && { length: whole.length - start, because: whole.because }
}

function bound(types: PackageTypes, node: SyntaxNode, field: string): bigint | 'unknown' | undefined {
  const expression = node.childForFieldName(field)
  if (!expression) return undefined
  return wholeNumber(types.constantOf(expression)) ?? 'unknown'
}

// make([]T, n)
function madeLength(types: PackageTypes, call: SyntaxNode): ProvenLength | undefined {
  const [type, size] = argumentsOf(call) ?? []
  if (builtinOf(types, call) !== 'make') return undefined
  const length = size && wholeNumber(types.constantOf(size))
  if (!type || length === undefined || underlyingOf(types.typeOf(type)).kind !== 'slice') return undefined
  return { length, because: `it is made with length ${length}` }
}

// []byte("…"): a conversion between bytes and string keeps the length.
function convertedLength(types: PackageTypes, node: SyntaxNode): ProvenLength | undefined {
  const operand = node.childForFieldName('operand')
  if (!operand || !isBytesOrString(types.typeOf(node)) || !isBytesOrString(types.typeOf(operand)))
    return undefined
  return provenLength(types, operand)
}

function isBytesOrString(type: Type): boolean {
  const underlying = underlyingOf(type)
  if (underlying.kind === 'basic') return underlying.name === 'string' || underlying.name === 'untyped string'
  if (underlying.kind !== 'slice') return false
  const element = underlyingOf(underlying.element)
  return element.kind === 'basic' && element.name === 'uint8'
}

function literalLength(types: PackageTypes, node: SyntaxNode): ProvenLength | undefined {
  if (underlyingOf(types.typeOf(node)).kind !== 'slice') return undefined
  const elements = partsOf(node.childForFieldName('body'))
  if (elements.some(({ type }) => type === 'keyed_element')) return undefined
  return { length: BigInt(elements.length), because: `the literal has ${elements.length} elements` }
}

/** A variable that nothing but its declaration assigns to has the length it was declared with, or that a guard demands. */
function variableLength(types: PackageTypes, use: SyntaxNode): ProvenLength | undefined {
  const object = types.objectOf(use)
  if (object?.kind !== 'var' || object.isField || object.isPackageLevel) return undefined
  const [declared] = object.declarations
  if (!declared || isNamedResult(declared.node) || !isAssignedOnce(types, object)) return undefined
  const value = initialValue(object)
  const initial = value && provenLength(types, value)
  return initial ?? guardedLength(types, use, object)
}

/** A return statement assigns to it. */
function isNamedResult(name: SyntaxNode): boolean {
  return name.parent?.parent?.fieldName === 'result'
}

/** `if len(b) != N { return }` before the use in a block around it, or `if len(b) == N { … }` around it. */
function guardedLength(types: PackageTypes, use: SyntaxNode, object: GoObject): ProvenLength | undefined {
  // Before Go 1.22 a closure may see the value of a later iteration, which the guard did not.
  const isIterated = object.declarations.some(({ node }) => node.parent?.parent?.type === 'range_clause')
  for (let node = use; node.parent; node = node.parent) {
    const { parent } = node
    if (isIterated && node.type === 'func_literal') return undefined
    if (hasGoto(parent)) return undefined
    if (parent.type === 'if_statement' && node.fieldName === 'consequence') {
      const condition = parent.childForFieldName('condition')
      const length = condition && comparedLength(types, condition, object, '==', '&&')
      if (length !== undefined) return { length, because: `it is used only where ${condition?.text}` }
    }
    if (parent.type !== 'statement_list') continue
    for (const statement of parent.namedChildren) {
      if (statement.startIndex >= node.startIndex) break
      if (statement.type !== 'if_statement' || statement.childForFieldName('alternative')) continue
      const condition = statement.childForFieldName('condition')
      const length = condition && comparedLength(types, condition, object, '!=', '||')
      if (length !== undefined && endsTheBlock(types, statement.childForFieldName('consequence')))
        return { length, because: `other lengths are ruled out by: if ${condition?.text}` }
    }
  }
  return undefined
}

/** A jump may leave a guard out. */
function hasGoto(node: SyntaxNode): boolean {
  return node.type === 'statement_list' && node.descendantsOfType('goto_statement').length > 0
}

/** N of `len(b) operator N`, also as one part of several that are joined. */
function comparedLength(
  types: PackageTypes,
  condition: SyntaxNode,
  object: GoObject,
  operator: string,
  joint: string,
): bigint | undefined {
  const left = condition.childForFieldName('left')
  const right = condition.childForFieldName('right')
  if (condition.type !== 'binary_expression' || !left || !right) return undefined
  const found = condition.childForFieldName('operator')?.type
  if (found === joint)
    return (
      comparedLength(types, left, object, operator, joint) ??
      comparedLength(types, right, object, operator, joint)
    )
  if (found !== operator) return undefined
  if (isLengthOf(types, left, object)) return wholeNumber(types.constantOf(right))
  return isLengthOf(types, right, object) ? wholeNumber(types.constantOf(left)) : undefined
}

function isLengthOf(types: PackageTypes, node: SyntaxNode, object: GoObject): boolean {
  const [argument] = argumentsOf(node) ?? []
  return argument !== undefined && builtinOf(types, node) === 'len' && types.objectOf(argument) === object
}

/** The last statement leaves the block around the if statement. */
function endsTheBlock(types: PackageTypes, block: SyntaxNode | undefined): boolean {
  const list = block?.namedChildren.find(({ type }) => type === 'statement_list')
  const last = partsOf(list).at(-1)
  if (!last) return false
  if (/^(return|continue|break)_statement$/.test(last.type)) return true
  return last.type === 'expression_statement' && builtinOf(types, partsOf(last)[0]) === 'panic'
}

import { partsOf } from '../syntax/expression.ts'
import type { SyntaxNode } from '../syntax/tree.ts'
import { wholeNumber } from './constant.ts'
import { coreType } from './core-type.ts'
import { evaluate, type Operand, ofType, UNKNOWN } from './evaluate.ts'
import { findMember } from './lookup.ts'
import { type Context, recordType } from './resolver.ts'
import { type Type, unknown } from './type.ts'
import { evaluateType } from './type-expression.ts'
import { builtWith, underlyingsOf } from './underlying.ts'

/** https://go.dev/ref/spec#Composite_literals */
export function evaluateCompositeLiteral(node: SyntaxNode, context: Context): Operand {
  const typeNode = node.childForFieldName('type')
  const body = node.childForFieldName('body')
  if (!typeNode || !body) return UNKNOWN
  if (typeNode.type !== 'implicit_length_array_type') {
    const type = evaluateType(typeNode, context)
    evaluateBody(body, type, context)
    return ofType(type)
  }
  const elementNode = typeNode.childForFieldName('element')
  const element = elementNode ? evaluateType(elementNode, context) : unknown
  const length = evaluateBody(body, { kind: 'slice', element }, context)
  const type: Type = { kind: 'array', length, element }
  recordType(context, typeNode, type)
  return ofType(type)
}

/** Evaluates what is between the braces; returns the length that an array of these elements has, where it is known. */
function evaluateBody(body: SyntaxNode, type: Type, context: Context): bigint | undefined {
  const built = builtWith(type, context.file)
  const core = coreType(built)
  if (core.kind === 'struct' || (core.kind === 'unknown' && isStruct(built))) {
    evaluateFields(body, built, context)
    return undefined
  }
  const element = 'element' in core ? core.element : unknown
  let next: bigint | undefined = 0n
  let length: bigint | undefined = 0n
  for (const part of partsOf(body)) {
    const key = part.type === 'keyed_element' ? contentOf(part.childForFieldName('key')) : undefined
    const value = part.type === 'keyed_element' ? contentOf(part.childForFieldName('value')) : contentOf(part)
    if (key) {
      if (core.kind === 'map') evaluateElement(key, core.key, context)
      else if (core.kind === 'slice' || core.kind === 'array') next = indexOf(key, context)
      else if (key.type !== 'identifier') evaluateElement(key, unknown, context)
    }
    if (value) evaluateElement(value, element, context)
    next = next === undefined ? undefined : next + 1n
    length = length === undefined || next === undefined ? undefined : next > length ? next : length
  }
  return length
}

function indexOf(key: SyntaxNode, context: Context): bigint | undefined {
  const operand = evaluate(key, context)
  return operand.mode === 'value' ? wholeNumber(operand.constant) : undefined
}

/** Reports whether each platform that declares the type has a struct of its own. */
function isStruct(type: Type): boolean {
  return type.kind === 'named' && underlyingsOf(type).every(({ kind }) => kind === 'struct')
}

function evaluateFields(body: SyntaxNode, type: Type, context: Context): void {
  const core = coreType(type)
  const fields = core.kind === 'struct' ? core.fields : []
  for (const [index, part] of partsOf(body).entries()) {
    if (part.type !== 'keyed_element') {
      const value = contentOf(part)
      if (value) evaluateElement(value, fields[index]?.type ?? unknown, context)
      continue
    }
    const key = contentOf(part.childForFieldName('key'))
    const value = contentOf(part.childForFieldName('value'))
    const member = key && findMember(type, key.text)
    const field = member === 'unknown' || member?.isMethod ? undefined : member
    if (key && field) context.resolver.objects.set(key, field.object)
    if (value) evaluateElement(value, field?.type ?? unknown, context)
  }
}

/** An element of which the type may be left out: `{…}` for `T{…}` or `&T{…}`. */
function evaluateElement(node: SyntaxNode, type: Type, context: Context): void {
  if (node.type !== 'literal_value') {
    evaluate(node, context)
    return
  }
  const core = coreType(type)
  const literal = core.kind === 'pointer' ? core.element : type
  recordType(context, node, type)
  evaluateBody(node, literal, context)
}

function contentOf(node: SyntaxNode | undefined): SyntaxNode | undefined {
  return node?.type === 'literal_element' ? partsOf(node)[0] : node
}

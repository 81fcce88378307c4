import { partsOf } from '../syntax/expression.ts'
import type { SyntaxNode } from '../syntax/tree.ts'
import { wholeNumber } from './constant.ts'
import { stringLiteral } from './constant-literal.ts'
import { evaluate } from './evaluate.ts'
import { lazy } from './lazy.ts'
import { resolveName } from './names.ts'
import type { GoObject, VarObject } from './object.ts'
import { qualifiedObject } from './qualified.ts'
import { type Context, recordObject, recordType } from './resolver.ts'
import { signatureOf } from './signature.ts'
import { substituted } from './substitute.ts'
import {
  type Field,
  type Method,
  pointerTo,
  sliceOf,
  type Type,
  type TypeParameter,
  unknown,
} from './type.ts'

/** The type that a type expression denotes (https://go.dev/ref/spec#Types); also of an expression that is one. */
export function evaluateType(node: SyntaxNode, context: Context): Type {
  return recordType(context, node, typeOf(node, context))
}

function typeOf(node: SyntaxNode, context: Context): Type {
  switch (node.type) {
    case 'type_identifier':
    case 'identifier':
      return typeOfObject(resolveName(node, context))
    case 'qualified_type':
    case 'selector_expression':
      return typeOfObject(qualifiedObject(node, context))
    case 'generic_type':
    case 'type_instantiation_expression':
    case 'index_expression':
      return instantiatedType(node, context)
    case 'parenthesized_type':
    case 'parenthesized_expression':
      return inner(node, context)
    case 'pointer_type':
      return pointerTo(inner(node, context))
    case 'unary_expression': {
      const operand = node.childForFieldName('operand')
      if (node.childForFieldName('operator')?.text !== '*' || !operand) return unknown
      return pointerTo(evaluateType(operand, context))
    }
    case 'slice_type':
      return sliceOf(field('element'))
    case 'array_type':
      return { kind: 'array', length: arrayLength(node, context), element: field('element') }
    case 'map_type':
      return { kind: 'map', key: field('key'), element: field('value') }
    case 'channel_type':
      return channelType(node, context)
    case 'function_type':
      return signatureOf(node, context).type
    case 'struct_type':
      return structType(node, context)
    case 'interface_type':
      return interfaceType(node, context)
    case 'negated_type':
      return { kind: 'union', terms: [{ hasTilde: true, type: inner(node, context) }] }
    case 'type_elem':
    case 'type_constraint':
      return typeElement(node, context)
    default:
      return unknown
  }

  function field(name: string): Type {
    const child = node.childForFieldName(name)
    return child ? evaluateType(child, context) : unknown
  }
}

function inner(node: SyntaxNode, context: Context): Type {
  const [child] = partsOf(node)
  return child ? evaluateType(child, context) : unknown
}

function typeOfObject(object: GoObject | undefined): Type {
  return object?.kind === 'type' ? object.type() : unknown
}

/** `T[A, B]`; undefined type arguments make an unknown type. */
function instantiatedType(node: SyntaxNode, context: Context): Type {
  const base = node.childForFieldName('type') ?? node.childForFieldName('operand')
  if (!base) return unknown
  const object =
    base.type === 'type_identifier' || base.type === 'identifier'
      ? resolveName(base, context)
      : qualifiedObject(base, context)
  const replacements = typeArgumentsOf(node).map(argument => evaluateType(argument, context))
  if (object?.kind !== 'type') return unknown
  const type = object.type()
  const parameters = object.typeParameters() as readonly TypeParameter[]
  if (parameters.length !== replacements.length) return unknown
  return type.kind === 'named'
    ? { kind: 'named', declaration: type.declaration, arguments: replacements }
    : substituted(type, parameters, replacements)
}

/** The type arguments in brackets, of whatever kind of node the grammar made. */
export function typeArgumentsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const list = node.childForFieldName('type_arguments')
  if (list) return list.children.filter(({ type }) => type === 'type_elem')
  const index = node.childForFieldName('index')
  if (index) return [index]
  return partsOf(node).filter(({ fieldName }) => !fieldName)
}

function arrayLength(node: SyntaxNode, context: Context): bigint | undefined {
  const length = node.childForFieldName('length')
  if (!length) return undefined
  const operand = evaluate(length, context)
  return operand.mode === 'value' ? wholeNumber(operand.constant) : undefined
}

/** The arrow belongs to the leftmost chan: `chan <-chan T` is `chan<- (chan T)` (https://go.dev/ref/spec#Channel_types). */
function channelType(node: SyntaxNode, context: Context): Type {
  const value = node.childForFieldName('value')
  const direction = channelDirection(node)
  if (!value) return unknown
  if (direction !== 'both' || value.type !== 'channel_type' || channelDirection(value) !== 'receive')
    return { kind: 'channel', direction, element: evaluateType(value, context) }
  const innermost = value.childForFieldName('value')
  const element = innermost ? evaluateType(innermost, context) : unknown
  return { kind: 'channel', direction: 'send', element: { kind: 'channel', direction: 'both', element } }
}

function channelDirection(node: SyntaxNode): 'both' | 'send' | 'receive' {
  const [first, second] = node.children.filter(({ type }) => type !== 'comment')
  if (first?.type === '<-') return 'receive'
  return second?.type === '<-' ? 'send' : 'both'
}

function structType(node: SyntaxNode, context: Context): Type {
  const list = node.children.find(({ type }) => type === 'field_declaration_list')
  const declarations = list?.children.filter(({ type }) => type === 'field_declaration') ?? []
  return {
    kind: 'struct',
    fields: declarations.flatMap(declaration => fieldsOf(declaration, context)),
    isComplete: !node.hasError,
  }
}

function fieldsOf(declaration: SyntaxNode, context: Context): Field[] {
  const typeNode = declaration.childForFieldName('type')
  if (!typeNode) return []
  const isPointer = declaration.children[0]?.type === '*'
  const plain = evaluateType(typeNode, context)
  const type = isPointer ? pointerTo(plain) : plain
  const literal = declaration.childForFieldName('tag')
  const value = literal && stringLiteral(literal.text)
  const tag = value?.kind === 'string' ? Buffer.from(value.bytes, 'latin1').toString('utf8') : ''
  const names = declaration.childrenForFieldName('name')
  if (names.length > 0)
    return names.map(name => ({
      name: name.text,
      type,
      isEmbedded: false,
      tag,
      object: fieldObject(name, type, context),
    }))
  const name = embeddedName(typeNode)
  if (!name) return []
  const object = makeField(name, type, context)
  return [{ name: name.text, type, isEmbedded: true, tag, object }]
}

/** An embedded field is called like its type, without package and type arguments. */
function embeddedName(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type === 'generic_type') {
    const base = node.childForFieldName('type')
    return base && embeddedName(base)
  }
  return node.type === 'qualified_type' ? node.childForFieldName('name') : node
}

function fieldObject(name: SyntaxNode, type: Type, context: Context): VarObject {
  const object = makeField(name, type, context)
  recordObject(context, name, object)
  return object
}

function makeField(name: SyntaxNode, type: Type, context: Context): VarObject {
  return {
    kind: 'var',
    name: name.text,
    package: context.resolver.unit.importPath,
    isField: true,
    isPackageLevel: false,
    declarations: [{ path: context.file.path, node: name }],
    type: () => type,
  }
}

function interfaceType(node: SyntaxNode, context: Context): Type {
  const methods = node.children
    .filter(({ type }) => type === 'method_elem')
    .flatMap(element => {
      const name = element.childForFieldName('name')
      return name ? [interfaceMethod(name, element, context)] : []
    })
  const embedded = node.children
    .filter(({ type }) => type === 'type_elem')
    .map(element => evaluateType(element, context))
  return { kind: 'interface', methods, embedded, isComplete: !node.hasError }
}

function interfaceMethod(name: SyntaxNode, element: SyntaxNode, context: Context): Method {
  const type = lazy<Type>(() => signatureOf(element, context).type, unknown)
  const object: GoObject = {
    kind: 'func',
    isMethod: true,
    name: name.text,
    package: context.resolver.unit.importPath,
    declarations: [{ path: context.file.path, node: name }],
    type,
  }
  recordObject(context, name, object)
  return { name: name.text, object: () => object, hasPointerReceiver: false, type }
}

/** One type, or a union of terms. */
function typeElement(node: SyntaxNode, context: Context): Type {
  const terms = partsOf(node)
  const [first] = terms
  if (first && terms.length === 1) return evaluateType(first, context)
  return {
    kind: 'union',
    terms: terms.flatMap(term => {
      const type = evaluateType(term, context)
      return type.kind === 'union' ? type.terms : [{ hasTilde: false, type }]
    }),
  }
}

/** A constraint; one that is no interface stands for the interface that has it as its only element. */
export function evaluateConstraint(node: SyntaxNode, context: Context): Type {
  const type = evaluateType(node, context)
  if (type.kind === 'interface' || type.kind === 'named' || type.kind === 'unknown') return type
  return { kind: 'interface', methods: [], embedded: [type], isComplete: true }
}

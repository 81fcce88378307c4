import { partsOf } from '../syntax/expression.ts'
import type { SyntaxNode } from '../syntax/tree.ts'
import { resolveName } from './names.ts'
import type { VarObject } from './object.ts'
import { type Context, recordObject, recordType } from './resolver.ts'
import { declareIn, innerScope, type Scope } from './scope.ts'
import { substituted } from './substitute.ts'
import { type FuncType, pointerTo, sliceOf, type Type, type TypeParameter, unknown } from './type.ts'
import { evaluateType } from './type-expression.ts'
import { declareTypeParameter, declareTypeParameters } from './type-parameters.ts'
import { receiverTypeName } from './unit.ts'

/** The head of a function: what its body sees, and what callers see. */
export interface Signature {
  /** Holds receiver, parameters and named results; the scope around it has the type parameters. */
  readonly scope: Scope
  readonly type: FuncType
  /** The receiver's type. */
  readonly receiver: Type | undefined
  readonly receiverTypeParameters: readonly TypeParameter[]
}

/** Reads the head of a function declaration, method declaration, function literal, method of an interface or function type. */
export function signatureOf(node: SyntaxNode, context: Context): Signature {
  const { signatures } = context.resolver
  const known = signatures.get(node)
  if (known) return known
  const signature = readSignature(node, context)
  signatures.set(node, signature)
  return signature
}

function readSignature(node: SyntaxNode, context: Context): Signature {
  // Parameters are declared for the body only: what the head mentions is never one of them.
  const headScope = innerScope(context.scope)
  const scope = innerScope(headScope)
  const inner = { ...context, scope: headScope }
  const receiverList = node.childForFieldName('receiver')
  const receiver = receiverList && readReceiver(receiverList, inner, headScope)
  const typeParameters = declareTypeParameters(node.childForFieldName('type_parameters'), inner, headScope)

  const parameters = readParameters(node.childForFieldName('parameters'), inner)
  const resultNode = node.childForFieldName('result')
  const results =
    resultNode?.type === 'parameter_list'
      ? readParameters(resultNode, inner)
      : singleResult(resultNode, inner)

  for (const { name, type } of [...(receiver?.parameters ?? []), ...parameters, ...results])
    if (name) declareVariable(name, type, inner, scope)
  return {
    scope,
    type: {
      kind: 'func',
      typeParameters,
      parameters: parameters.map(({ type }) => type),
      isVariadic: parameters.at(-1)?.isVariadic ?? false,
      results: results.map(({ type }) => type),
    },
    receiver: receiver?.parameters[0]?.type,
    receiverTypeParameters: receiver?.typeParameters ?? [],
  }
}

interface Parameter {
  readonly name: SyntaxNode | undefined
  readonly type: Type
  readonly isVariadic: boolean
}

function readParameters(list: SyntaxNode | undefined, context: Context): Parameter[] {
  const declarations = (list?.children ?? []).filter(({ type }) =>
    /^(variadic_)?parameter_declaration$/.test(type),
  )
  // Either all parameters have names or none: the grammar takes the first of very many names for types.
  const isNamed = declarations.some(declaration => declaration.childForFieldName('name'))
  const parameters: Parameter[] = []
  let waiting: SyntaxNode[] = []
  for (const declaration of declarations) {
    const isVariadic = declaration.type === 'variadic_parameter_declaration'
    const node = declaration.childForFieldName('type')
    const names = declaration.childrenForFieldName('name')
    if (isNamed && names.length === 0 && node && !isVariadic) {
      waiting.push(node)
      continue
    }
    const element = node ? evaluateType(node, context) : unknown
    const type = isVariadic ? sliceOf(element) : element
    const all = [...waiting, ...names]
    waiting = []
    if (all.length === 0) parameters.push({ name: undefined, type, isVariadic })
    else parameters.push(...all.map(name => ({ name, type, isVariadic })))
  }
  return parameters
}

function singleResult(node: SyntaxNode | undefined, context: Context): Parameter[] {
  return node ? [{ name: undefined, type: evaluateType(node, context), isVariadic: false }] : []
}

/** `func (r *T[P, _])` declares the type parameters of T anew, under its own names. */
function readReceiver(list: SyntaxNode, context: Context, scope: Scope) {
  const declaration = list.children.find(({ type }) => type === 'parameter_declaration')
  const node = declaration?.childForFieldName('type')
  if (!declaration || !node) return { parameters: [], typeParameters: [] }
  const typeParameters: TypeParameter[] = []
  const type = receiverType(node)
  const name = declaration.childForFieldName('name')
  return { parameters: [{ name, type }], typeParameters }

  function receiverType(node: SyntaxNode): Type {
    const inner = partsOf(node).at(-1)
    if (node.type === 'parenthesized_type' && inner) return recordType(context, node, receiverType(inner))
    if (node.type === 'pointer_type' && inner)
      return recordType(context, node, pointerTo(receiverType(inner)))
    if (node.type !== 'generic_type') return evaluateType(node, context)
    const base = receiverTypeName(node)
    const object = base && resolveName(base, context)
    const generic = object?.kind === 'type' ? object.type() : unknown
    if (generic.kind !== 'named') return unknown
    const originals = generic.declaration.typeParameters()
    const names = (node.childForFieldName('type_arguments')?.children ?? [])
      .filter(({ type }) => type === 'type_elem')
      .map(element => element.namedChildren[0] ?? element)
    for (const [index, name] of names.entries()) {
      const constraint = () =>
        substituted(originals[index]?.constraint() ?? unknown, originals, typeParameters)
      const parameter = declareTypeParameter(name, constraint, context, scope)
      recordType(context, name, parameter)
      typeParameters.push(parameter)
    }
    return recordType(context, node, { ...generic, arguments: [...typeParameters] })
  }
}

/** Declares a local variable or parameter. */
export function declareVariable(name: SyntaxNode, type: Type, context: Context, scope: Scope): VarObject {
  const object: VarObject = {
    kind: 'var',
    name: name.text,
    package: context.resolver.unit.importPath,
    isField: false,
    isPackageLevel: false,
    declarations: [{ path: context.file.path, node: name }],
    type: () => type,
  }
  declareIn(scope, object)
  recordObject(context, name, object)
  return object
}

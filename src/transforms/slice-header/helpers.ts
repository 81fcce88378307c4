import type { GoPackage } from '../../go/package.ts'
import { argumentsOf, inner, operandOf, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { calleeOf } from '../../go/types/callee.ts'
import { type FuncObject, isSameObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { isDeclaredAgain } from '../named-elsewhere.ts'
import { conversionOf, unsafePointerOperand } from '../unsafe/conversion.ts'
import type { Origin } from './header.ts'
import { type Layout, layoutOf } from './layout.ts'
import { type Place, placeAt, placeIn } from './place.ts'

/** A function that does nothing but make a header of what it is given: `return (*Header)(unsafe.Pointer(p))`. */
export interface Helper {
  readonly path: string
  readonly declaration: SyntaxNode
  readonly object: FuncObject
  readonly layout: Layout
  /** It returns `*Header`, and not a Header. */
  readonly isPointer: boolean
  /** The header is of the receiver, and there is no argument; otherwise of the only argument. */
  readonly isMethod: boolean
  /** The header is that of the argument's own copy: `unsafe.Pointer(&b)`. */
  readonly isCopy: boolean
}

export function helpersIn({ candidates, files, types }: GoPackage): readonly Helper[] {
  return candidates.flatMap(({ path, tree }) =>
    tree.rootNode.children
      .filter(({ type }) => type === 'function_declaration' || type === 'method_declaration')
      .flatMap(declaration => helperOf(declaration, path, types) ?? [])
      .filter(({ object }) => !isDeclaredAgain(object, files)),
  )
}

// func (p *T) header() *Header { return (*Header)(unsafe.Pointer(p)) }
function helperOf(declaration: SyntaxNode, path: string, types: PackageTypes): Helper | undefined {
  const name = declaration.childForFieldName('name')
  const object = name && types.objectOf(name)
  const value = returnedBy(declaration)
  if (object?.kind !== 'func' || object.declarations.length !== 1 || !value) return undefined
  const read = operandOf(value, '*')
  const conversion = conversionOf(read ?? value, types)
  const layout = conversion?.target.kind === 'pointer' ? layoutOf(conversion.target.element) : undefined
  const pointer = conversion && unsafePointerOperand(conversion.operand, types)
  if (!layout || !pointer || layout.strangeness) return undefined
  const copied = operandOf(pointer, '&')
  const isCopy = copied !== undefined || read !== undefined
  if (!isOnlyInput(copied ?? pointer, declaration, types) || !placeAt(pointer, types)) return undefined
  return { path, declaration, object, layout, isPointer: !read, isMethod: object.isMethod, isCopy }
}

/** The only value that a function returns, where it does nothing else. */
function returnedBy(declaration: SyntaxNode): SyntaxNode | undefined {
  const body = declaration.childForFieldName('body')
  const list = body && partsOf(body)[0]
  const [statement, ...others] = list ? partsOf(list) : []
  if (statement?.type !== 'return_statement' || others.length > 0) return undefined
  const [values] = partsOf(statement)
  const [value, second] = values ? partsOf(values) : []
  return second ? undefined : value && inner(value)
}

/** Reports whether an expression is the receiver of a method without parameters, or the only parameter of a function. */
function isOnlyInput(node: SyntaxNode, declaration: SyntaxNode, types: PackageTypes): boolean {
  const lists = [declaration.childForFieldName('receiver'), declaration.childForFieldName('parameters')]
  const parameters = lists.flatMap(list => (list ? partsOf(list) : []))
  const [name, other] = parameters.flatMap(parameter => parameter.childrenForFieldName('name'))
  if (!name || other || parameters.length !== 1 || parameters[0]?.type !== 'parameter_declaration')
    return false
  const object = node.type === 'identifier' ? types.objectOf(node) : undefined
  return object?.declarations.some(declared => declared.node === name) ?? false
}

/** A call of a helper, and the header that it makes. */
export interface HelperCall {
  readonly node: SyntaxNode
  readonly layout: Layout
  readonly isPointer: boolean
  readonly origin: Origin
}

/** What a call of a helper makes; undefined for other calls, and for arguments that are no variables or fields. */
export function helperCallOf(
  call: SyntaxNode,
  helpers: readonly Helper[],
  types: PackageTypes,
): HelperCall | undefined {
  const callee = call.childForFieldName('function')
  const object = calleeOf(types, call)
  const helper = object?.kind === 'func' && helpers.find(each => isSameObject(each.object, object))
  if (!callee || !helper) return undefined
  const [given, other] = argumentsOf(call) ?? []
  const argument = helper.isMethod ? callee.childForFieldName('operand') : given
  if (!argument || other || (helper.isMethod && given) || !isPlain(withoutAddress(argument), types))
    return undefined
  const place = placeGiven(argument, helper, types)
  if (!place) return undefined
  const { layout, isPointer, isCopy } = helper
  return { node: call, layout, isPointer, origin: { kind: isCopy ? 'copy' : 'view', place } }
}

function withoutAddress(node: SyntaxNode): SyntaxNode {
  return operandOf(node, '&') ?? inner(node)
}

/** A variable, or fields of one: evaluating it does nothing. */
function isPlain(node: SyntaxNode, types: PackageTypes): boolean {
  if (node.type === 'identifier') return types.objectOf(node)?.kind === 'var'
  const [operand, field] = [node.childForFieldName('operand'), node.childForFieldName('field')]
  if (node.type !== 'selector_expression' || !operand || !field) return false
  const isPackage = operand.type === 'identifier' && types.objectOf(operand)?.kind === 'package'
  return types.objectOf(field)?.kind === 'var' && (isPackage || isPlain(inner(operand), types))
}

/** The slice or string that an argument is, or that one of pointer type points to. */
function placeGiven(
  argument: SyntaxNode,
  { isMethod, isCopy }: Helper,
  types: PackageTypes,
): Place | undefined {
  const own = placeIn(inner(argument), types)
  // A copy through a pointer panics for nil at once, what is written for it perhaps later.
  if (isCopy) return own
  // A method takes the address of its receiver by itself.
  return placeAt(argument, types) ?? (isMethod ? own : undefined)
}

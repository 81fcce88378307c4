import { argumentsOf, inner, operandOf, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { builtinOf } from '../../go/types/callee.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { convertedBytes } from '../map-bytes-key/bytes-to-string.ts'
import { layoutOf } from '../slice-header/layout.ts'
import { conversionOf, unsafePointerOperand } from '../unsafe/conversion.ts'
import type { FunctionBody } from './function-bodies.ts'
import type { ZeroCopy } from './zero-copy.ts'

/** What a function that makes a string of all bytes of its only parameter does. */
export type ViewFunction =
  /** Shares their memory. */
  { readonly kind: 'view'; readonly panicsWhenEmpty: boolean } | { readonly kind: 'copy' }

/** Reads a function that does nothing but that; undefined for any other. `zeroCopyOf` says what shares memory. */
export function viewFunction(
  { declaration, types }: FunctionBody,
  zeroCopyOf: (value: SyntaxNode, types: PackageTypes) => ZeroCopy | undefined,
): ViewFunction | undefined {
  if (!/^(function|method)_declaration$/.test(declaration.type) || declaration.hasError) return undefined
  const parameter = onlyName(declaration.childForFieldName('parameters'))
  const [list] = partsOf(declaration.childForFieldName('body'))
  if (!parameter || !list) return undefined
  const statements = partsOf(list)
  const guards = statements.filter((statement, index) => index === 0 && isGuard(statement, parameter, types))
  const rest = statements.slice(guards.length)
  const [only, second] = rest
  const value = only && !second ? returnedValue(only) : undefined
  if (!value) return isHeaderView(rest, declaration, parameter, types) ? view(false) : undefined
  const copied = convertedBytes(types, inner(value))
  if (copied && inner(copied).text === parameter) return { kind: 'copy' }
  const made = zeroCopyOf(value, types)
  if (made?.bytes?.type !== 'identifier' || made.bytes.text !== parameter) return undefined
  return view(made.panicsWhenEmpty && guards.length === 0)
}

function view(panicsWhenEmpty: boolean): ViewFunction {
  return { kind: 'view', panicsWhenEmpty }
}

/** The name of the only parameter, or result. */
function onlyName(list: SyntaxNode | undefined): string | undefined {
  const [name, second] = partsOf(list).flatMap(one => one.childrenForFieldName('name'))
  return second ? undefined : name?.text
}

function returnedValue(statement: SyntaxNode): SyntaxNode | undefined {
  const [values] = statement.type === 'return_statement' ? partsOf(statement) : []
  const [value, second] = partsOf(values)
  return second ? undefined : value
}

// if len(b) == 0 { return "" }
function isGuard(statement: SyntaxNode, parameter: string, types: PackageTypes): boolean {
  if (statement.type !== 'if_statement' || statement.childForFieldName('alternative')) return false
  const condition = statement.childForFieldName('condition')
  const measured = condition?.childForFieldName('left')
  const [list] = partsOf(statement.childForFieldName('consequence'))
  const [result, second] = partsOf(list)
  const value = result && !second ? returnedValue(result) : undefined
  const constant = value && types.constantOf(value)
  return (
    condition?.childForFieldName('operator')?.type === '==' &&
    condition.childForFieldName('right')?.text === '0' &&
    measured !== undefined &&
    builtinOf(types, measured) === 'len' &&
    argumentsOf(measured)?.[0]?.text === parameter &&
    constant?.kind === 'string' &&
    constant.bytes === ''
  )
}

/**
 * `from := (*SliceHeader)(unsafe.Pointer(&b)); to := (*StringHeader)(unsafe.Pointer(&s)); to.Data = from.Data;
 * to.Len = from.Len; return`, with s the result.
 */
function isHeaderView(
  statements: readonly SyntaxNode[],
  declaration: SyntaxNode,
  parameter: string,
  types: PackageTypes,
): boolean {
  const [first, second, third, fourth, last, more] = statements
  const result = onlyName(declaration.childForFieldName('result'))
  if (!first || !second || !third || !fourth || !last || more || !result) return false
  const headers = [first, second].map(statement => headerOf(statement, types))
  const from = headers.find(header => header?.kind === 'slice')
  const to = headers.find(header => header?.kind === 'string')
  if (from?.of !== parameter || to?.of !== result) return false
  const parts = new Set([third, fourth].map(statement => copiedPart(statement, from, to)))
  const isReturn =
    last.type === 'return_statement' && (partsOf(last).length === 0 || returnedValue(last)?.text === result)
  return parts.has('Data') && parts.has('Len') && isReturn
}

interface PointedHeader {
  readonly name: string
  readonly kind: 'slice' | 'string'
  readonly of: string
  readonly parts: ReadonlyMap<string, string>
}

// header := (*H)(unsafe.Pointer(&x))
function headerOf(statement: SyntaxNode, types: PackageTypes): PointedHeader | undefined {
  if (statement.type !== 'short_var_declaration') return undefined
  const [name, other] = partsOf(statement.childForFieldName('left'))
  const [value] = partsOf(statement.childForFieldName('right'))
  const conversion = value && conversionOf(value, types)
  if (!name || other || conversion?.target.kind !== 'pointer') return undefined
  const layout = layoutOf(conversion.target.element)
  const operand = unsafePointerOperand(conversion.operand, types)
  const of = operand && operandOf(operand, '&')
  if (!layout || layout.strangeness !== undefined || of?.type !== 'identifier') return undefined
  return { name: name.text, kind: layout.kind, of: of.text, parts: layout.parts }
}

// to.Data = from.Data
function copiedPart(statement: SyntaxNode, from: PointedHeader, to: PointedHeader): string | undefined {
  const [left, other] = partsOf(statement.childForFieldName('left'))
  const [right] = partsOf(statement.childForFieldName('right'))
  if (statement.type !== 'assignment_statement' || other || !left || !right) return undefined
  if (statement.childForFieldName('operator')?.type !== '=') return undefined
  const part = to.parts.get(left.childForFieldName('field')?.text ?? '')
  const same = from.parts.get(right.childForFieldName('field')?.text ?? '')
  if (left.childForFieldName('operand')?.text !== to.name) return undefined
  return right.childForFieldName('operand')?.text === from.name && part === same ? part : undefined
}

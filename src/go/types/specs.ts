import { partsOf } from '../syntax/expression.ts'
import type { SyntaxNode } from '../syntax/tree.ts'
import { type Constant, int } from './constant.ts'
import { convertedConstant } from './constant-conversion.ts'
import { evaluate, type Operand } from './evaluate.ts'
import type { Context } from './resolver.ts'
import { defaultType, type Type, unknown } from './type.ts'
import { evaluateType } from './type-expression.ts'
import type { Declaration } from './unit.ts'

/** Type and value of a constant, whose declaration may repeat the one before (https://go.dev/ref/spec#Constant_declarations). */
export function constantOfSpec(
  { name, spec, whole }: Pick<Declaration, 'name' | 'spec' | 'whole'>,
  context: Context,
): { readonly type: Type; readonly value: Constant | undefined } {
  const nothing = { type: unknown, value: undefined }
  if (whole.hasError) return nothing
  const place = constantSpecs(whole).get(spec)
  const iota = place && int(BigInt(place.position))
  if (!place?.source || !iota) return nothing
  const { source } = place
  const inner: Context = { ...context, iota, isRepeated: source !== spec }
  const index = spec.childrenForFieldName('name').indexOf(name)
  const expression = partsOf(source.childForFieldName('value'))[index]
  if (!expression) return nothing

  const declared = source.childForFieldName('type')
  const type = declared && evaluateType(declared, inner)
  const operand = evaluate(expression, inner)
  if (operand.mode !== 'value') return { type: type ?? unknown, value: undefined }
  if (!type) return { type: operand.type, value: operand.constant }
  return { type, value: operand.constant && convertedConstant(operand.constant, type) }
}

interface ConstantSpec {
  /** What iota is in it. */
  readonly position: number
  /** The specification whose values it has: itself, or one before; undefined when there is none. */
  readonly source: SyntaxNode | undefined
}

const groups = new WeakMap<SyntaxNode, ReadonlyMap<SyntaxNode, ConstantSpec>>()

/** The specifications of a constant declaration; worked out once, as some have thousands. */
function constantSpecs(whole: SyntaxNode): ReadonlyMap<SyntaxNode, ConstantSpec> {
  const known = groups.get(whole)
  if (known) return known
  const made = new Map<SyntaxNode, ConstantSpec>()
  let source: SyntaxNode | undefined
  for (const spec of whole.children) {
    if (spec.type !== 'const_spec') continue
    if (spec.childForFieldName('value')) source = spec
    made.set(spec, { position: made.size, source })
  }
  groups.set(whole, made)
  return made
}

/** The type of a package-level variable. */
export function typeOfVariable({ name, spec, whole }: Declaration, context: Context): Type {
  if (whole.hasError) return unknown
  const { types } = variablesOfSpec(spec, context)
  return types[spec.childrenForFieldName('name').indexOf(name)] ?? unknown
}

/** The types of all variables of a declaration, worked out once. */
export function variablesOfSpec(spec: SyntaxNode, context: Context): { readonly types: readonly Type[] } {
  const { specs } = context.resolver
  const known = specs.get(spec) as { types: readonly Type[] } | undefined
  if (known) return known
  // Asked again while it is worked out: a cycle.
  specs.set(spec, { types: [] })
  const made = { types: typesOfSpec(spec, context) }
  specs.set(spec, made)
  return made
}

function typesOfSpec(spec: SyntaxNode, context: Context): readonly Type[] {
  const names = spec.childrenForFieldName('name')
  const typeNode = spec.childForFieldName('type')
  const declared = typeNode && evaluateType(typeNode, context)
  const values = partsOf(spec.childForFieldName('value'))
  if (!declared) return typesOfValues(values, names.length, context)
  for (const value of values) evaluate(value, context)
  return names.map(() => declared)
}

/** The types that variables get from a list of values: one each, or all from one call or comma-ok expression. */
export function typesOfValues(values: readonly SyntaxNode[], count: number, context: Context): Type[] {
  const operands = values.map(value => evaluate(value, context))
  const [only] = operands
  if (operands.length === count) return operands.map(singleType)
  if (!only || operands.length > 1) return []
  return tupleTypes(only, count)
}

function singleType(operand: Operand): Type {
  if (operand.mode !== 'value') return unknown
  const { type } = operand
  if (type.kind === 'tuple') return unknown
  return defaultType(type)
}

function tupleTypes(operand: Operand, count: number): Type[] {
  if (operand.mode !== 'value') return []
  if (operand.type.kind === 'tuple') return [...operand.type.types]
  return operand.hasCommaOk && count === 2 ? [operand.type, { kind: 'basic', name: 'bool' }] : []
}

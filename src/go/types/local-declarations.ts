import { partsOf } from '../syntax/expression.ts'
import type { SyntaxNode } from '../syntax/tree.ts'
import { aliasTarget } from './alias.ts'
import { evaluate } from './evaluate.ts'
import { lazy } from './lazy.ts'
import { localType } from './named.ts'
import type { ConstObject, TypeObject } from './object.ts'
import { type Context, recordObject } from './resolver.ts'
import { declareIn, type Scope } from './scope.ts'
import { declareVariable } from './signature.ts'
import { constantOfSpec, typesOfValues, variablesOfSpec } from './specs.ts'
import { type Type, unknown } from './type.ts'
import { declarationsIn } from './unit.ts'

/** A context in a function. */
export type Local = Context & { readonly scope: Scope }

/** Declares what a var, const or type declaration in a function declares. */
export function declare(node: SyntaxNode, context: Local): void {
  if (node.type === 'var_declaration') {
    declareVariables(node, context)
    return
  }
  for (const { kind, name, spec } of declarationsIn(node, context.file)) {
    if (kind === 'type') {
      declareType(name, spec, context)
      continue
    }
    const { type, value } = constantOfSpec({ name, spec, whole: node }, context)
    const object: ConstObject = {
      kind: 'const',
      name: name.text,
      package: context.resolver.unit.importPath,
      declarations: [{ path: context.file.path, node: name }],
      type: () => type,
      value: () => value,
    }
    recordObject(context, name, object)
    // The names of one specification are in scope after it.
    if (spec.childrenForFieldName('name').at(-1) === name) declareAll(spec, context, object)
    else context.resolver.specs.set(name, object)
  }
}

function declareAll(spec: SyntaxNode, context: Local, last: ConstObject): void {
  for (const name of spec.childrenForFieldName('name')) {
    const object = context.resolver.specs.get(name) as ConstObject | undefined
    declareIn(context.scope, object ?? last)
  }
}

function declareVariables(node: SyntaxNode, context: Local): void {
  const specs = new Set(declarationsIn(node, context.file).map(({ spec }) => spec))
  for (const spec of specs) {
    const { types } = variablesOfSpec(spec, context)
    for (const [index, name] of spec.childrenForFieldName('name').entries())
      declareVariable(name, types[index] ?? unknown, context, context.scope)
  }
}

function declareType(name: SyntaxNode, spec: SyntaxNode, context: Local): void {
  if (spec.type === 'type_alias') {
    const target = aliasTarget(spec, context)
    const object = typeObject(
      name,
      () => target.type,
      context,
      () => target.typeParameters,
    )
    declareIn(context.scope, object)
    return
  }
  // What is declared later in this block is not meant in the type.
  const scope: Scope = { outer: context.scope.outer, names: new Map(context.scope.names) }
  const type = lazy(() => localType(spec, name, { ...context, scope }), unknown)
  const object = typeObject(name, type, context, () => {
    const made = type()
    return made.kind === 'named' ? made.declaration.typeParameters() : []
  })
  declareIn(scope, object)
  declareIn(context.scope, object)
  const made = type()
  if (made.kind === 'named') made.declaration.underlyings()
}

function typeObject(
  name: SyntaxNode,
  type: () => Type,
  context: Local,
  typeParameters: () => readonly Type[],
): TypeObject {
  const object: TypeObject = {
    kind: 'type',
    name: name.text,
    package: context.resolver.unit.importPath,
    declarations: [{ path: context.file.path, node: name }],
    type,
    typeParameters,
  }
  recordObject(context, name, object)
  return object
}

/** Names that the same block has declared already are assigned to (https://go.dev/ref/spec#Short_variable_declarations). */
export function shortDeclaration(node: SyntaxNode, context: Local): void {
  const names = partsOf(node.childForFieldName('left'))
  const values = partsOf(node.childForFieldName('right'))
  const types = typesOfValues(values, names.length, context)
  declareOrAssign(names, types, context)
}

/** Predeclared names that the grammar tells from others may be declared anew. */
const NAMES = new Set(['identifier', 'nil', 'true', 'false', 'iota'])

/** Declares the names that are new in this block; the others are assigned to. */
export function declareOrAssign(names: readonly SyntaxNode[], types: readonly Type[], context: Local): void {
  for (const [index, name] of names.entries()) {
    const isKnown = name.text !== '_' && context.scope.names.get(name.text)?.kind === 'var'
    if (isKnown || !NAMES.has(name.type)) evaluate(name, context)
    else declareVariable(name, types[index] ?? unknown, context, context.scope)
  }
}

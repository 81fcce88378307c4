import type { SyntaxNode } from '../syntax/tree.ts'
import { lazy } from './lazy.ts'
import type { TypeObject } from './object.ts'
import { type Context, recordObject } from './resolver.ts'
import { declareIn, type Scope } from './scope.ts'
import { type Type, type TypeParameter, unknown } from './type.ts'
import { evaluateConstraint } from './type-expression.ts'

/** Declares the type parameters of a list in its scope (https://go.dev/ref/spec#Type_parameter_declarations). */
export function declareTypeParameters(
  list: SyntaxNode | undefined,
  context: Context,
  scope: Scope,
): readonly TypeParameter[] {
  const declarations = list?.children.filter(({ type }) => type === 'type_parameter_declaration') ?? []
  return declarations.flatMap(declaration => {
    const constraint = declaration.childForFieldName('type')
    const work = lazy(() => (constraint ? evaluateConstraint(constraint, context) : unknown), unknown)
    return declaration
      .childrenForFieldName('name')
      .map(name => declareTypeParameter(name, work, context, scope))
  })
}

export function declareTypeParameter(
  name: SyntaxNode,
  constraint: () => Type,
  context: Context,
  scope: Scope,
): TypeParameter {
  const parameter: TypeParameter = { kind: 'parameter', name: name.text, constraint }
  const object: TypeObject = {
    kind: 'type',
    name: name.text,
    package: context.resolver.unit.importPath,
    declarations: [{ path: context.file.path, node: name }],
    type: () => parameter,
    typeParameters: () => [],
  }
  declareIn(scope, object)
  recordObject(context, name, object)
  return parameter
}

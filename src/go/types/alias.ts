import type { SyntaxNode } from '../syntax/tree.ts'
import type { Context } from './resolver.ts'
import { innerScope } from './scope.ts'
import type { Type, TypeParameter } from './type.ts'
import { evaluateType } from './type-expression.ts'
import { declareTypeParameters } from './type-parameters.ts'

/** What an alias declaration stands for (https://go.dev/ref/spec#Alias_declarations). */
export function aliasTarget(
  spec: SyntaxNode,
  context: Context,
): { readonly type: Type; readonly typeParameters: readonly TypeParameter[] } {
  const scope = innerScope(context.scope)
  const inner = { ...context, scope }
  const typeParameters = declareTypeParameters(spec.childForFieldName('type_parameters'), inner, scope)
  const type = spec.childForFieldName('type')
  return { type: type ? evaluateType(type, inner) : { kind: 'unknown' }, typeParameters }
}

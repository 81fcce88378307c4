import type { SyntaxNode } from '../syntax/tree.ts'
import { agreed, contextOf, methodObject } from './declared.ts'
import { canCoexist, type TypedFile } from './files.ts'
import { lazy } from './lazy.ts'
import type { Context, Resolver } from './resolver.ts'
import { innerScope } from './scope.ts'
import { signatureOf } from './signature.ts'
import { substituted } from './substitute.ts'
import {
  type Method,
  type NamedType,
  type Type,
  type TypeDeclaration,
  type TypeParameter,
  unknown,
} from './type.ts'
import { evaluateType } from './type-expression.ts'
import { declareTypeParameters } from './type-parameters.ts'
import { underlyingsOf } from './underlying.ts'
import type { Declaration } from './unit.ts'

/** The type that package-level declarations define together, one for each platform; generic types with their own parameters. */
export function namedType(resolver: Resolver, declarations: readonly Declaration[]): Type {
  const [first] = declarations
  if (!first) return unknown
  const name = first.name.text
  const { importPath } = resolver.unit
  return definedType(`${importPath}.${name}`, importPath, name, {
    bodies: declarations.map(({ spec }) => spec),
    contexts: declarations.map(declaration => contextOf(resolver, declaration)),
    method: (wanted, parameters, file) => findMethod(resolver, declarations, wanted, parameters, file),
  })
}

/** The type that a declaration in a function defines; it has no methods. */
export function localType(spec: SyntaxNode, name: SyntaxNode, context: Context): Type {
  const { importPath } = context.resolver.unit
  const key = `${importPath}.${name.text} ${context.file.path}:${name.startIndex}`
  return definedType(key, importPath, name.text, {
    bodies: [spec],
    contexts: [context],
    method: () => undefined,
  })
}

function definedType(
  key: string,
  path: string,
  name: string,
  {
    bodies,
    contexts,
    method,
  }: {
    readonly bodies: readonly SyntaxNode[]
    readonly contexts: readonly Context[]
    readonly method: (
      name: string,
      typeParameters: () => readonly TypeParameter[],
      file?: TypedFile,
    ) => Method | 'unknown' | undefined
  },
): NamedType {
  const parts = bodies.map((spec, index) => {
    const context = contexts[index] as Context
    const scope = innerScope(context.scope)
    const inner = { ...context, scope }
    const typeParameters = lazy<readonly TypeParameter[]>(
      () => declareTypeParameters(spec.childForFieldName('type_parameters'), inner, scope),
      [],
    )
    const body = spec.childForFieldName('type')
    const underlying = lazy<Type>(() => {
      typeParameters()
      if (!body || spec.hasError) return unknown
      const type = evaluateType(body, inner)
      return type.kind === 'named' ? agreed(underlyingsOf(type)) : type
    }, unknown)
    return { file: context.file, typeParameters, underlying }
  })
  const typeParameters = () => parts[0]?.typeParameters() ?? []
  const whole: TypeDeclaration = {
    key,
    package: path,
    name,
    typeParameters,
    underlyings: () => parts.map(({ underlying }) => underlying()),
    method: wanted => method(wanted, typeParameters),
  }
  const declaration = parts.length < 2 ? whole : { ...whole, builtWith }
  return {
    kind: 'named',
    declaration,
    get arguments() {
      return typeParameters()
    },
  }

  function builtWith(file: TypedFile): TypeDeclaration {
    const built = parts.filter(part => canCoexist(part.file, file))
    if (built.length === 0) return whole
    return {
      ...whole,
      underlyings: () => built.map(part => part.underlying()),
      method: wanted => method(wanted, typeParameters, file),
    }
  }
}

function findMethod(
  resolver: Resolver,
  types: readonly Declaration[],
  name: string,
  typeParameters: () => readonly TypeParameter[],
  from: TypedFile | undefined,
): Method | 'unknown' | undefined {
  const { unit } = resolver
  const [type] = types
  if (!type) return undefined
  const all = unit
    .methodsNamed(name)
    .filter(({ receiver = '' }) => receiver === type.name.text || isAlias(resolver, receiver, type.name.text))
    .filter(({ file }) => !from || canCoexist(from, file))
  if (all.length === 0) return unit.mayDeclare(name) ? 'unknown' : undefined
  const declarations = all.filter(method => types.some(({ file }) => canCoexist(file, method.file)))
  if (declarations.length === 0) return 'unknown'
  return methodOf(declarations)

  function methodOf(declarations: readonly Declaration[]): Method | 'unknown' {
    const object = methodObject(resolver, declarations)
    if (!object) return 'unknown'
    const signatures = declarations.map(declaration =>
      signatureOf(declaration.spec, contextOf(resolver, declaration)),
    )
    const pointers = new Set(signatures.map(({ receiver }) => receiver?.kind === 'pointer'))
    return {
      name,
      object: () => object,
      hasPointerReceiver: pointers.size === 1 ? pointers.has(true) : undefined,
      type: () =>
        agreed(
          signatures.map(signature =>
            substituted(signature.type, signature.receiverTypeParameters, typeParameters()),
          ),
        ),
    }
  }
}

/** Methods may be declared with another name of their type: `type A = T`. */
function isAlias({ unit }: Resolver, name: string, target: string): boolean {
  return unit
    .declarationsOf(name)
    .some(({ spec }) => spec.type === 'type_alias' && spec.childForFieldName('type')?.text === target)
}

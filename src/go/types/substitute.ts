import type { Field, FuncType, Method, Type, TypeParameter } from './type.ts'

/** The type with type arguments in place of type parameters. */
export function substituted(
  type: Type,
  parameters: readonly TypeParameter[],
  replacements: readonly Type[],
): Type {
  if (parameters.length === 0) return type
  return replace(type)

  function replace(type: Type): Type {
    switch (type.kind) {
      case 'basic':
      case 'unknown':
        return type
      case 'parameter': {
        const index = parameters.indexOf(type)
        return index < 0 ? type : (replacements[index] ?? { kind: 'unknown' })
      }
      case 'named':
        return type.arguments.length === 0 ? type : { ...type, arguments: type.arguments.map(replace) }
      case 'pointer':
      case 'slice':
      case 'array':
      case 'channel':
        return { ...type, element: replace(type.element) }
      case 'map':
        return { ...type, key: replace(type.key), element: replace(type.element) }
      case 'func':
        return replaceInFunc(type)
      case 'struct':
        return { ...type, fields: type.fields.map(replaceInField) }
      case 'interface':
        return { ...type, methods: type.methods.map(replaceInMethod), embedded: type.embedded.map(replace) }
      case 'union':
        return { ...type, terms: type.terms.map(term => ({ ...term, type: replace(term.type) })) }
      case 'tuple':
        return { ...type, types: type.types.map(replace) }
    }
  }

  function replaceInFunc(type: FuncType): FuncType {
    return { ...type, parameters: type.parameters.map(replace), results: type.results.map(replace) }
  }

  function replaceInField(field: Field): Field {
    return { ...field, type: replace(field.type) }
  }

  function replaceInMethod(method: Method): Method {
    return { ...method, type: () => replace(method.type()) }
  }
}

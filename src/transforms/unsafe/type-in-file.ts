import { rootOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Type } from '../../go/types/type.ts'
import { importedName, mayBeShadowed } from './names.ts'

/** The type as the code around a node can write it; undefined when it has no name there, or may mean another type. */
export function typeInFile(type: Type, at: SyntaxNode, types: PackageTypes): string | undefined {
  switch (type.kind) {
    case 'basic': {
      if (type.name === 'unsafe.Pointer') return qualified('unsafe', 'Pointer', at, types)
      const name = type.name === 'uint8' ? 'byte' : type.name
      return name.startsWith('untyped') || mayBeShadowed(name, at, types) ? undefined : name
    }
    case 'named': {
      const { package: path, name, key } = type.declaration
      if (type.arguments.length > 0 || key.includes(' ')) return undefined
      if (path !== '' && path !== types.importPath) return qualified(path, name, at, types)
      return isDeclaredInside(name, at, types) ? undefined : name
    }
    case 'parameter':
      return type.name
    case 'pointer':
      return prefixed('*', type.element, at, types)
    case 'slice':
      return prefixed('[]', type.element, at, types)
    case 'array':
      return type.length === undefined ? undefined : prefixed(`[${type.length}]`, type.element, at, types)
    default:
      return undefined
  }
}

function prefixed(prefix: string, element: Type, at: SyntaxNode, types: PackageTypes): string | undefined {
  const text = typeInFile(element, at, types)
  return text === undefined ? undefined : prefix + text
}

function qualified(path: string, name: string, at: SyntaxNode, types: PackageTypes): string | undefined {
  if (!/^\p{Lu}/u.test(name)) return undefined
  const packageName = importedName(path, rootOf(at), types)
  if (packageName === undefined || mayBeShadowed(packageName, at, types)) return undefined
  return `${packageName}.${name}`
}

/** Reports whether the function around a node declares anything of that name. */
export function isDeclaredInside(name: string, at: SyntaxNode, types: PackageTypes): boolean {
  let whole = at
  while (whole.parent?.parent) whole = whole.parent
  return whole
    .descendantsOfType(['identifier', 'type_identifier'])
    .some(
      node =>
        node.text === name &&
        types.objectOf(node)?.declarations.some(({ node: declared }) => declared === node) &&
        node.parent !== whole,
    )
}

import type { SyntaxNode } from './tree.ts'

const SPECS = ['const_spec', 'var_spec', 'type_spec', 'type_alias']

/** The names that a declaration outside functions adds to its package; methods and imports add none. */
export function declaredNames(declaration: SyntaxNode): readonly SyntaxNode[] {
  if (declaration.type === 'function_declaration') return declaration.childrenForFieldName('name')
  if (!/^(?:const|var|type)_declaration$/.test(declaration.type)) return []
  return declaration.descendantsOfType(SPECS).flatMap(spec => spec.childrenForFieldName('name'))
}

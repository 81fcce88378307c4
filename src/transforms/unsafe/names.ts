import { declaredNames } from '../../go/syntax/declared-names.ts'
import { functionAround, rootOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { predeclared } from '../../go/types/universe.ts'

/** The grammar tells some predeclared names from others; they may be declared anew. */
const IDENTIFIERS = ['identifier', 'type_identifier', 'package_identifier', 'nil', 'true', 'false', 'iota']

/** The name by which a file refers to an imported package; undefined when it does not, or not by one name alone. */
export function importedName(importPath: string, root: SyntaxNode, types: PackageTypes): string | undefined {
  const names = new Set<string>()
  for (const spec of root.descendantsOfType('import_spec')) {
    const path = spec.childForFieldName('path')?.text.slice(1, -1)
    if (path !== importPath) continue
    const name = spec.childForFieldName('name')?.text
    if (name === undefined) names.add(nameInUse(importPath, root, types) ?? lastElement(importPath))
    else if (name !== '_' && name !== '.') names.add(name)
  }
  const [only] = names
  return names.size === 1 ? only : undefined
}

/** What the uses of the package in the file show its name to be. */
function nameInUse(importPath: string, root: SyntaxNode, types: PackageTypes): string | undefined {
  for (const node of root.descendantsOfType(['selector_expression', 'qualified_type'])) {
    const name = node.childForFieldName('operand') ?? node.childForFieldName('package')
    const object = name && types.objectOf(name)
    if (object?.kind === 'package' && object.importPath === importPath) return object.name
  }
  return undefined
}

function lastElement(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/**
 * Reports whether a name that means the predeclared identifier or the imported package at the top of the file may mean
 * something else in the function around a node: declared in it, or by the package.
 */
export function mayBeShadowed(name: string, node: SyntaxNode, types: PackageTypes): boolean {
  if (isImportedAsBuiltin(name, node)) return true
  let around = functionAround(node)
  for (let up = around; up; up = functionAround(up)) around = up
  const inFunction = around ? around.descendantsOfType(IDENTIFIERS) : []
  for (const identifier of inFunction) {
    if (identifier.text !== name || isLabelOrKey(identifier)) continue
    const object = types.objectOf(identifier)
    if (!object || (object.package !== '' && object.kind !== 'package')) return true
  }
  return types.files.some(
    file => file.text.includes(name) && file.tree.rootNode.children.some(whole => declares(whole, name)),
  )
}

/** `import len "strings"` */
function isImportedAsBuiltin(name: string, node: SyntaxNode): boolean {
  if (!predeclared(name)) return false
  return rootOf(node)
    .descendantsOfType('import_spec')
    .some(spec => spec.childForFieldName('name')?.text === name)
}

/** The key of a composite literal may be a field's name. */
function isLabelOrKey({ parent }: SyntaxNode): boolean {
  return parent?.type === 'literal_element' && parent.fieldName === 'key'
}

function declares(whole: SyntaxNode, name: string): boolean {
  return declaredNames(whole).some(({ text }) => text === name)
}

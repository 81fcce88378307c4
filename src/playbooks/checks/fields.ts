import { importNames } from '../../go/imports.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { type Finder, siteOf } from './uses.ts'

/** Finds fields by name, in literals and selectors, in files that import the package of their struct. */
export function fieldsOf(importPath: string, names: readonly [string, ...string[]]): Finder {
  const wanted = new Set(names)
  return {
    mentions: [`"${importPath}"`],
    *find(file) {
      const root = file.tree.rootNode
      if (![...importNames(root).values()].includes(importPath)) return
      for (const element of root.descendantsOfType('keyed_element')) {
        const key = element.namedChildren[0]
        if (key && wanted.has(key.text)) yield siteOf(file, key, `the field ${key.text}`)
      }
      for (const selector of root.descendantsOfType('selector_expression')) {
        const field = selector.childForFieldName('field')
        if (field && wanted.has(field.text)) yield siteOf(file, field, `the field ${field.text}`)
      }
    },
  }
}

/** Finds literals of a struct that leave a field at its default; it may be set later. */
export function literalsWithout(importPath: string, type: string, field: string): Finder {
  return {
    mentions: [`"${importPath}"`],
    *find(file) {
      const root = file.tree.rootNode
      const imports = importNames(root)
      for (const literal of root.descendantsOfType('composite_literal')) {
        const name = literal.childForFieldName('type')
        if (!name || !isType(name, importPath, type, imports)) continue
        const elements = literal.childForFieldName('body')?.namedChildren ?? []
        if (elements.some(element => element.namedChildren[0]?.text === field)) continue
        yield siteOf(file, name, `${name.text} without ${field}`)
      }
    },
  }
}

function isType(
  node: SyntaxNode,
  importPath: string,
  type: string,
  imports: ReadonlyMap<string, string>,
): boolean {
  if (node.type !== 'qualified_type' || node.childForFieldName('name')?.text !== type) return false
  return imports.get(node.childForFieldName('package')?.text ?? '') === importPath
}

import type { GoFile } from '../../go/file.ts'
import { importNames } from '../../go/imports.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { CheckStep, Site } from '../../playbook.ts'

/** The part of a check that looks for sites. */
export type Finder = Pick<CheckStep, 'mentions' | 'find'>

/** The site of a node. */
export function siteOf({ path }: GoFile, { startIndex, endIndex }: SyntaxNode, message: string): Site {
  return { at: { path, startIndex, endIndex }, message }
}

/**
 * Finds `pkg.Name` for names of one imported package. Syntax alone: a local variable that is called like
 * the package is listed too.
 */
export function usesOf(importPath: string, names: readonly [string, ...string[]]): Finder {
  const wanted = new Set(names)
  return {
    mentions: [`"${importPath}"`],
    *find(file) {
      const root = file.tree.rootNode
      const imports = importNames(root)
      for (const node of root.descendantsOfType(['selector_expression', 'qualified_type'])) {
        const [left, right] = sides(node)
        if (!left || !right || !wanted.has(right) || imports.get(left) !== importPath) continue
        yield siteOf(file, node, `${left}.${right}`)
      }
    },
  }
}

/** Finds calls of methods by name, in files that import the package of the type; other types may have such a method. */
export function methodsOf(importPath: string, names: readonly [string, ...string[]]): Finder {
  const wanted = new Set(names)
  return {
    mentions: [`"${importPath}"`],
    *find(file) {
      const root = file.tree.rootNode
      const imports = importNames(root)
      if (![...imports.values()].includes(importPath)) return
      for (const call of root.descendantsOfType('call_expression')) {
        const [left, right] = sides(call.childForFieldName('function') ?? call)
        if (!right || !wanted.has(right) || (left && imports.has(left))) continue
        yield siteOf(file, call, `a call of the method ${right}`)
      }
    },
  }
}

/** Finds what any of several finders finds. */
export function either(...finders: readonly [Finder, ...Finder[]]): Finder {
  const [first, ...rest] = finders
  return {
    mentions: [...first.mentions, ...rest.flatMap(({ mentions }) => mentions)],
    *find(file) {
      for (const { find } of finders) yield* find(file)
    },
  }
}

function sides(node: SyntaxNode): readonly [string | undefined, string | undefined] {
  const left = node.childForFieldName('operand') ?? node.childForFieldName('package')
  const right = node.childForFieldName('field') ?? node.childForFieldName('name')
  return [left?.text, right?.text]
}

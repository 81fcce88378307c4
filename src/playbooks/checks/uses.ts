import { importNames } from '../../go/imports.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { CheckStep } from '../../playbook.ts'

/**
 * Finds `pkg.Name` for names of one imported package. Syntax alone: a local variable that is called like
 * the package is listed too.
 */
export function usesOf(
  importPath: string,
  names: readonly [string, ...string[]],
): Pick<CheckStep, 'mentions' | 'find'> {
  const wanted = new Set(names)
  return {
    mentions: [`"${importPath}"`],
    *find(file) {
      const root = file.tree.rootNode
      const imports = importNames(root)
      for (const node of root.descendantsOfType(['selector_expression', 'qualified_type'])) {
        const [left, right] = sides(node)
        if (!left || !right || !wanted.has(right) || imports.get(left) !== importPath) continue
        const { startIndex, endIndex } = node
        yield { at: { path: file.path, startIndex, endIndex }, message: `${left}.${right}` }
      }
    },
  }
}

function sides(node: SyntaxNode): readonly [string | undefined, string | undefined] {
  const left = node.childForFieldName('operand') ?? node.childForFieldName('package')
  const right = node.childForFieldName('field') ?? node.childForFieldName('name')
  return [left?.text, right?.text]
}

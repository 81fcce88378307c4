import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { type Layout, layoutOf } from './layout.ts'

/** A name of a header's type. */
export interface Mention {
  readonly node: SyntaxNode
  readonly layout: Layout
}

/** Every name of a header's type, package qualifier included. */
export function mentionsIn(whole: SyntaxNode, types: PackageTypes): Mention[] {
  return whole.descendantsOfType(['identifier', 'type_identifier', 'field_identifier']).flatMap(name => {
    const object = types.objectOf(name)
    if (object?.kind !== 'type' || isInTypeDeclaration(name)) return []
    const layout = layoutOf(object.type())
    if (!layout) return []
    const { parent } = name
    const isQualified = parent?.type === 'selector_expression' || parent?.type === 'qualified_type'
    return [{ node: isQualified ? parent : name, layout }]
  })
}

/** A declared type is no header; what is made of it is. */
function isInTypeDeclaration(name: SyntaxNode): boolean {
  const { parent } = name
  const type = parent?.type === 'qualified_type' ? parent : name
  return type.parent?.type === 'type_spec' || type.parent?.type === 'type_alias'
}

import type { SyntaxNode } from '../syntax/tree.ts'
import { resolveName } from './names.ts'
import type { GoObject } from './object.ts'
import { type Context, recordObject } from './resolver.ts'

/** What `package.Name` denotes; undefined when it is not known, or the operand is no package. */
export function qualifiedObject(node: SyntaxNode, context: Context): GoObject | undefined {
  const operand = node.childForFieldName('package') ?? node.childForFieldName('operand')
  const name = node.childForFieldName('name') ?? node.childForFieldName('field')
  if (!operand || !name) return undefined
  if (operand.type !== 'package_identifier' && operand.type !== 'identifier') return undefined
  const package_ = resolveName(operand, context)
  if (package_?.kind !== 'package') return undefined
  const object = context.resolver.imports.member(package_.importPath, name.text, context)
  recordObject(context, name, object)
  return object
}

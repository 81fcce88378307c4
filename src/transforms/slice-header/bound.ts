import { functionAround, outer, partsOf, statementAround } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { mentionsIn } from './mentions.ts'
import type { Site } from './site.ts'

/** A header and the variable that it is declared with, if any. */
export interface Bound {
  readonly site: Site
  readonly variable?: SyntaxNode
  readonly declaration?: SyntaxNode
}

/** The variable that is declared with the header; `elsewhere` when another header's use covers the site. */
export function boundTo(site: Site, types: PackageTypes): Bound | string {
  if (site.node.type === 'var_spec') {
    const names = site.node.childrenForFieldName('name')
    return declaredWith(site, names, names[0], site.node)
  }
  let made = site
  let node = outer(site.node)
  const { parent } = node
  const operator =
    parent?.type === 'unary_expression' ? parent.childForFieldName('operator')?.type : undefined
  if (parent && operator === '&' && !site.isPointer) {
    node = outer(parent)
    made = { ...site, node: parent, isPointer: true }
  }
  if (parent && operator === '*' && site.origin.kind === 'view') {
    const copy = outer(parent)
    if (valueIndex(copy) !== undefined) {
      node = copy
      made = { ...site, node: parent, isPointer: false, origin: { ...site.origin, kind: 'copy' } }
    }
  }
  const list = valueList(node)
  if (!list) return isFilling(node) ? 'elsewhere' : { site: made }
  if (list.type === 'assignment_statement')
    return isFilling(node) || isHeaderVariable(node, types) ? 'elsewhere' : keptWhere(targetOf(node))
  const names =
    list.type === 'var_spec'
      ? list.childrenForFieldName('name')
      : partsOf(list.childForFieldName('left') ?? list)
  return declaredWith(made, names, names[valueIndex(node) ?? 0], list)
}

/** The statement in whose list of values a node is. */
function valueList(node: SyntaxNode): SyntaxNode | undefined {
  const { parent } = node
  if (parent?.type !== 'expression_list') return undefined
  const isValue = parent.fieldName === 'right' || parent.fieldName === 'value'
  return isValue ? parent.parent : undefined
}

function valueIndex(node: SyntaxNode): number | undefined {
  const list = valueList(node)
  return list && node.parent ? partsOf(node.parent).indexOf(node) : undefined
}

/** The composite literal in `*header = Header{…}`. */
function isFilling(node: SyntaxNode): boolean {
  return node.type === 'composite_literal' && valueList(node)?.type === 'assignment_statement'
}

/** What of an assignment a value is given to. */
function targetOf(value: SyntaxNode): SyntaxNode | undefined {
  const left = valueList(value)?.childForFieldName('left')
  return left && partsOf(left)[valueIndex(value) ?? 0]
}

function keptWhere(target: SyntaxNode | undefined): string {
  if (target?.type !== 'selector_expression') return 'it is assigned to a variable that is declared before'
  return `it is kept in ${target.text}; have that be a pointer to the slice or string itself, and read its words where they are used`
}

/** A variable that is declared with a header is refused there when it gets another. */
function isHeaderVariable(value: SyntaxNode, types: PackageTypes): boolean {
  const left = valueList(value)?.childForFieldName('left')
  const target = targetOf(value)
  const object = target?.type === 'identifier' ? types.objectOf(target) : undefined
  const declared = object?.declarations[0]?.node
  const made = declared && statementAround(declared)
  if (object?.kind !== 'var' || object.isPackageLevel || !made || !declared) return false
  const isParameter = declared.parent?.type === 'parameter_declaration'
  return !isParameter && partsOf(left ?? made).length === 1 && mentionsIn(made, types).length > 0
}

function declaredWith(
  site: Site,
  names: readonly SyntaxNode[],
  name: SyntaxNode | undefined,
  spec: SyntaxNode,
): Bound | string {
  const declaration = statementAround(spec)
  if (!name || names.length !== 1) return 'it is declared together with other variables'
  if (!declaration || !functionAround(spec)) return 'it is kept in a variable outside functions'
  const isAlone = declaration === spec || declaration.descendantsOfType('var_spec').length === 1
  if (!isAlone || !/^(?:var|short_var)_declaration$/.test(declaration.type))
    return 'it is declared together with other variables'
  if (name.text === '_') return 'it is assigned to the blank identifier'
  return { site, variable: name, declaration }
}

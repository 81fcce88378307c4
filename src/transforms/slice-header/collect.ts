import { functionAround, outer, partsOf, statementAround } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { builtinOf } from '../../go/types/callee.ts'
import type { VarObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { callPlaces } from './call-places.ts'
import type { Header, Origin, Refused, Use } from './header.ts'
import { type Helper, helperCallOf } from './helpers.ts'
import { type Layout, layoutOf } from './layout.ts'
import { type Place, viewOf } from './place.ts'
import { useOf } from './use.ts'

/** All headers in one top-level declaration, and what looks like one and is not understood. */
export interface Collected {
  readonly headers: readonly Header[]
  readonly refused: readonly Refused[]
}

/** A place where a header comes into being. */
interface Site {
  readonly node: SyntaxNode
  readonly layout: Layout
  readonly origin: Origin
  readonly isPointer: boolean
}

export function collectHeaders(
  whole: SyntaxNode,
  types: PackageTypes,
  helpers: readonly Helper[],
): Collected {
  const refused: Refused[] = []
  const headers: Header[] = []
  const loose = new Map<string, { readonly site: Site; readonly uses: Use[] }>()

  for (const mention of mentionsIn(whole, types)) {
    const site = siteOf(mention, types)
    if (typeof site === 'string') {
      if (mention.layout.isNamedSo) refused.push({ at: mention.node, refusal: site })
    } else if (site.layout.strangeness) refused.push({ at: mention.node, refusal: site.layout.strangeness })
    else collect(site, mention.node)
  }
  for (const call of whole.descendantsOfType('call_expression')) {
    const made = helperCallOf(call, helpers, types)
    if (made) collect(made, call)
  }
  for (const { site, uses } of loose.values())
    headers.push({
      layout: site.layout,
      variable: undefined,
      declaration: undefined,
      origin: site.origin,
      at: site.node,
      uses: uses.toSorted((a, b) => a.node.startIndex - b.node.startIndex),
    })
  return { headers, refused }

  function collect(site: Site, at: SyntaxNode): void {
    const bound = boundTo(site, types)
    if (bound === 'elsewhere') return
    if (typeof bound === 'string') {
      refused.push({ at, refusal: bound })
      return
    }
    if (bound.variable) {
      const header = headerOf(bound, whole, types)
      if ('refusal' in header) refused.push(header)
      else headers.push(header)
      return
    }
    const use = useOf({ ...bound.site, isView: bound.site.origin.kind === 'view' }, bound.site.layout, types)
    if (typeof use === 'string') {
      refused.push({ at, refusal: use })
      return
    }
    const key = looseKey(bound.site, types)
    const known = loose.get(key)
    if (known) known.uses.push(use)
    else loose.set(key, { site: bound.site, uses: [use] })
  }
}

interface Mention {
  readonly node: SyntaxNode
  readonly layout: Layout
}

/** Every name of a header's type, package qualifier included. */
function mentionsIn(whole: SyntaxNode, types: PackageTypes): Mention[] {
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

/** Where the mention of a type makes a header, or what it does instead. */
function siteOf({ node, layout }: Mention, types: PackageTypes): Site | string {
  const type = typeAround(node)
  const { parent } = type
  if (parent?.type === 'call_expression' && type.fieldName === 'function') {
    const view = viewOf(parent, types)
    if (!view) return `it is converted to ${layout.name} from something else than an unsafe.Pointer`
    if (typeof view.place === 'string') return view.place
    return { node: parent, layout, origin: { kind: 'view', place: view.place }, isPointer: true }
  }
  if (parent?.type === 'composite_literal')
    return { node: parent, layout, origin: { kind: 'new', literal: parent }, isPointer: false }
  if (parent?.type === 'var_spec' && !parent.childForFieldName('value') && type === node)
    return { node: parent, layout, origin: { kind: 'new', literal: undefined }, isPointer: false }
  if (parent?.type === 'var_spec') return 'elsewhere'
  if (parent?.type === 'argument_list' && builtinOf(types, parent.parent) === 'new')
    return {
      node: parent.parent as SyntaxNode,
      layout,
      origin: { kind: 'new', literal: undefined },
      isPointer: true,
    }
  return otherMention(type, types)
}

/** `*T` and `(*T)` around a type. */
function typeAround(node: SyntaxNode): SyntaxNode {
  const { parent } = node
  if (
    !parent ||
    !/^(?:unary_expression|pointer_type|parenthesized_expression|parenthesized_type)$/.test(parent.type)
  )
    return node
  return typeAround(parent)
}

function otherMention(type: SyntaxNode, types: PackageTypes): string {
  switch (type.parent?.type) {
    case 'parameter_declaration':
    case 'variadic_parameter_declaration':
      return `a function takes it as a parameter${calledAt(type, types)}`
    case 'function_declaration':
    case 'method_declaration':
    case 'func_literal':
    case 'function_type':
    case 'method_elem':
      return `a function returns it${calledAt(type, types)}`
    case 'field_declaration':
      return 'it is kept in the field of a struct'
    case 'type_assertion_expression':
      return 'it is taken out of an interface'
    case 'slice_type':
    case 'array_type':
    case 'map_type':
      return 'it is the element of another type'
    case 'argument_list':
      return 'its size, alignment or type is asked for'
    default:
      return 'it is mentioned where no header is made'
  }
}

function calledAt(type: SyntaxNode, types: PackageTypes): string {
  const around = functionAround(type)
  if (!around?.childForFieldName('name')) return ''
  return `; ${callPlaces(around, types) ?? 'nothing in its package calls it'}`
}

interface Bound {
  readonly site: Site
  readonly variable?: SyntaxNode
  readonly declaration?: SyntaxNode
}

/** The variable that is declared with the header; `elsewhere` when another header's use covers the site. */
function boundTo(site: Site, types: PackageTypes): Bound | string {
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
    return isFilling(node) || isHeaderVariable(node, types)
      ? 'elsewhere'
      : 'it is assigned to a variable that is declared before'
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

/** A variable that is declared with a header is refused there when it gets another. */
function isHeaderVariable(value: SyntaxNode, types: PackageTypes): boolean {
  const statement = valueList(value)
  const left = statement?.childForFieldName('left')
  const target = left && partsOf(left)[valueIndex(value) ?? 0]
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

function headerOf(
  { site, variable, declaration }: Bound,
  whole: SyntaxNode,
  types: PackageTypes,
): Header | Refused {
  const object = variable && types.objectOf(variable)
  const refuse = (refusal: string): Refused => ({ at: site.node, refusal })
  if (!variable || object?.kind !== 'var') return refuse('what its variable is, is not known')
  const uses: Use[] = []
  for (const node of whole.descendantsOfType('identifier')) {
    if (node === variable || node.text !== variable.text) continue
    const other = types.objectOf(node)
    if (!other) return refuse(`what ${node.text} is in ${lineText(node)} is not known`)
    if (other !== object) continue
    const use = useOf(
      { node, isPointer: site.isPointer, isView: site.origin.kind === 'view' },
      site.layout,
      types,
    )
    if (typeof use === 'string') return refuse(`${variable.text}: ${use}`)
    uses.push(use)
  }
  return {
    layout: site.layout,
    variable: object as VarObject,
    declaration,
    origin: site.origin,
    at: site.node,
    uses,
  }
}

function lineText(node: SyntaxNode): string {
  const text = statementAround(node)?.text ?? node.text
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

/** Views of one place that are written out each time are one header. */
function looseKey(site: Site, types: PackageTypes): string {
  const { origin, node } = site
  if (origin.kind !== 'view') return String(node.startIndex)
  const place: Place = origin.place
  const root =
    place.node.type === 'identifier' ? types.objectOf(place.node)?.declarations[0]?.node : undefined
  const at = functionAround(node)?.startIndex
  return root
    ? `${at} ${site.layout.kind} ${root.startIndex}`
    : `${at} ${site.layout.kind} ${place.text} ${statementAround(node)?.startIndex}`
}

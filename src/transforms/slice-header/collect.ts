import { functionAround, statementAround } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { VarObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { type Bound, boundTo } from './bound.ts'
import type { Header, Leak, Refused, Use } from './header.ts'
import { type Helper, helperCallOf } from './helpers.ts'
import { leakAt, leakOf } from './leak.ts'
import { mentionsIn } from './mentions.ts'
import type { Place } from './place.ts'
import { type Site, siteOf } from './site.ts'
import { useOf } from './use.ts'

/** All headers in one top-level declaration, and what looks like one and is not understood. */
export interface Collected {
  readonly headers: readonly Header[]
  readonly refused: readonly Refused[]
}

export function collectHeaders(
  whole: SyntaxNode,
  types: PackageTypes,
  helpers: readonly Helper[],
): Collected {
  const refused: Refused[] = []
  const headers: Header[] = []
  const loose = new Map<string, { readonly site: Site; readonly sites: SyntaxNode[]; readonly uses: Use[] }>()

  for (const mention of mentionsIn(whole, types)) {
    const site = siteOf(mention, types)
    const { node: at, layout } = mention
    if (!site) continue
    if (typeof site === 'string') {
      if (layout.isNamedSo) refused.push({ at, refusal: site, leak: leakAt(at, layout), layout })
    } else if (layout.strangeness) refused.push({ at, refusal: layout.strangeness, leak: undefined, layout })
    else collect(site, mention.node)
  }
  for (const call of whole.descendantsOfType('call_expression')) {
    const made = helperCallOf(call, helpers, types)
    if (made) collect(made, call)
  }
  for (const { site, sites, uses } of loose.values())
    headers.push({
      layout: site.layout,
      variable: undefined,
      declaration: undefined,
      origin: site.origin,
      at: site.node,
      sites,
      uses: uses.toSorted((a, b) => a.node.startIndex - b.node.startIndex),
    })
  return { headers, refused }

  function collect(site: Site, at: SyntaxNode): void {
    const bound = boundTo(site, types)
    if (bound === 'elsewhere') return
    if (typeof bound === 'string') {
      refused.push({
        at,
        refusal: bound,
        leak: leakOf(site, types) ?? leakAt(at, site.layout),
        layout: site.layout,
      })
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
      refused.push({ at, refusal: use, leak: leakOf(bound.site, types), layout: site.layout })
      return
    }
    const key = looseKey(bound.site, types)
    const known = loose.get(key)
    if (known) {
      known.sites.push(bound.site.node)
      known.uses.push(use)
    } else loose.set(key, { site: bound.site, sites: [bound.site.node], uses: [use] })
  }
}

function headerOf(
  { site, variable, declaration }: Bound,
  whole: SyntaxNode,
  types: PackageTypes,
): Header | Refused {
  const object = variable && types.objectOf(variable)
  const { layout } = site
  const refuse = (refusal: string, leak?: Leak): Refused => ({ at: site.node, refusal, leak, layout })
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
    if (typeof use === 'string') return refuse(`${variable.text}: ${use}`, leakOf({ ...site, node }, types))
    uses.push(use)
  }
  return {
    layout: site.layout,
    variable: object as VarObject,
    declaration,
    origin: site.origin,
    at: site.node,
    sites: [site.node],
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

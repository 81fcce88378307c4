import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { beginning, type Candidate } from './candidates.ts'
import { mapOfKey } from './map-of-key.ts'
import { type MapWeb, mapWeb } from './map-web.ts'
import { type WebKeys, webKeys } from './web-keys.ts'

/** Maps whose keys become text together, and all those keys. */
interface TextWeb {
  readonly web: MapWeb
  readonly keys: WebKeys
  /** Places of the maps that are not the candidate's own. */
  readonly others: readonly SyntaxNode[]
}

/** A candidate with the other maps that variables which hold its keys are keys of: those keys are text there too. */
export function textWeb(types: PackageTypes, { web, links }: Candidate): TextWeb {
  const looked = new Set<SyntaxNode>()
  const others: SyntaxNode[] = []
  let joined = web
  for (;;) {
    const keys = webKeys(types, joined)
    const more = keys.variables
      .flatMap(({ uses }) => uses)
      .filter(use => !looked.has(use) && !joined.keys.includes(use))
      .flatMap(use => {
        looked.add(use)
        return mapOfKey(types, use) ?? []
      })
    if (more.length === 0) return { web: joined, keys, others }
    others.push(...more)
    joined = mapWeb(types, [...links, ...others.flatMap(map => beginning(types, map))])
  }
}

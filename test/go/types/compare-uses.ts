import type { SyntaxNode } from '../../../src/go/syntax/tree.ts'
import type { GoObject } from '../../../src/go/types/object.ts'
import type { PackageTypes } from '../../../src/go/types/package-types.ts'
import type { Verdict } from './compare-fact.ts'

/** A variable, and all uses of it that go/types knows, as path:offset. */
export interface MapVariable {
  object: GoObject | undefined
  readonly uses: Set<string>
}

/** Compares all uses of a variable, both ways, in the files that go/types has looked at. */
export function compareUses(
  { object, uses: theirs }: MapVariable,
  types: PackageTypes,
  files: ReadonlySet<string>,
): { verdict: Verdict; ours: string; theirs: string } {
  const found = object ? types.usesOf(object) : { unknown: 'the variable itself is not known' }
  if (found.unknown !== undefined)
    return { verdict: 'unknown', ours: `unknown: ${found.unknown}`, theirs: `${theirs.size} uses` }

  const pathOf = pathsByRoot(types)
  const ours = new Set(
    found.uses.flatMap(node => {
      const path = pathOf(node)
      return files.has(path) ? [`${path}:${node.startIndex}`] : []
    }),
  )
  const extra = [...ours].filter(use => !theirs.has(use))
  const missing = [...theirs].filter(use => !ours.has(use))
  return {
    verdict: extra.length + missing.length === 0 ? 'equal' : 'wrong',
    ours: `also ${extra.join(' ')}`,
    theirs: `also ${missing.join(' ')}`,
  }
}

function pathsByRoot({ files }: PackageTypes): (node: SyntaxNode) => string {
  const paths = new Map(files.map(({ path, tree }) => [tree.rootNode, path]))
  return node => {
    let root = node
    while (root.parent) root = root.parent
    return paths.get(root) ?? ''
  }
}

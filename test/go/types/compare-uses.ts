import type { SyntaxNode } from '../../../src/go/syntax/tree.ts'
import type { GoObject } from '../../../src/go/types/object.ts'
import type { PackageTypes } from '../../../src/go/types/package-types.ts'
import type { NameOf, Verdict } from './compare-fact.ts'
import { type DirectoryFacts, type FactObject, identifiersOf } from './facts.ts'

/** Compares all uses of a variable, both ways, in the files that go/types has looked at. */
export function compareUses(
  variable: FactObject,
  object: GoObject | undefined,
  { facts, types, nameOf }: { facts: DirectoryFacts; types: PackageTypes; nameOf: NameOf },
): { verdict: Verdict; ours: string; theirs: string } {
  const theirs = usesInFacts(variable, facts, nameOf)
  const found = object ? types.usesOf(object) : { unknown: 'the variable itself is not known' }
  if (found.unknown !== undefined)
    return { verdict: 'unknown', ours: `unknown: ${found.unknown}`, theirs: `${theirs.size} uses` }

  const pathOf = pathsByRoot(types)
  const looked = new Set(facts.Files.map(({ File }) => nameOf(File)))
  const ours = new Set(
    found.uses.flatMap(node => {
      const path = pathOf(node)
      return looked.has(path) ? [`${path}:${node.startIndex}`] : []
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

function usesInFacts(variable: FactObject, facts: DirectoryFacts, nameOf: NameOf): Set<string> {
  const uses = new Set<string>()
  for (const file of facts.Files)
    for (const { offset, object } of identifiersOf(facts, file))
      if (object === variable && !(file.File === variable.File && offset === variable.Offset))
        uses.add(`${nameOf(file.File)}:${offset}`)
  return uses
}

function pathsByRoot({ files }: PackageTypes): (node: SyntaxNode) => string {
  const paths = new Map(files.map(({ path, tree }) => [tree.rootNode, path]))
  return node => {
    let root = node
    while (root.parent) root = root.parent
    return paths.get(root) ?? ''
  }
}

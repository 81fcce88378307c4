import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { mayBeShadowed } from '../unsafe/names.ts'
import type { Problem } from './link.ts'

const WRITTEN = ['byte', 'string']

/** A place among those that are rewritten where a predeclared name that the new code is made of means something else. */
export function shadowedName(types: PackageTypes, places: readonly SyntaxNode[]): Problem | undefined {
  const wholes = new Map(places.map(place => [wholeAround(place), place]))
  for (const [whole, place] of wholes)
    for (const name of WRITTEN)
      if (mayBeShadowed(name, place, types) || isDeclaredIn(types, whole, name))
        return { at: place, what: `${name} may mean something else here` }
  return undefined
}

/** The top-level declaration around a node. */
function wholeAround(node: SyntaxNode): SyntaxNode {
  let whole = node
  while (whole.parent?.parent) whole = whole.parent
  return whole
}

/** A type parameter, of a type too. */
function isDeclaredIn(types: PackageTypes, whole: SyntaxNode, name: string): boolean {
  return whole.descendantsOfType(['identifier', 'type_identifier']).some(node => {
    if (node.text !== name) return false
    const object = types.objectOf(node)
    return object !== undefined && object.package !== ''
  })
}

import type { GoObject } from './object.ts'

/** The names that a block declares, and the blocks around it (https://go.dev/ref/spec#Blocks). */
export interface Scope {
  readonly outer: Scope | undefined
  readonly names: Map<string, GoObject>
}

export function innerScope(outer: Scope | undefined): Scope {
  return { outer, names: new Map() }
}

export function declareIn(scope: Scope, object: GoObject): void {
  if (object.name !== '_') scope.names.set(object.name, object)
}

export function lookUp(scope: Scope | undefined, name: string): GoObject | undefined {
  for (let block = scope; block; block = block.outer) {
    const object = block.names.get(name)
    if (object) return object
  }
  return undefined
}

import { inner } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { identical } from '../../go/types/identical.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Type } from '../../go/types/type.ts'
import type { ImportChange } from '../../transform.ts'
import { packagesIn } from '../unsafe/packages.ts'
import { type Place, viewOf } from './place.ts'

/** A pointer to the header of a slice or string that exists, which a parameter or field is given. */
export interface Given {
  readonly node: SyntaxNode
  readonly path: string
  readonly place: Place
}

/** Recognises `(*Header)(unsafe.Pointer(&x))`, without a comment inside, which would be lost. */
export function givenBy(value: SyntaxNode, types: PackageTypes): Given | undefined {
  if (value.descendantsOfType('comment').length > 0) return undefined
  const view = viewOf(inner(value), types)
  const file = types.fileOf(value)
  if (!file || !view || typeof view.place === 'string') return undefined
  return { node: value, path: file.path, place: view.place }
}

/** The one type of all slices or strings; undefined where they differ, or where only the function around can name it. */
export function typeOfAll(given: readonly Given[]): Type | undefined {
  const [first, ...others] = given
  if (!first || mentionsParameter(first.place.type)) return undefined
  return others.every(({ place }) => identical(place.type, first.place.type)) ? first.place.type : undefined
}

function mentionsParameter(type: Type): boolean {
  switch (type.kind) {
    case 'parameter':
      return true
    case 'named':
      return type.arguments.some(mentionsParameter)
    case 'pointer':
    case 'slice':
    case 'array':
      return mentionsParameter(type.element)
    default:
      return false
  }
}

/** `&x`, or `p` where the place is `*p`. */
export function pointerTo({ text }: Place): string {
  return text.startsWith('*') ? text.slice(1) : `&${text}`
}

/** The packages that a file named for the sake of the headers. */
export function freedBy(
  path: string,
  given: readonly Pick<Given, 'node' | 'path'>[],
  types: PackageTypes,
): ImportChange {
  const nodes = given.filter(each => each.path === path).map(({ node }) => node)
  return { path, frees: packagesIn(nodes, types) }
}

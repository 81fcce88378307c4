import { functionAround, isWithin } from '../../go/syntax/expression.ts'
import { usagesOf } from '../../go/types/escape.ts'
import { hasDefer } from './defers.ts'
import type { Place } from './place.ts'
import type { Solution } from './solve.ts'
import type { Work } from './work.ts'

/** Somebody else may look at a variable between the writes to its words. */
export function isShared({ updates, casts, header }: Solution, work: Work): boolean {
  const isWritten = header.uses.some(({ kind }) => kind === 'write')
  const places: Place[] = updates.map(({ place }) => place)
  if (isWritten && casts.length > 0 && header.origin.kind === 'view') places.push(header.origin.place)
  return places.some(place => !isPrivate(place, work))
}

function isPrivate({ node, text }: Place, { types, solutions }: Work): boolean {
  const object = node.type === 'identifier' && text === node.text ? types.objectOf(node) : undefined
  if (object?.kind !== 'var' || object.isField || object.isPackageLevel) return false
  const all = usagesOf(types, object)
  if (all.unknown !== undefined) return false
  const declared = object.declarations[0]?.node
  const around = declared && functionAround(declared)
  const isNamedResult = declared?.parent?.parent?.fieldName === 'result'
  if (isNamedResult && hasDefer(node)) return false
  const sites = solutions.flatMap(({ header }) => [header.at, ...header.sites])
  return all.usages.every(
    ({ kind, value }) =>
      functionAround(value) === around &&
      (kind !== 'address taken' || sites.some(site => isWithin(value, site))),
  )
}

import { type Usage, usageAt, usagesOf } from '../../go/types/escape.ts'
import type { GoObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { isText } from '../pinned-substring-key/substring.ts'

/** Every use of a local variable, where none of them changes it or a part of it; undefined where one may. */
export function readsOf(types: PackageTypes, object: GoObject): readonly Usage[] | undefined {
  const all = usagesOf(types, object)
  if (all.unknown !== undefined || all.usages.some(usage => mayChange(types, usage))) return undefined
  return all.usages
}

function mayChange(types: PackageTypes, { kind, value, within }: Usage): boolean {
  switch (kind) {
    case 'selected from': {
      // A method may have a pointer to the variable as its receiver.
      const field = within.childForFieldName('field')
      const isField = field !== undefined && types.objectOf(field)?.kind === 'var'
      return !isField || mayChange(types, usageAt(types, within))
    }
    case 'indexed':
      return mayChange(types, usageAt(types, within))
    case 'assigned to':
    case 'address taken':
    case 'called':
      return true
    case 'sliced':
      return !isText(types.typeOf(value))
    case 'used otherwise':
      return /^(?:inc|dec)_statement$/.test(within.type)
    default:
      return false
  }
}

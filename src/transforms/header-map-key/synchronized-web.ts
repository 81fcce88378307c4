import { argumentsOf, inner } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { objectAt } from '../../go/types/callee.ts'
import { isExported, type Usage, usagesOf } from '../../go/types/escape.ts'
import type { VarObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { declarationPlace } from '../map-bytes-key/declaration-place.ts'
import { isDeclaredIn } from '../map-bytes-key/declared-in.ts'
import { brief, type Problem } from '../map-bytes-key/link.ts'
import type { MapWeb } from '../map-bytes-key/map-web.ts'
import { fieldProblem } from '../map-bytes-key/struct-field.ts'
import { layoutOf } from '../slice-header/layout.ts'

/** Methods whose first argument is a key. */
const KEYED = /^(?:CompareAndDelete|CompareAndSwap|Delete|Load|LoadAndDelete|LoadOrStore|Store|Swap)$/

/** All keys of a sync.Map, and where it goes out of sight; undefined where an expression is no variable or field. */
export function synchronizedWeb(types: PackageTypes, map: SyntaxNode): MapWeb | undefined {
  const object = objectAt(types, map)
  const at = object?.declarations[0]?.node
  if (object?.kind !== 'var' || !at) return undefined
  const found = { keys: [] as SyntaxNode[], problems: [] as Problem[] }
  const all = usagesOf(types, object)
  const reason = reasonAgainst(types, object) ?? all.unknown
  if (reason !== undefined) found.problems.push({ at, what: reason })
  for (const usage of all.unknown === undefined ? all.usages : []) {
    const key = keyOfUse(usage, types)
    if (key === 'none') continue
    if ('what' in key) found.problems.push(key)
    else found.keys.push(key)
  }
  // Keys of two types are never equal, whatever they hold.
  const names = new Set(found.keys.map(key => layoutOf(types.typeOf(key))?.name))
  if (names.size > 1) found.problems.push({ at, what: 'its keys are of several types' })
  return { objects: [object], typeNodes: [], ranges: [], ...found }
}

function reasonAgainst(types: PackageTypes, object: VarObject): string | undefined {
  const { name, declarations } = object
  const [declared, other] = declarations
  if (!declared || !isDeclaredIn(types, object)) return `${name} is declared in another package`
  if (other) return `${name} is declared once for each platform`
  if (isExported(object)) return `${name} is exported`
  const type = object.type()
  if (type.kind !== 'named' || type.declaration.package !== 'sync') return `${name} is no sync.Map itself`
  const place = declarationPlace(types, declared.node)
  return place?.kind === 'field' ? fieldProblem(types, place)?.what : undefined
}

function keyOfUse({ kind, value, within }: Usage, types: PackageTypes): SyntaxNode | Problem | 'none' {
  const method = kind === 'selected from' ? within.childForFieldName('field') : undefined
  const called = method && types.objectOf(method)
  const [key] = (within.parent && argumentsOf(within.parent)) ?? []
  if (!method || called?.kind !== 'func' || called.package !== 'sync' || within.fieldName !== 'function')
    return { at: value, what: `${brief(within)} is not followed` }
  if (method.text === 'Clear') return 'none'
  if (key && KEYED.test(method.text)) return inner(key)
  return { at: value, what: `${method.text} goes through the keys` }
}

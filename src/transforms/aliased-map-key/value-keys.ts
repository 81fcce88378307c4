import { inner, operandOf, partsOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { coreType } from '../../go/types/core-type.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Finding } from '../../transform.ts'
import type { KeyPlace } from './key-places.ts'

export const KEY_BY_NAME =
  'it is a key by the name of its field only: where the bytes never change, the copy is for nothing'

// m[k] = entry{key: b2s(b)}
/** The fields named key of struct literals that become values of maps in a declaration. */
export function* valueKeys(declaration: SyntaxNode, types: PackageTypes): Iterable<KeyPlace> {
  for (const statement of declaration.descendantsOfType('assignment_statement')) {
    const targets = partsOf(statement.childForFieldName('left'))
    const values = partsOf(statement.childForFieldName('right'))
    for (const [index, target] of targets.entries()) {
      const map =
        inner(target).type === 'index_expression' ? inner(target).childForFieldName('operand') : undefined
      const value = values[index]
      const keys = map && value && values.length === targets.length ? keysIn(value) : []
      if (map && keys.length > 0 && coreType(types.typeOf(map)).kind === 'map')
        for (const key of keys) yield { key, whole: key, map, isStored: true }
    }
  }
}

function keysIn(value: SyntaxNode): readonly SyntaxNode[] {
  const literal = operandOf(value, '&') ?? inner(value)
  const body = literal.type === 'composite_literal' ? literal.childForFieldName('body') : undefined
  return partsOf(body)
    .filter(
      each =>
        each.type === 'keyed_element' &&
        /^(?:key|Key|\w+Key)$/.test(each.childForFieldName('key')?.text ?? ''),
    )
    .flatMap(element => partsOf(element.childForFieldName('value')))
}

/** The finding with its fix for review. */
export function reviewed(finding: Finding, why: string): Finding {
  const { fix } = finding
  if (!fix) return finding
  const caution = [...(fix.caution === undefined ? [] : [fix.caution]), why].join('; ')
  return { ...finding, fix: { ...fix, safety: 'review', caution } }
}

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
      const key = map && value && values.length === targets.length ? keyIn(value) : undefined
      if (map && key && coreType(types.typeOf(map)).kind === 'map')
        yield { key, whole: key, map, isStored: true }
    }
  }
}

function keyIn(value: SyntaxNode): SyntaxNode | undefined {
  const literal = operandOf(value, '&') ?? inner(value)
  const body = literal.type === 'composite_literal' ? literal.childForFieldName('body') : undefined
  const element = partsOf(body).find(
    each =>
      each.type === 'keyed_element' && /^(?:key|Key|\w+Key)$/.test(each.childForFieldName('key')?.text ?? ''),
  )
  return partsOf(element?.childForFieldName('value'))[0]
}

/** The finding with its fix for review. */
export function reviewed(finding: Finding, why: string): Finding {
  const { fix } = finding
  if (!fix) return finding
  const caution = [...(fix.caution === undefined ? [] : [fix.caution]), why].join('; ')
  return { ...finding, fix: { ...fix, safety: 'review', caution } }
}

import type { GoFile } from '../../go/file.ts'
import { lineNumber } from '../../go/source-lines.ts'
import { inner, outer, partsOf, statementAround } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { initialValue } from '../../go/types/initial-value.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Edit, Finding } from '../../transform.ts'
import { locationOf } from '../location.ts'
import { safetyOf } from './copy-safety.ts'
import { copyText } from './copy-text.ts'
import type { KeyPlace } from './key-places.ts'
import { literalParts } from './literal-parts.ts'
import { readsOf } from './unchanged.ts'
import { type ZeroCopy, zeroCopyInKey } from './zero-copy.ts'

// k := key{name: b2s(b)}; …; m[k] = v
// --------------------------------------
// k := key{name: string(b)}; …; m[k] = v
export function madeInLiteral(place: KeyPlace, file: GoFile, types: PackageTypes): Finding | undefined {
  const key = keyInLiteral(place, file, types)
  if (!key) return undefined
  const { text } = place.key
  const common = {
    at: locationOf(file, place.key),
    message: `a map keeps ${text}, a part of which shares memory with bytes: ${key.made[0]?.by} made it on line ${key.line}`,
  }
  if (!key.isConstant)
    return {
      ...common,
      refusal: `${text} may change after line ${key.line}; copy the bytes where they come into it`,
    }
  const copies = key.made.map(made => copyText(made, types))
  const reason = copies.find(copy => 'refusal' in copy)
  if (reason && 'refusal' in reason) return { ...common, refusal: reason.refusal }
  const [first, ...rest] = key.made.flatMap(({ node }, index): Edit[] => {
    const copy = copies[index]
    return copy && 'newText' in copy ? [{ ...locationOf(file, node), newText: copy.newText }] : []
  })
  if (!first) return undefined
  const late = `the copy is made on line ${key.line}: where the bytes change before the map keeps ${text}, it was given the changed key, and now gets the one before; and it is made for look-ups too`
  const others = key.made.flatMap(made => safetyOf(made.node, place, types, made).caution ?? [])
  const cautions = [...new Set([...(key.isStoredNext ? [] : [late]), ...others])]
  const isSafe = cautions.length === 0
  const frees = key.made.flatMap(({ from }) => ['unsafe', ...(from === undefined ? [] : [from])])
  return {
    ...common,
    fix: {
      title: `copy what ${text} is made of: ${[first, ...rest].map(({ newText }) => newText).join(', ')}`,
      edits: [first, ...rest],
      imports: [{ path: file.path, frees }],
      proof: [
        `nothing is assigned to ${text} or a part of it after line ${key.line}`,
        ...(isSafe ? ['the next statement stores it, and does nothing else'] : []),
      ],
      ...(isSafe ? { safety: 'safe' } : { safety: 'review', caution: cautions.join('; ') }),
    },
  }
}

/** Zero-copy strings in the struct or array literal that a variable was made with. */
interface KeyInLiteral {
  readonly made: readonly ZeroCopy[]
  /** Of the literal. */
  readonly line: number
  /** Whether the variable holds nothing but the literal. */
  readonly isConstant: boolean
  /** Whether nothing happens between the literal and the map, and nothing else sees the variable. */
  readonly isStoredNext: boolean
}

function keyInLiteral(place: KeyPlace, file: GoFile, types: PackageTypes): KeyInLiteral | undefined {
  const name = inner(place.key)
  const object = name.type === 'identifier' ? types.objectOf(name) : undefined
  if (object?.kind !== 'var' || object.isField || object.isPackageLevel) return undefined
  const value = initialValue(object)
  if (!value) return undefined
  const made = [...literalParts(value, object.type(), types)].flatMap(
    part => zeroCopyInKey(part.value, types) ?? [],
  )
  if (made.length === 0) return undefined
  const reads = readsOf(types, object)
  return {
    made,
    line: lineNumber(file.text, value.startIndex),
    isConstant: reads !== undefined,
    isStoredNext: reads?.length === 1 && isStoredNext(value, place.whole),
  }
}

// k := key{b2s(b), n}
// m[k] = n
function isStoredNext(literal: SyntaxNode, key: SyntaxNode): boolean {
  const made = statementAround(literal)
  const list = partsOf(made?.parent)
  const next = made && list[list.indexOf(made) + 1]
  const target = key.parent && outer(key.parent)
  if (!next || !target) return false
  if (/^(?:inc|dec)_statement$/.test(next.type)) return target.parent === next
  const isOnlyTarget = target.parent?.parent === next && partsOf(target.parent).length === 1
  const others = next.descendantsOfType(['call_expression', 'unary_expression', 'func_literal'])
  return next.type === 'assignment_statement' && isOnlyTarget && others.length === 0
}

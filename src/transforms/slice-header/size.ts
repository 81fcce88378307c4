import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { builtinOf } from '../../go/types/callee.ts'
import { hasUnknown } from '../../go/types/identical.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { fixedSize } from '../../go/types/sizes.ts'
import type { Type } from '../../go/types/type.ts'
import { typeText } from '../../go/types/type-text.ts'
import { underlyingOf } from '../../go/types/underlying.ts'

/** A positive number that may depend on the platform: a factor times sizes that are not known here. */
export interface Size {
  readonly factor: bigint
  /** Sorted; `word` is the size of an int or a pointer. */
  readonly unknowns: readonly string[]
}

export function constantSize(factor: bigint): Size {
  return { factor, unknowns: [] }
}

/** The size of a type in bytes; undefined when nothing is known of it. */
export function sizeOf(type: Type): Size | undefined {
  const fixed = fixedSize(type)
  if (fixed !== undefined) return constantSize(fixed)
  const underlying = underlyingOf(type)
  if (underlying.kind === 'basic' && underlying.name === 'string') return { factor: 2n, unknowns: ['word'] }
  if (underlying.kind === 'basic' && /^(?:int|uint|uintptr|unsafe\.Pointer)$/.test(underlying.name))
    return WORD
  if (/^(?:pointer|map|channel|func)$/.test(underlying.kind)) return WORD
  if (underlying.kind === 'slice') return { factor: 3n, unknowns: ['word'] }
  if (underlying.kind === 'interface' && type.kind !== 'parameter') return { factor: 2n, unknowns: ['word'] }
  if (hasUnknown(type) || type.kind === 'unknown') return undefined
  return { factor: 1n, unknowns: [typeText(type)] }
}

const WORD: Size = { factor: 1n, unknowns: ['word'] }

export function product(a: Size, b: Size): Size {
  return { factor: a.factor * b.factor, unknowns: [...a.unknowns, ...b.unknowns].sort() }
}

/** Whether a ≤ b on every platform; undefined when that is not known. */
export function isAtMost(a: Size, b: Size): boolean | undefined {
  if (a.factor === 0n) return true
  const left = without(a.unknowns, b.unknowns)
  const right = without(b.unknowns, a.unknowns)
  // A word has 4 or 8 bytes; any other size that is not known may be 0.
  const isWords = (names: readonly string[]) => names.every(name => name === 'word')
  if (!isWords(left) || !isWords(right)) return undefined
  const least = b.factor * 4n ** BigInt(right.length)
  const greatest = a.factor * 8n ** BigInt(left.length)
  if (greatest <= least) return true
  const most = b.factor * 8n ** BigInt(right.length)
  return a.factor * 4n ** BigInt(left.length) > most ? false : undefined
}

function without(names: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others]
  return names.filter(name => {
    const index = left.indexOf(name)
    if (index >= 0) left.splice(index, 1)
    return index < 0
  })
}

/** Reports whether a node is a call of unsafe.Sizeof, Offsetof or Alignof, which does not evaluate its operand. */
export function isSizeCall(types: PackageTypes, node: SyntaxNode): boolean {
  return /^unsafe\..*of$/.test(builtinOf(types, node) ?? '')
}

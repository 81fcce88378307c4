import type { Type } from '../../go/types/type.ts'
import { underlyingOf } from '../../go/types/underlying.ts'

/** What values of a type, printed by `%v`, may have in common though they are not equal, or not though they are. */
export interface PrintedType {
  /** A pointer, function or channel in it is printed as its address. */
  readonly hasAddress: boolean
  /** Strings stand beside each other without quotes: `["a b"]` and `["a", "b"]` are both `[a b]`. */
  readonly joinsStrings: boolean
  /** `==` compares all of it, so that it can be a key itself. */
  readonly isComparable: boolean
}

const METHODS = ['String', 'Error', 'Format', 'GoString']

/** Undefined where nothing is known, or methods of the type, or of a part, say how it is printed. */
export function printedType(type: Type): PrintedType | undefined {
  const whole = underlyingOf(type)
  // &{…} for a pointer that is not inside anything.
  if (whole.kind === 'pointer') {
    const pointed = printedPart(whole.element, [])
    const isWhole = /^(struct|map|slice|array)$/.test(underlyingOf(whole.element).kind)
    return pointed && !hasMethods(type)
      ? { ...pointed, hasAddress: pointed.hasAddress || !isWhole, isComparable: false }
      : undefined
  }
  return whole.kind === 'basic' ? undefined : printedPart(type, [])
}

const PLAIN: PrintedType = { hasAddress: false, joinsStrings: false, isComparable: true }

function printedPart(type: Type, around: readonly string[]): PrintedType | undefined {
  if (type.kind === 'parameter' || hasMethods(type)) return undefined
  const key = type.kind === 'named' ? type.declaration.key : undefined
  if (key !== undefined && around.includes(key)) return PLAIN
  const inside = key === undefined ? around : [...around, key]
  const whole = underlyingOf(type)
  switch (whole.kind) {
    case 'basic':
      if (whole.name === 'unsafe.Pointer') return { ...PLAIN, hasAddress: true }
      return { ...PLAIN, joinsStrings: whole.name === 'string' }
    case 'pointer':
    case 'channel':
      return hasMethods(whole) ? undefined : { ...PLAIN, hasAddress: true }
    case 'func':
      return { ...PLAIN, hasAddress: true, isComparable: false }
    case 'array':
      return printedPart(whole.element, inside)
    case 'slice':
      return together([whole.element], inside, false)
    case 'map':
      return together([whole.key, whole.element], inside, false)
    case 'struct':
      return whole.isComplete
        ? together(
            whole.fields.map(field => field.type),
            inside,
            true,
          )
        : undefined
    default:
      return undefined
  }
}

function together(
  types: readonly Type[],
  around: readonly string[],
  isComparable: boolean,
): PrintedType | undefined {
  const parts = types.map(type => printedPart(type, around))
  const known = parts.filter(part => part !== undefined)
  if (known.length < parts.length) return undefined
  // One string beside numbers can still be told apart in a struct, but not in a list.
  const strings = known.filter(({ joinsStrings }) => joinsStrings).length
  return {
    hasAddress: known.some(({ hasAddress }) => hasAddress),
    joinsStrings: isComparable ? strings > 1 : strings > 0,
    isComparable: isComparable && known.every(part => part.isComparable),
  }
}

function hasMethods(type: Type): boolean {
  const named = type.kind === 'pointer' ? type.element : type
  return named.kind === 'named' && METHODS.some(name => named.declaration.method(name) !== undefined)
}

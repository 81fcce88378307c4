import { type Constant, constantText, fraction } from '../../../src/go/types/constant.ts'
import type { GoObject } from '../../../src/go/types/object.ts'
import type { ExpressionFact, FactObject, FactType } from './facts.ts'

/** `varying` is said of a constant that is unknown, and has another value in other builds. */
export const VERDICTS = ['equal', 'unknown', 'varying', 'wrong'] as const
export type Verdict = (typeof VERDICTS)[number]

/** How the absolute path of a file is written by the sources. */
export type NameOf = (absolute: string) => string

/** Two objects are one when they are declared in one place; without a place, when everything else agrees. */
export function compareObject(ours: GoObject | undefined, theirs: FactObject, nameOf: NameOf): Verdict {
  if (!ours) return 'unknown'
  if (kindOf(ours) !== theirs.Kind || ours.name !== theirs.Name) return 'wrong'
  if (ours.kind === 'package') return ours.importPath === theirs.Package ? 'equal' : 'wrong'
  if (ours.declarations.length === 0) return ours.package === theirs.Package ? 'equal' : 'wrong'
  const file = nameOf(theirs.File)
  const isSame = ours.declarations.some(
    ({ path, node }) => path === file && node.startIndex === theirs.Offset,
  )
  return isSame ? 'equal' : 'wrong'
}

function kindOf(object: GoObject): string {
  return object.kind === 'var' && object.isField ? 'field' : object.kind
}

/** What our text of a type says of an expression. go/types has the type that an untyped value is converted to. */
export function compareType(ours: string, { mode, type }: Pick<ExpressionFact, 'mode' | 'type'>): Verdict {
  if (mode === 'void') return ours === '()' ? 'equal' : hasUnknown(ours) ? 'unknown' : 'wrong'
  if (!type || ours === type.Text || ours === type.Indexed || canBecome(ours, type)) return 'equal'
  return hasUnknown(ours) ? 'unknown' : 'wrong'
}

function hasUnknown(text: string): boolean {
  return /(?<![\w./])unknown\b/u.test(text)
}

const HOLDERS: Readonly<Record<string, FactType['Holds']>> = {
  'untyped bool': 'bool',
  'untyped int': 'number',
  'untyped rune': 'number',
  'untyped float': 'number',
  'untyped complex': 'number',
  'untyped string': 'string',
  'untyped nil': 'nil',
}

function canBecome(ours: string, { Holds }: FactType): boolean {
  const holder = HOLDERS[ours]
  return holder !== undefined && (Holds === holder || Holds === 'type parameter')
}

/**
 * Values are exact on both sides, except where go/types has an approximation, or has rounded an untyped value to the
 * type that it is converted to.
 */
export function compareConstant(
  ours: Constant | undefined,
  {
    constant: theirs,
    isPlatforms,
    ourType,
  }: Pick<ExpressionFact, 'constant' | 'isPlatforms'> & { readonly ourType: string },
): Verdict {
  if (!ours) return theirs === undefined ? 'equal' : isPlatforms ? 'varying' : 'unknown'
  if (theirs === undefined) return 'wrong'
  if (theirs === '~' || comparableText(ours) === theirs) return 'equal'
  return ourType.startsWith('untyped ') && isRounded(ours, theirs) ? 'equal' : 'wrong'
}

/** To float32 at least; the smallest numbers have fewer digits. */
function isRounded(ours: Constant, theirs: string): boolean {
  if (ours.kind === 'complex') {
    const [real, imaginary] = theirs.split(',')
    return isRounded(ours.real, real ?? '') && isRounded(ours.imaginary, imaginary ?? '0')
  }
  const [numerator, denominator = 1n] = theirs.split('/').map(BigInt)
  if ((ours.kind !== 'float' && ours.kind !== 'int') || numerator === undefined) return false
  const exact = fraction(ours)
  const error = absolute(exact.numerator * denominator - numerator * exact.denominator)
  const isRelativelySmall = error << 23n <= absolute(numerator * exact.denominator)
  return isRelativelySmall || error << 1075n <= denominator * exact.denominator
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value
}

export function comparableText(constant: Constant): string {
  return constant.kind === 'string' ? `'${constant.bytes}` : constantText(constant)
}

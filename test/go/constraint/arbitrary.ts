import fc from 'fast-check'
import { and, type Expression, not, or, tag } from '../../../src/go/constraint/expression.ts'

const tagName = fc.oneof(
  fc.constantFrom(
    'linux',
    'darwin',
    'windows',
    'android',
    'ios',
    'solaris',
    'illumos',
    'unix',
    'amd64',
    'arm64',
  ),
  fc.constantFrom('cgo', 'gc', 'gccgo', 'ignore', 'go1', 'go1.9', 'go1.18', 'go1.99', 'custom', 'été', '386'),
)

/** Trees as the two parsers make them: a `!` never stands directly on another. */
export const expression: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression; operand: Expression }>(
  tie => ({
    operand: fc.oneof(
      { maxDepth: 4, depthSize: 'medium' },
      tagName.map(tag),
      fc.tuple(tie('tree'), tie('tree')).map(([left, right]) => and(left, right)),
      fc.tuple(tie('tree'), tie('tree')).map(([left, right]) => or(left, right)),
    ),
    tree: fc.oneof({ maxDepth: 4, depthSize: 'medium' }, tie('operand'), tie('operand').map(not)),
  }),
).tree

const term = fc.tuple(fc.constantFrom('', '', '!'), tagName).map(([negation, name]) => negation + name)
const option = fc.array(term, { minLength: 1, maxLength: 3 }).map(terms => terms.join(','))

/** What follows `+build`: well formed. */
export const plusBuild = fc.array(option, { minLength: 1, maxLength: 4 }).map(options => options.join(' '))

/** Text of either syntax that is often malformed. */
export const malformed = fc
  .array(
    fc.oneof(
      tagName,
      fc.constantFrom('(', ')', '!', '!!', '&&', '||', '&', '|', ',', ' ', '\t', '-', '$', ' ', '💥'),
    ),
    {
      maxLength: 12,
    },
  )
  .map(parts => parts.join(''))

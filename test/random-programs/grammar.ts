import fc from 'fast-check'

/**
 * Lines of Go made of a template: of `⟨a¦b⟩` one alternative is taken, which may be empty or hold others; `$` is the
 * number of the pattern, so that the names of two do not meet.
 */
export function template(text: string): fc.Arbitrary<readonly string[]> {
  return written(text).map(all =>
    all
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== ''),
  )
}

/** The text with an alternative taken for its innermost choices, then for those around them. */
function written(text: string): fc.Arbitrary<string> {
  const parts = text.split(/⟨([^⟨⟩]*)⟩/)
  if (parts.length === 1) return fc.constant(text)
  const choices = parts.map((part, index) =>
    index % 2 === 0 ? fc.constant(part) : fc.constantFrom(...part.split('¦')),
  )
  return fc.tuple(...choices).chain(chosen => written(chosen.join('')))
}

/** What is put around some lines of a body. */
const BLOCKS = [
  ['if n > 0 {', '}'],
  ['for i := 0; i < 2; i++ {', '}'],
  ['func() {', '}()'],
  ['defer func() {', '}()'],
  ['{', '}'],
  ['switch {\ncase n > 1:', '}'],
  ['again:\nfor {', 'break again\n}'],
] as const

/** Bodies of functions: one or two patterns, with other statements between, lines left out, turned round, or in a block. */
export function bodies(
  patterns: readonly fc.Arbitrary<readonly string[]>[],
  others: readonly string[],
): fc.Arbitrary<string> {
  const pattern = fc.oneof(...patterns)
  return fc
    .record({
      patterns: fc.array(pattern, { minLength: 1, maxLength: 2 }),
      changes: fc.array(
        fc.record({
          kind: fc.constantFrom('other', 'other', 'other', 'drop', 'swap', 'block'),
          at: fc.nat(20),
          length: fc.integer({ min: 1, max: 4 }),
          other: fc.constantFrom(...others),
          block: fc.constantFrom(...BLOCKS),
        }),
        { maxLength: 3 },
      ),
    })
    .map(({ patterns, changes }) => {
      const lines = patterns.flatMap((some, index) => some.map(line => line.replaceAll('$', String(index))))
      for (const { kind, at, length, other, block } of changes) {
        const index = at % lines.length
        const taken = lines.slice(index, index + length)
        if (kind === 'other') lines.splice(index, 0, other)
        else if (kind === 'drop' && lines.length > 1) lines.splice(index, 1)
        else if (kind === 'swap') lines.splice(index, 2, ...lines.slice(index, index + 2).reverse())
        else if (kind === 'block') lines.splice(index, length, block[0], ...taken, block[1])
      }
      return lines.join('\n')
    })
}

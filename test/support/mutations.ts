import fc from 'fast-check'

const pieces = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ':=',
  '...',
  'func',
  'type T T\n',
  '*',
  '.(type)',
  '`',
  '"',
  '/*',
  '\n',
  'range',
  'é𝒳',
  '\0',
]

/** Sources with some of them left out, doubled or put in. */
export function mutationsOf(sources: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .record({
      source: sources,
      steps: fc.array(
        fc.record({
          at: fc.double({ min: 0, max: 1, noNaN: true }),
          length: fc.integer({ min: 0, max: 60 }),
          kind: fc.constantFrom('delete', 'repeat', 'insert', 'truncate'),
          piece: fc.constantFrom(...pieces),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    })
    .map(({ source, steps }) =>
      steps.reduce((text, { at, length, kind, piece }) => {
        const start = Math.floor(at * text.length)
        const [before, taken, after] = [
          text.slice(0, start),
          text.slice(start, start + length),
          text.slice(start + length),
        ]
        if (kind === 'truncate') return before
        if (kind === 'delete') return before + after
        return before + taken + (kind === 'repeat' ? taken : piece) + after
      }, source),
    )
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseGoMod, parseGoWork } from '../../src/go/module.ts'

test('directives stand alone or in blocks, quoted or not, with comments', () => {
  expect(
    parseGoMod(`// a comment
module "example.net/m" // another
go 1.21.3
toolchain go1.22.0
require example.net/a v1.0.0 // indirect
require (
	example.net/b v1.2.3-0.20200101000000-abcdefabcdef//no space

	\`example.net/c\` v2.0.0+incompatible
)
exclude example.net/a v1.1.0
replace (
	example.net/a => ../a
	example.net/b v1.2.3 => example.net/fork/b v1.2.4
	example.net/broken
	example.net/c v1 v2 => ../c
)
retract [v1.0.0, v1.0.5]
`),
  ).toEqual({
    path: 'example.net/m',
    goVersion: '1.21',
    requirements: [
      { path: 'example.net/a', version: 'v1.0.0' },
      { path: 'example.net/b', version: 'v1.2.3-0.20200101000000-abcdefabcdef' },
      { path: 'example.net/c', version: 'v2.0.0+incompatible' },
    ],
    exclusions: [{ path: 'example.net/a', version: 'v1.1.0' }],
    replacements: [
      { path: 'example.net/a', version: undefined, by: { directory: '../a' } },
      { path: 'example.net/b', version: 'v1.2.3', by: { path: 'example.net/fork/b', version: 'v1.2.4' } },
    ],
  })
})

test('a workspace lists directories', () => {
  expect(parseGoWork('go 1.18\r\nuse ./a\r\nuse (\r\n\t./b\r\n\t"../c d"\r\n)\r\n')).toEqual({
    goVersion: '1.18',
    uses: ['./a', './b', '../c d'],
    replacements: [],
  })
})

test('no text is too strange, and a strange line spoils no other', () => {
  const strange = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^(require|replace|module|exclude|go|[()"`\\/=>., v1-9\n])*$/),
  )
  fc.assert(
    fc.property(strange, text => {
      parseGoWork(text)
      const closed = `${text.replaceAll('(', '')}\n)\nrequire example.net/a v1.0.0\n`
      expect(parseGoMod(closed).requirements).toContainEqual({ path: 'example.net/a', version: 'v1.0.0' })
    }),
  )
})

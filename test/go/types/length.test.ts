import { expect, test } from 'vitest'
import { provenLength } from '../../../src/go/types/length.ts'
import { packageOf } from './in-memory.ts'

/** The proven length of the argument of the only call of `use` in a function with parameters b []byte and a [32]byte. */
function lengthIn(body: string): bigint | undefined {
  const types = packageOf({
    'p.go': `import "crypto/sha256"
const size = 32
var _ = sha256.Size
func use([]byte)
func f(b []byte, a [32]byte, p *[8]byte, keys [][]byte, s string) (named []byte) {
${body}
return nil
}
`,
  })
  const call = types.files
    .flatMap(file => file.tree.rootNode.descendantsOfType('call_expression'))
    .find(node => node.childForFieldName('function')?.text === 'use')
  const argument = call?.childForFieldName('arguments')?.namedChildren[0]
  if (!argument) throw new Error('use is not called')
  return provenLength(types, argument)?.length
}

test.each([
  ['an array sliced whole', 'use(a[:])', 32n],
  ['a pointer to an array', 'use(p[:])', 8n],
  ['from a start on', 'use(a[4:])', 28n],
  ['constant bounds of a slice', 'use(b[4:8])', 4n],
  ['a bound that is a constant', 'use(b[:size])', 32n],
  ['a result of sha256.Sum256', 'h := sha256.Sum256(b); use(h[:])', 32n],
  ['make', 'c := make([]byte, size); use(c)', 32n],
  ['a literal', 'use([]byte{1, 2, 3})', 3n],
  ['a converted constant', 'use([]byte("ab\\xff"))', 3n],
  ['through a variable', 'c := a[:]; d := c; use(d)', 32n],
  ['a guard that returns', 'if len(b) != 32 { return }; use(b)', 32n],
  ['a guard that panics', 'if len(b) != size { panic("x") }; use(b)', 32n],
  ['a guard with another condition', 'if s == "" || len(b) != 32 { return }; use(b)', 32n],
  ['a guard around', 'if len(b) == 20 && s != "" { use(b) }', 20n],
  ['a guard in a loop', 'for _, k := range keys { if len(k) != 4 { continue }; use(k) }', 4n],
])('proven: %s', (_, body, length) => {
  expect(lengthIn(body)).toBe(length)
})

test.each([
  ['a parameter', 'use(b)'],
  ['an end that is no constant', 'use(b[:len(s)])'],
  ['a start of an unknown slice', 'use(b[4:])'],
  ['a variable that is resliced', 'c := make([]byte, 32); c = c[:0]; use(c)'],
  ['a variable that grows', 'c := make([]byte, 32); c = append(c, 1); use(c)'],
  ['a variable whose address is taken', 'c := make([]byte, 32); d := &c; _ = d; use(c)'],
  ['a loop that shortens', 'for c := a[:]; len(c) > 0; c = c[1:] { use(c) }'],
  ['a guard that goes on', 'if len(b) != 32 { println(s) }; use(b)'],
  ['a guard with and', 'if len(b) != 32 && s == "" { return }; use(b)'],
  ['a guard after', 'use(b); if len(b) != 32 { return }'],
  ['a guard and an assignment', 'if len(b) != 32 { return }; b = nil; use(b)'],
  ['a guard in another block', '{ if len(b) != 32 { println() } }; use(b)'],
  ['a guard that a jump leaves out', 'if s == "" { goto done }; if len(b) != 32 { return }; done: use(b)'],
  [
    'a loop variable in a closure',
    'for _, k := range keys { if len(k) != 4 { continue }; go func() { use(k) }() }',
  ],
  ['a named result', 'if len(named) != 4 { return }; defer func() { use(named) }()'],
  [
    'len that is not the built-in one',
    'len := func([]byte) int { return 32 }; if len(b) != 32 { return }; use(b)',
  ],
  ['make that is not the built-in one', 'make := func(int) []byte { return b }; c := make(32); use(c)'],
])('not proven: %s', (_, body) => {
  expect(lengthIn(body)).toBeUndefined()
})

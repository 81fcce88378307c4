import { expect, test } from 'vitest'
import { isExported, usagesOf } from '../../../src/go/types/escape.ts'
import { nodeOf, packageOf } from './in-memory.ts'

/** What the uses of the variable `subject` do. */
function kindsIn(body: string, declarations = ''): readonly string[] | string {
  const types = packageOf({
    'p.go': `import "fmt"\n${declarations}\nfunc f(ch chan map[string]int) map[string]int {\nvar subject map[string]int\n${body}\nreturn nil\n}\nvar _ = fmt.Sprint\n`,
  })
  const declared = nodeOf(types, 'var_spec', 'subject map[string]int').childForFieldName('name')
  const object = declared && types.objectOf(declared)
  if (!object) throw new Error('no subject')
  const all = usagesOf(types, object)
  return all.unknown ?? all.usages.map(({ kind }) => kind)
}

test.each([
  [
    'subject["a"] = 1; _ = subject["b"]; delete(subject, "a"); println(len(subject))',
    ['indexed', 'indexed', 'measured', 'measured'],
  ],
  ['for range subject {}', ['ranged over']],
  ['subject = nil; if subject == nil {}', ['assigned to', 'compared with nil']],
  ['other := subject; _ = other', ['copied']],
  ['fmt.Println(subject)', ['made an interface']],
  ['var x any = subject; x = subject', ['made an interface', 'made an interface']],
  ['var y map[string]int; y = subject; var z = subject; _ = z; _ = subject', ['copied', 'copied', 'copied']],
  ['take(subject); takeAny(subject)', ['passed', 'made an interface']],
  ['return subject', ['returned']],
  ['_ = []map[string]int{subject}; ch <- subject', ['stored', 'stored']],
  ['_ = &subject', ['address taken']],
  ['func() { subject["x"]++ }()', ['indexed']],
  ['_ = func() any { return subject }', ['made an interface']],
])('%s', (body, kinds) => {
  expect(kindsIn(body, 'func take(map[string]int)\nfunc takeAny(any)')).toEqual(kinds)
})

test('a use in code that is not understood makes all unknown', () => {
  expect(kindsIn('_ = nothing.subject')).toMatch(/^what subject is at p\.go:\d+ is not known$/)
})

test('only what other packages can name is exported', () => {
  const types = packageOf({
    'p.go':
      'type T struct { Field, own int }\nvar Global int\nfunc F(Parameter int) { Local := 1; _ = Local }',
  })
  const names = types.files.flatMap(({ tree }) =>
    tree.rootNode.descendantsOfType(['identifier', 'field_identifier']),
  )
  const exported = names.filter(name => {
    const object = types.objectOf(name)
    return object && isExported(object)
  })
  expect(exported.map(({ text }) => text)).toEqual(['Field', 'Global', 'F'])
})

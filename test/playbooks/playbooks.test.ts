import { expect, test } from 'vitest'
import { loadParser } from '../../src/go/syntax/parse.ts'
import type { CheckStep, Playbook } from '../../src/playbook.ts'
import { playbooks } from '../../src/playbooks/index.ts'
import { shippedTransforms } from '../../src/transforms/index.ts'
import { go, goTest } from '../support/go.ts'
import { temporaryTree } from '../support/tree.ts'

const parser = await loadParser()

test('there is one playbook a release, from 1.17 on, and each sets its go line', () => {
  expect(playbooks.map(({ version }) => version)).toEqual(
    Array.from({ length: playbooks.length }, (_, index) => `1.${17 + index}`),
  )
  for (const { steps, version } of playbooks) {
    const commands = steps.flatMap(step => (step.kind === 'command' ? step.commands : []))
    expect(commands).toContainEqual(['go', 'mod', 'edit', `-go=${version}`])
  }
})

test('every statement has a source on go.dev, and every transform exists', () => {
  const names = shippedTransforms.map(({ name }) => name)
  for (const step of playbooks.flatMap(({ steps }) => steps)) {
    expect(step.source).toMatch(/^https:\/\/go\.dev\//)
    if (step.kind === 'transform') expect(names).toEqual(expect.arrayContaining([...step.transforms]))
  }
})

goTest('the installed go fix has every analyzer that a playbook names', () => {
  const help = go('go', ['tool', 'fix', 'help'], temporaryTree({}))
  for (const { steps } of playbooks)
    for (const step of steps)
      if (step.kind === 'go-fix')
        for (const name of step.analyzers) expect(help).toMatch(new RegExp(`^ {4}${name} `, 'm'))
})

/** What the checks of a release find in some Go code. */
function found(name: string, code: string): string[] {
  const { steps } = playbooks.find(playbook => playbook.name === name) as Playbook
  const text = `package p\n\n${code}\n`
  const tree = parser.parse(text)
  const file = { path: 'p.go', kind: 'go', text, module: undefined, goVersion: '1.16', tree } as const
  return steps
    .filter((step): step is CheckStep => step.kind === 'check')
    .filter(({ mentions }) =>
      mentions.some(needle =>
        typeof needle === 'string'
          ? text.includes(needle)
          : text.includes(needle.literal) && needle.pattern.test(text),
      ),
    )
    .flatMap(step => [...step.find(file)].map(({ message }) => message))
}

test.each([
  ['go1.17', 'import "net"\nvar _ = net.ParseIP("1.2.3.4")', ['net.ParseIP']],
  ['go1.17', 'import n "net"\nvar _ = n.ParseIP("1.2.3.4")', ['n.ParseIP']],
  ['go1.17', 'import "example.com/net"\nvar _ = net.ParseIP("1.2.3.4")', []],
  [
    'go1.20',
    'import "reflect"\nvar _ = (*reflect.SliceHeader)(nil)\nvar x reflect.StringHeader',
    ['reflect.SliceHeader', 'reflect.StringHeader'],
  ],
  ['go1.21', 'func f() { panic(nil) }', ['panic(nil)']],
  ['go1.21', 'func f() { panic(nilError) }', []],
  [
    'go1.22',
    'import "net/http"\nfunc f() { http.HandleFunc("/a/{b}", nil); http.Handle("/plain", nil) }',
    ['the pattern "/a/{b}"'],
  ],
  ['go1.23', 'import "time"\nfunc f(t *time.Timer) int { return len(t.C) }', ['len(t.C)']],
  [
    'go1.23',
    '//go:linkname nanotime runtime.nanotime\nfunc nanotime() int64',
    ['linkname of runtime.nanotime'],
  ],
  ['go1.23', '//go:linkname f example.com/m/p.f\nfunc f() int64', []],
  ['go1.23', '//go:linkname f net/url.f\nfunc f() int64', ['linkname of net/url.f']],
  ['go1.24', 'import "math/rand"\nfunc f() { rand.Seed(1) }', ['rand.Seed']],
  ['go1.24', 'import "math/rand/v2"\nfunc f() { rand.Seed(1) }', []],
  [
    'go1.25',
    'func f() { r, err := g()\n\tname := r.Name()\n\tif err != nil { return }\n\t_ = name }',
    ['r is used before err is looked at'],
  ],
  ['go1.25', 'func f() { r, err := g()\n\tif err != nil { return }\n\t_ = r.Name() }', []],
])('%s: %s', (name, code, expected) => {
  expect(found(name, code)).toEqual(expected)
})

test.each([
  ['for i := 0; i < 3; i++ { go func() { use(i) }() }', ['loop variable i, used in a closure']],
  ['for _, v := range s { p = append(p, &v) }', ['loop variable v, whose address is taken']],
  ['for _, v := range s { p = append(p, &v.field) }', ['loop variable v, whose address is taken']],
  [
    'for k, v := range s { defer func() { use(k, v) }() }',
    ['loop variable k, used in a closure', 'loop variable v, used in a closure'],
  ],
  ['for _, v := range s { use(v) }', []],
  ['for _, v = range s { defer func() { use(v) }() }', []],
  ['for { go func() { use(i) }() }', []],
])('loop variables: %s', (code, expected) => {
  expect(found('go1.22', `func f() { ${code} }`)).toEqual(expected)
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { analyzersIn } from '../../src/engine/playbook/go-fix.ts'
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
    expect(step.source).toMatch(/^https:\/\/(go|pkg\.go)\.dev\//)
    if (step.kind === 'transform') expect(names).toEqual(expect.arrayContaining([...step.transforms]))
  }
})

/** Analyzers that only a newer `go fix` than that of 1.26 has (https://go.dev/doc/go1.27#go-command). */
const SINCE_1_27 = ['atomictypes', 'embedlit', 'errorsastype', 'slicesbackward', 'unsafefuncs']

goTest('the installed go fix has every analyzer that a playbook names, under its old or its new name', () => {
  const known = analyzersIn(go('go', ['tool', 'fix', 'help'], temporaryTree({})))
  const isNewer = known.has('atomictypes')
  const named = playbooks.flatMap(({ steps }) =>
    steps.flatMap(step => (step.kind === 'go-fix' ? step.analyzers : [])),
  )
  const missing = named.filter(name => !known.has(name) && !known.has(`${name}go`))
  expect(missing.sort()).toEqual(isNewer ? [] : SINCE_1_27)
})

/** The GODEBUG settings that the installed Go knows: the release that changed each, and its value before. */
function knownSettings(): Map<string, { changed: number | undefined; old: string | undefined }> {
  const goroot = go('go', ['env', 'GOROOT'], temporaryTree({})).trim()
  const table = readFileSync(join(goroot, 'src/internal/godebugs/table.go'), 'utf8')
  const lines = table.matchAll(/^\t\{Name: "(\w+)", Package: .*?(?:Changed: (\d+), Old: "(\w+)".*)?\},?/gm)
  return new Map(
    [...lines].map(([, name = '', changed, old]) => [
      name,
      { changed: changed ? Number(changed) : undefined, old },
    ]),
  )
}

goTest('every GODEBUG setting that is said to keep the old behaviour does so in that release', () => {
  const known = knownSettings()
  const installed = Number(/go1\.(\d+)/.exec(go('go', ['env', 'GOVERSION'], temporaryTree({})))?.[1])
  const wrong: string[] = []
  for (const { version, steps } of playbooks)
    for (const step of steps) {
      if (step.kind !== 'check' || !step.keep) continue
      for (const setting of step.keep.split(', ')) {
        const [name = '', value] = setting.split('=')
        const fact = known.get(name)
        const isGone = step.keepUntil !== undefined && installed > Number(step.keepUntil.slice(2))
        const isNewer = installed < Number(version?.slice(2))
        if (!fact && !isGone && !isNewer) wrong.push(`${version}: there is no ${setting}`)
        if (fact && isGone) wrong.push(`${version}: ${setting} is still there`)
        if (fact?.changed && `1.${fact.changed}` !== version)
          wrong.push(`${version}: ${setting} is of 1.${fact.changed}`)
        if (fact?.old && fact.old !== value) wrong.push(`${version}: the old value is ${name}=${fact.old}`)
      }
    }
  expect(known.size).toBeGreaterThan(30)
  expect(wrong).toEqual([])
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
    'go1.17',
    'import "crypto/tls"\nvar c = tls.Config{NextProtos: p}\nfunc f() { c.PreferServerCipherSuites = true }',
    ['the field NextProtos', 'the field PreferServerCipherSuites'],
  ],
  ['go1.17', 'var c = Config{NextProtos: p}', []],
  [
    'go1.18',
    'import "crypto/tls"\nvar a = tls.Config{MinVersion: 1}\nvar b = &tls.Config{}',
    ['tls.Config without MinVersion'],
  ],
  [
    'go1.18',
    'const a = "{{if and .A (f .B)}}{{end}}"\nconst b = "{{if and .A .B}}{{end}}"',
    ['an action with and / or and a call'],
  ],
  ['go1.18', 'import "bytes"\nvar _ = bytes.Title(nil)', ['bytes.Title']],
  [
    'go1.20',
    'import "math/rand"\nvar a, b = rand.Int(), rand.Intn(3)',
    ['rand.Int and 1 more in this file, not seeded here'],
  ],
  ['go1.20', 'import "math/rand"\nfunc f() { rand.Seed(1); rand.Int() }', ['rand.Seed']],
  [
    'go1.21',
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
  [
    'go1.22',
    'import "crypto/tls"\nfunc f(s tls.ConnectionState) { s.ExportKeyingMaterial("", nil, 1) }',
    ['a call of the method ExportKeyingMaterial'],
  ],
  ['go1.22', 'func f() { s.ExportKeyingMaterial("", nil, 1) }', []],
  [
    'go1.22',
    'const t = "<script>`a {{.B}}`</script>"\nconst u = "<script>{{.B}}</script>"',
    ['an action in a JavaScript template literal'],
  ],
  ['go1.23', 'import "time"\nfunc f(t *time.Timer) int { return len(t.C) }', ['len(t.C)']],
  ['go1.23', 'func f() { if !s.t.Stop() { <-s.t.C } }', ['s.t is drained']],
  ['go1.23', 'func f() { if !t.Stop() { select { case <-t.C: default: } } }', ['t is drained']],
  ['go1.23', 'func f() { if !t.Stop() { <-u.C } }', []],
  [
    'go1.23',
    '//go:linkname nanotime runtime.nanotime\nfunc nanotime() int64',
    ['linkname of runtime.nanotime'],
  ],
  ['go1.23', '//go:linkname f example.com/m/p.f\nfunc f() int64', []],
  ['go1.23', '//go:linkname f net/url.f\nfunc f() int64', ['linkname of net/url.f']],
  ['go1.24', 'import "math/rand"\nfunc f() { rand.Seed(1) }', ['rand.Seed']],
  ['go1.24', 'import "math/rand/v2"\nfunc f() { rand.Seed(1) }', []],
  ['go1.24', '//go:build linux && go1.23.1\n', ['the tag go1.23.1']],
  ['go1.24', '//go:build linux && go1.23\n', []],
  [
    'go1.25',
    'func f() { r, err := g()\n\tname := r.Name()\n\tif err != nil { return }\n\t_ = name }',
    ['r is used before err is looked at'],
  ],
  ['go1.25', 'func f() { r, err := g()\n\tif err != nil { return }\n\t_ = r.Name() }', []],
  [
    'go1.26',
    'func f() { mux.Handle("/a/", h); mux.Handle("/", h); mux.Handle("/a", h) }',
    ['the pattern "/a/"'],
  ],
  ['go1.26', 'import "crypto/rand"\nvar p, _ = rand.Prime(r, 8)', ['rand.Prime']],
  ['go1.27', '//go:debug asynctimerchan=1\n//go:debug panicnil=1\n', ['the setting asynctimerchan']],
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
  [
    'for _, v := range s { defer v.Close() }',
    ['loop variable v, with a method that starts or is put off in the loop; it may have a pointer receiver'],
  ],
  ['for _, sum := range sums { p = append(p, sum[:]) }', ['loop variable sum, whose address is taken']],
  ['for _, s := range all { use(s[1:]); defer use(s) }', []],
  ['for i := 0; func() bool { return i < 3 }(); i++ { }', ['loop variable i, used in a closure']],
  ['for _, v := range s { use(v) }', []],
  ['for _, v = range s { defer func() { use(v) }() }', []],
  ['for { go func() { use(i) }() }', []],
])('loop variables: %s', (code, expected) => {
  expect(found('go1.22', `func f() { ${code} }`)).toEqual(expected)
})

import { expect } from 'vitest'
import { caseModule } from './support/case-modules.ts'
import type { Case, Driver } from './support/cases.ts'
import { compiledUnits } from './support/compiled.ts'
import { buildStage } from './support/drive.ts'
import { goTest } from './support/go.ts'

const GO_MOD = 'module example.com/m\n\ngo 1.21\n'

function fixture(
  name: string,
  [before, after]: readonly [string, string],
  driver: Driver,
  others: Readonly<Record<string, string>> = {},
): Case {
  const files = (text: string) => ({ 'go.mod': GO_MOD, ...others, 'p.go': text })
  return {
    transform: 'probe',
    name,
    directory: '/nowhere',
    before: files(before),
    after: files(after),
    findings: [],
    driver,
    difference: undefined,
  }
}

const one = 'func one() int { return 1 }\n'
const two = 'func one() int { return 2 }\n'
const inside = (body: string): Driver => ({
  kind: 'inside',
  text: `package p\n\nimport "fmt"\n\nfunc drive() { fmt.Println(${body}) }\n`,
})

goTest(
  'drivers of any kind see either side of their case, whatever its language version, in one program',
  () => {
    const library = fixture('library', [`package p\n\n${one}`, `package p\n\n${two}`], inside('one()'))
    const program = fixture(
      'program',
      [`package main\n\n${one}\nfunc main() {}\n`, `package main\n\n${two}\nfunc main() {}\n`],
      { kind: 'inside', text: 'package main\n\nfunc drive() { println("hidden"); print_(one()) }\n' },
      { 'print.go': 'package main\n\nimport "fmt"\n\nfunc print_(n int) { fmt.Println(n) }\n' },
    )
    const imported = fixture('imported', ['package p\n\nconst One = 1\n', 'package p\n\nconst One = 2\n'], {
      kind: 'outside',
      text: 'package main\n\nimport (\n\t"fmt"\n\n\tp "example.com/m"\n)\n\nfunc main() { fmt.Println(p.One) }\n',
    })
    const loops =
      'package p\n\nvar fs []func() int\n\nfunc init() { for i := 0; i < 2; i++ { fs = append(fs, func() int { return i }) } }\n'
    const old = fixture('old', [loops, loops], inside('fs[0]()'))
    const recent = {
      ...fixture('recent', [loops, loops], inside('fs[0]()')),
      before: { 'go.mod': GO_MOD.replace('1.21', '1.22'), 'p.go': loops },
    }

    const { play } = buildStage([library, program, imported, old, recent])
    for (const each of [library, program, imported]) {
      expect(play(each, 'before', 'plain'), each.name).toBe('1\nexit 0\n')
      expect(play(each, 'after', 'plain'), each.name).toBe('2\nexit 0\n')
    }
    expect(play(old, 'before', 'plain')).toBe('2\nexit 0\n')
    expect(play(recent, 'before', 'plain')).toBe('0\nexit 0\n')
  },
  300_000,
)

goTest(
  'panics, checks of pointers and races show',
  () => {
    const pointers =
      'package p\n\nimport "unsafe"\n\nvar b = new(int32)\n\nfunc init() { b = &make([]int32, 1+len(cases))[0] }\n\nvar cases []int\n\nfunc far() bool { return (*[64]int32)(unsafe.Pointer(b)) != nil }\n'
    const straddles = fixture('straddles', [pointers, pointers.replace('[64]', '[1]')], inside('far()'))
    const panics = 'package p\n\nfunc one() int { panic("at the end") }\n'
    const panicking = fixture('panics', [panics, panics], inside('one()'))
    const race =
      'package p\n\nfunc one() int {\n\tn := 0\n\tdone := make(chan bool)\n\tgo func() { n++; done <- true }()\n\tn++\n\t<-done\n\treturn n\n}\n'
    const racing = fixture(
      'races',
      [race, race.replace('\tn++\n\t<-done\n', '\t<-done\n\tn++\n')],
      inside('one() > 0'),
    )

    const { play, modes } = buildStage([straddles, panicking, racing])
    expect(play(straddles, 'before', 'plain')).toBe('true\nexit 0\n')
    expect(play(straddles, 'before', 'checkptr')).toMatch(/^exit 2\nfatal error: checkptr: /)
    expect(play(straddles, 'after', 'checkptr')).toBe('true\nexit 0\n')
    expect(play(panicking, 'before', 'plain')).toBe('exit 2\npanic: at the end\n')
    if (!modes.includes('race')) return
    expect(play(racing, 'before', 'race')).toMatch(/DATA RACE/)
    expect(play(racing, 'after', 'race')).toBe('true\nexit 0\n')
  },
  300_000,
)

goTest('the units that compile are told by name, tests among them', () => {
  const driver = inside('1')
  const sound = fixture('sound', [`package p\n\n${one}`, `package p\n\n${two}`], driver, {
    'sub/sub.go': 'package sub\n\nimport _ "example.com/m"\n',
    'p_test.go': 'package p\n\nvar _ = one()\n',
  })
  const broken = fixture('broken', [`package p\n\n${one}`, 'package p\n\nvar _ = missing\n'], driver, {
    'sub/sub.go': 'package sub\n\nimport _ "example.com/m"\n',
  })
  const units = compiledUnits([sound, broken], { GOOS: 'linux', GOARCH: 'amd64' })
  expect([...units].filter(unit => !unit.endsWith('.test')).sort()).toEqual([
    'probe/broken/before',
    'probe/broken/before/sub',
    'probe/sound/after',
    'probe/sound/after [probe/sound/after.test]',
    'probe/sound/after/sub',
    'probe/sound/before',
    'probe/sound/before [probe/sound/before.test]',
    'probe/sound/before/sub',
  ])
  expect(caseModule({ ...sound, before: { 'go.mod': `${GO_MOD}\nrequire a.b/c v1.0.0\n` } }, 'before')).toBe(
    undefined,
  )
})

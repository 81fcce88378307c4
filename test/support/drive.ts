import { spawnSync } from 'node:child_process'
import { join, posix } from 'node:path'
import { parseGoMod } from '../../src/go/module.ts'
import { type CaseModule, caseModule, HOST, type Side, withPath } from './case-modules.ts'
import type { Case } from './cases.ts'
import { go } from './go.ts'
import { temporaryTree } from './tree.ts'

/** How programs are built: as they are, with every conversion of pointers checked, with the race detector too. */
export type Mode = 'plain' | 'checkptr' | 'race'

/** What a driver printed, how it ended, and its last words: the first line of a panic or fatal error. */
export type Play = string

export interface Stage {
  readonly modes: readonly Mode[]
  readonly play: (fixture: Case, side: Side, mode: Mode) => Play
}

const BUILDS: Readonly<Record<Mode, readonly string[]>> = {
  plain: [],
  // Not in all packages, as `all=` would say: of Go 1.26's own, some do not pass.
  checkptr: [`-gcflags=${HOST}/...=-d=checkptr`],
  race: ['-race'],
}

/** Builds the drivers of all cases, both sides, into one program for each mode; its argument says which to run. */
export function buildStage(cases: readonly Case[]): Stage {
  const modules = cases.flatMap(fixture =>
    (['before', 'after'] as const).map(side => drivenModule(fixture, side)),
  )
  const newest = Math.max(18, ...modules.map(({ goMinor }) => goMinor))
  const root = temporaryTree({
    'go.mod': goMod(modules, newest),
    'main.go': dispatcher(modules),
    ...Object.fromEntries(
      modules.flatMap(({ name, files }) =>
        Object.entries(files).map(([path, text]) => [posix.join(name, path), text]),
      ),
    ),
  })
  const hasC = spawnSync('gcc', ['--version']).status === 0
  const modes: readonly Mode[] = hasC ? ['plain', 'checkptr', 'race'] : ['plain', 'checkptr']
  for (const mode of modes)
    go('go', ['build', '-trimpath', ...BUILDS[mode], '-o', join(root, mode), '.'], root, {
      ...(hasC && { CGO_ENABLED: '1' }),
    })
  return { modes, play: (fixture, side, mode) => play(join(root, mode), nameOf(fixture, side)) }
}

function play(program: string, name: string): Play {
  const { status, signal, stdout, stderr } = spawnSync(program, [name], {
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, GORACE: 'atexit_sleep_ms=0' },
  })
  const words = stderr.split('\n').find(line => /^(panic|fatal error|WARNING: DATA RACE)/.test(line))
  const paths = new RegExp(`${HOST}/${name.replace(/\/[^/]*$/, '')}/(before|after)`, 'g')
  return `${stdout}exit ${status ?? signal}\n${words ? `${words}\n` : ''}`.replaceAll(paths, '<module>')
}

function nameOf(fixture: Case, side: Side): string {
  return posix.join(fixture.transform, fixture.name, side)
}

interface DrivenModule extends CaseModule {
  /** The package with the function to call, and its name. */
  readonly importPath: string
  readonly entry: string
}

function drivenModule(fixture: Case, side: Side): DrivenModule {
  const module = caseModule(fixture, side)
  const { driver } = fixture
  if (!module || !driver) throw new Error(`${nameOf(fixture, side)} cannot be driven: it needs other modules`)
  const path = `${HOST}/${module.name}`
  if (driver.kind === 'outside') {
    const own = parseGoMod(fixture[side]['go.mod'] ?? '').path
    const text = withPath(driver.text, own, path)
      .replace(/^package main\b/m, 'package drive')
      .replace(/^func main\(\)/m, 'func Main()')
    return {
      ...module,
      files: { ...module.files, 'drive/main.go': text },
      importPath: `${path}/drive`,
      entry: 'Main',
    }
  }
  // Nothing can import a package main.
  const files = Object.entries({
    ...module.files,
    'gomend_drive.go': `${driver.text}\nfunc GomendDrive() { drive() }\n`,
  })
  const importable = files.map(([file, text]): [string, string] => [
    file,
    posix.dirname(file) === '.' && file.endsWith('.go')
      ? text.replace(/^package main\b/m, 'package fixture')
      : text,
  ])
  return { ...module, files: Object.fromEntries(importable), importPath: path, entry: 'GomendDrive' }
}

function goMod(modules: readonly DrivenModule[], newest: number): string {
  const requires = modules.map(
    ({ name }) => `require ${HOST}/${name} v0.0.0\nreplace ${HOST}/${name} => ./${name}\n`,
  )
  return `module drive\n\ngo 1.${newest}\n\n${requires.join('')}`
}

function dispatcher(modules: readonly DrivenModule[]): string {
  const imports = modules.map(({ importPath }, index) => `\tc${index} "${importPath}"\n`).join('')
  const calls = modules.map(({ name, entry }, index) => `\t\t"${name}": c${index}.${entry},\n`).join('')
  return `package main\n\nimport (\n\t"os"\n\n${imports})\n\nfunc main() {\n\tmap[string]func(){\n${calls}\t}[os.Args[1]]()\n}\n`
}

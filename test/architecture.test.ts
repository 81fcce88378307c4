import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { expect, test } from 'vitest'

const SRC = join(import.meta.dirname, '../src')

/** Modules of src, with what they import. */
const modules = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => name.replaceAll('\\', '/'))
  .map(name => ({ name, imports: importsOf(readFileSync(join(SRC, name), 'utf8')) }))

/** What each folder may import, besides itself: folders, files, or files without some. */
const ALLOWED: readonly [folder: RegExp, allowed: RegExp][] = [
  [/^(errors|interrupt|package-root|watchdog)\.ts$/, /^$/],
  [/^command\.ts$/, /^(errors|interrupt)\.ts$/],
  [/^go\/toolchain\//, /^(go\/|errors\.ts$|command\.ts$)/],
  [/^go\/sources\//, /^(go\/(?!toolchain)|errors\.ts$)/],
  [/^go\//, /^(go\/(?!toolchain|sources)|(errors|package-root)\.ts$)/],
  [/^transform\.ts$/, /^go\//],
  [/^playbook\.ts$/, /^(go\/|transform\.ts$)/],
  [/^playbook-problem\.ts$/, /^(go\/version\.ts$|playbook\.ts$)/],
  [
    /^(transforms|playbooks)\//,
    /^(transforms\/|playbooks\/|transform\.ts$|playbook\.ts$|go\/(?!toolchain|sources))/,
  ],
  [/^engine\//, /^(engine\/|go\/|(transform|playbook|errors|command|interrupt|package-root)\.ts$)/],
  [/^report\//, /^(report\/|engine\/(types|position|apply-edits)\.ts$|(errors|package-root)\.ts$)/],
  [/^terminal\//, /^(terminal\/|report\/|engine\/(types|position)\.ts$|errors\.ts$)/],
  [
    /^config\.ts$/,
    /^((errors|transform|index|watchdog)\.ts$|playbook(-problem)?\.ts$|transforms\/index\.ts$)/,
  ],
  [/^(cli\/|index\.ts$)/, /./],
]

test('no module imports what its folder may not', () => {
  const wrong = modules.flatMap(({ name, imports }) => {
    const rule = ALLOWED.find(([folder]) => folder.test(name))
    if (!rule) return [`${name} has no rule`]
    const own = imports
      .filter(path => path.startsWith('.'))
      .map(path => posix.join(posix.dirname(name), path))
    return own.filter(path => !rule[1].test(path)).map(path => `${name} imports ${path}`)
  })
  expect(wrong).toEqual([])
})

/** Only run.ts, and rounds.ts for what is repeated, know the order of the stages. */
const STAGES = ['discover', 'prefilter', 'analyse', 'plan', 'patch', 'verify', 'apply'].map(
  name => `engine/${name}.ts`,
)

test('no stage imports a stage', () => {
  const wrong = modules
    .filter(({ name }) => STAGES.includes(name))
    .flatMap(({ name, imports }) =>
      imports
        .map(path => posix.join('engine', path))
        .filter(path => STAGES.includes(path))
        .map(path => `${name} imports ${path}`),
    )
  expect(wrong).toEqual([])
})

test('transforms and what they know of Go do not touch the machine', () => {
  // The table of the standard library is data that is read on first use.
  const pure = modules.filter(
    ({ name }) =>
      /^(transforms|playbooks|go\/(constraint|types))\//.test(name) && name !== 'go/types/std-api.ts',
  )
  expect(
    pure.flatMap(({ name, imports }) =>
      imports.filter(path => path.startsWith('node:')).map(path => `${name} imports ${path}`),
    ),
  ).toEqual([])
})

test('--help and --version load next to nothing, so that they answer at once', () => {
  for (const entry of ['cli/main.ts', 'cli/version.ts'])
    expect(
      staticClosure(entry).filter(
        name => !/^(cli\/|errors\.ts$|report\/printable\.ts$|package-root\.ts$|go\/syntax\/)/.test(name),
      ),
    ).toEqual([])
})

/** The modules that are loaded with a module, whatever is then called. */
function staticClosure(entry: string, known = new Set<string>()): readonly string[] {
  if (known.has(entry)) return []
  known.add(entry)
  const text = readFileSync(join(SRC, entry), 'utf8')
  const imports = [...text.matchAll(/^(?:import|export) (?!type )[^'"]*?from '(\.[^']+)'/gm)]
  for (const [, path = ''] of imports) staticClosure(posix.join(posix.dirname(entry), path), known)
  return [...known]
}

test('every package from elsewhere is imported in one place', () => {
  const importers = new Map<string, string[]>()
  for (const { name, imports } of modules)
    for (const path of imports)
      if (
        !path.startsWith('.') &&
        !/^node:(fs|path|os|url|buffer|crypto|module|stream|timers|v8|vm)/.test(path)
      )
        importers.set(path, [...(importers.get(path) ?? []), name])
  // The two sides of the worker pool: who starts it, and what runs in it.
  importers.delete('piscina')
  expect([...importers].filter(([, names]) => names.length > 1)).toEqual([])
})

test('only the edges touch the process', () => {
  const inner = modules.filter(({ name }) => !/^(cli|terminal)\/|^command\.ts$/.test(name))
  const wrong = inner.filter(({ name }) =>
    /\bprocess\.(env|argv|exit|stdout|stderr|stdin|cwd)\b/.test(readFileSync(join(SRC, name), 'utf8')),
  )
  expect(wrong.map(({ name }) => name)).toEqual([])
})

function importsOf(text: string): string[] {
  const statements = text.matchAll(
    /^(?:import|export)\b[^'"]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm,
  )
  return [...statements].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '')
}

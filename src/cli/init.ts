import { existsSync } from 'node:fs'
import { CONFIG_NAME } from '../config.ts'
import { acceptNone } from '../engine/answers.ts'
import { discover, type PackageFiles } from '../engine/discover.ts'
import { makeModuleFinder } from '../engine/modules.ts'
import type { Outcome } from '../engine/types.ts'
import { UsageError } from '../errors.ts'
import type { GoModule } from '../go/file.ts'
import { DEFAULT_GO_VERSION, includesVersion } from '../go/version.ts'
import type { Transform } from '../transform.ts'
import { shippedTransforms } from '../transforms/index.ts'
import { writeNew } from './new.ts'
import { runEngine } from './session.ts'

/** Directories in which people keep code of others; `vendor` is left out in any case. */
const COPIED_CODE = new Set(['third_party', 'thirdparty', 'third-party', '3rdparty', 'external', 'extern'])

/** Writes a transforms.config.ts that fits the current directory. Throws UsageError when there is one. */
export async function init(): Promise<void> {
  if (existsSync(CONFIG_NAME))
    throw new UsageError(`${CONFIG_NAME} exists already; edit it, or remove it to have it written anew`)
  const { packages } = await discover({ root: process.cwd(), patterns: ['./...'], isExcluded: () => false })
  const flags = { config: false, verify: 'off', baseline: false } as const
  const { outcomes } = await runEngine([], flags, { review: acceptNone })
  const copied = copiedCode(packages)
  const own = outcomes.filter(
    ({ finding: { at } }) => !copied.some(directory => at.path.startsWith(directory)),
  )
  const modules = modulesOf(packages)
  writeNew({ [CONFIG_NAME]: configText(packages, modules, copied, own) })
  process.stdout.write(`wrote ${CONFIG_NAME}; next: gomend scan, then gomend diff\n`)
}

/** Directories of code of others, with a slash at the end; sorted. */
function copiedCode(packages: readonly PackageFiles[]): readonly string[] {
  const directories = packages.flatMap(({ directory }) => {
    const segments = directory.split('/')
    const index = segments.findIndex(segment => COPIED_CODE.has(segment))
    return index < 0 ? [] : [`${segments.slice(0, index + 1).join('/')}/`]
  })
  return [...new Set(directories)].sort()
}

function modulesOf(packages: readonly PackageFiles[]): readonly GoModule[] {
  const moduleOf = makeModuleFinder(process.cwd())
  const modules = packages.flatMap(({ directory }) => moduleOf(directory) ?? [])
  return [...new Set(modules)]
}

function configText(
  packages: readonly PackageFiles[],
  modules: readonly GoModule[],
  copied: readonly string[],
  outcomes: readonly Outcome[],
): string {
  const files = packages.reduce((sum, { names }) => sum + names.length, 0)
  const width = Math.max(...shippedTransforms.map(({ name }) => name.length))
  const found = shippedTransforms.map(transform => {
    const note = describe(
      transform,
      outcomes.filter(({ finding }) => finding.transform === transform.name),
      modules,
    )
    return `  //   ${transform.name.padEnd(width)}  ${note}\n`
  })
  return `// What gomend does in this repository. \`gomend --help\` lists the commands; flags win over this file.
// Found: ${files} files that go/build reads, in ${describeModules(modules)}.
import { defineConfig, shippedTransforms } from 'gomend'

export default defineConfig({
  // Everything there is to choose from. \`gomend new NAME\` writes a transform of your own, to be put behind these.
  transforms: [...shippedTransforms],

  // Names of transforms to leave out; \`gomend explain NAME\` says what one does. What each finds here today:
${found.join('')}  ignore: [],

  // Paths to leave out, as in .gitignore. Left out in any case: vendor, testdata, and what git ignores.
  exclude: [${copied.length === 0 ? '' : `\n${copied.map(path => `    ${JSON.stringify(`/${path}`)}, // code of others, it seems: to be changed at its source\n`).join('')}  `}],
})
`
}

function describeModules(modules: readonly GoModule[]): string {
  if (modules.length === 0) return `no module: they count as Go ${DEFAULT_GO_VERSION}`
  const versions = modules.map(({ goVersion }) => goVersion ?? DEFAULT_GO_VERSION)
  const listed = [...new Set(versions)].sort((a, b) => (includesVersion(a, b) ? 1 : -1))
  const count = modules.length === 1 ? 'one module' : `${modules.length} modules`
  return `${count} for Go ${listed.join(', ')}`
}

function describe({ meta }: Transform, outcomes: readonly Outcome[], modules: readonly GoModule[]): string {
  const isNew = modules.some(({ goVersion }) => includesVersion(goVersion ?? DEFAULT_GO_VERSION, meta.since))
  const needs =
    modules.length === 0 || isNew ? '' : `; needs Go ${meta.since}, so raise the go line of go.mod first`
  if (outcomes.length === 0) return `nothing${needs}`
  const kinds = { safe: 0, 'to review': 0, refused: 0 }
  for (const { finding } of outcomes) {
    if (!finding.fix) kinds.refused++
    else kinds[finding.fix.safety === 'safe' ? 'safe' : 'to review']++
  }
  const listed = Object.entries(kinds).filter(([, count]) => count > 0)
  return `${outcomes.length} found: ${listed.map(([kind, count]) => `${count} ${kind}`).join(', ')}${needs}`
}

import { and, type Expression, evaluate, tag, tagsOf } from '../constraint/expression.ts'
import { fileConstraint } from '../constraint/file-constraint.ts'
import { scanHeader } from '../constraint/header.ts'
import { hasTag, isKnownArchitecture, isKnownOs } from '../constraint/platform.ts'
import { printExpression } from '../constraint/print.ts'
import type { FileKind } from '../file.ts'
import { type Build, defaultBuild } from './builds.ts'
import type { Toolchain } from './toolchain.ts'

/** A file that some build has to take. */
export interface FileToBuild {
  readonly path: string
  readonly kind: FileKind
  readonly text: string
  /** Another file that has to be in the same build. */
  readonly beside?: Omit<FileToBuild, 'beside'>
}

/** A build and all of the files that it takes. */
export interface BuildChoice {
  readonly build: Build
  readonly paths: readonly string[]
}

/** A file that no build of this machine takes, and why. */
export interface UncoveredFile {
  readonly path: string
  readonly reason: string
}

/** Ports that people have, after the machine's own; the rest follows in the toolchain's order. */
const COMMON_PORTS = [
  'linux/amd64',
  'windows/amd64',
  'darwin/arm64',
  'linux/arm64',
  'darwin/amd64',
  'linux/386',
]

/**
 * Tags that -tags must not set: the standard library gives them a meaning of its own and does not compile
 * with them, or they stand for another compiler. `race` is set by -race.
 */
const RESERVED_TAG =
  /^(?:ignore|gc|gccgo|cgo|unix|msan|asan|boringcrypto|compiler_bootstrap|cmd_go_bootstrap|go1(?:\.\d+)?|goexperiment\..*|\w+\.v\d+)$/

/** Builds that are chosen for no more than what stands beside a file. */
const MAX_BUILDS_BESIDE = 6

/** With more tags of its own than this, a file is not solved for. */
const MAX_TAGS = 10

/** Builds that were chosen, and what no build takes. */
export interface ChosenBuilds {
  readonly choices: readonly BuildChoice[]
  readonly uncovered: readonly UncoveredFile[]
  /** Files that are taken, but not in all company that they were to be taken in. */
  readonly apart: readonly UncoveredFile[]
}

/**
 * Chooses few builds that together take all of the files: the machine's own wherever it will do, then
 * whichever takes most of the rest. `excluded` builds are not chosen.
 */
export function chooseBuilds(
  files: readonly FileToBuild[],
  toolchain: Toolchain,
  excluded: readonly Build[] = [],
): ChosenBuilds {
  const choices: BuildChoice[] = []
  const uncovered: UncoveredFile[] = []
  const all: ConstrainedFile[] = []
  for (const file of files) {
    const constrained = constrain(file, toolchain, excluded)
    if (typeof constrained !== 'string') all.push(constrained)
    else if (!file.beside) uncovered.push({ path: file.path, reason: constrained })
  }

  let open: readonly ConstrainedFile[] = all.filter(({ beside }) => beside === undefined)
  while (open.length > 0) choose()
  open = all.filter(file => !choices.some(({ build }) => takes(file, build, toolchain)))
  for (let more = 0; open.length > 0 && more < MAX_BUILDS_BESIDE; more++) choose()
  const apart = open.map(({ path, beside }) => ({ path, reason: `not compiled beside ${beside}` }))
  return { choices, uncovered, apart }

  function choose(): void {
    const build = mostWanted(open, toolchain)
    const taken = all.filter(file => takes(file, build, toolchain))
    choices.push({ build, paths: [...new Set(taken.map(({ path }) => path))] })
    open = open.filter(file => !taken.includes(file))
  }
}

interface ConstrainedFile {
  readonly path: string
  /** The path of the other file. */
  readonly beside: string | undefined
  readonly constraint: Expression | undefined
  /** Best first; at least one. */
  readonly candidates: readonly Build[]
}

function constrain(
  file: FileToBuild,
  toolchain: Toolchain,
  excluded: readonly Build[],
): ConstrainedFile | string {
  const constraints = [file, ...(file.beside ? [file.beside] : [])].map(constraintOf)
  const wrong = constraints.find(each => typeof each === 'string')
  if (typeof wrong === 'string') return `its build constraint is not valid: ${wrong}`
  const [first, ...others] = constraints.filter(each => typeof each === 'object')
  const constraint = first && others.reduce(and, first)
  const candidates = candidatesFor(constraint, toolchain, excluded)
  if (candidates.length > 0) return { path: file.path, beside: file.beside?.path, constraint, candidates }
  const words = constraint ? `which needs ${printExpression(constraint)}` : 'which is not constrained'
  return `no ${excluded.length > 0 ? 'other ' : ''}build that ${toolchain.version} can make here takes the file, ${words}`
}

/** Or what is wrong with it. */
function constraintOf(file: FileToBuild): Expression | string | undefined {
  const header = scanHeader(file.text, file.kind)
  const parsed = fileConstraint(file.path, header)
  if (parsed?.error !== undefined) return parsed.error
  if (!needsCgo(file, header.codeIndex)) return parsed?.expression
  return parsed?.expression ? and(parsed.expression, tag('cgo')) : tag('cgo')
}

/** Cgo files and the C, Fortran and SWIG sources of their packages; headers serve assembly too. */
function needsCgo({ path, kind, text }: FileToBuild, codeIndex: number): boolean {
  if (kind === 'other') return !/\.(?:s|S|sx|h|hh|hpp|hxx)$/.test(path)
  const imports = text.slice(codeIndex).split(/^(?:func|type|var|const)\b/m, 1)[0] ?? ''
  return /^[^\S\n]*(?:import\s*(?:\(\s*)?)?"C"/m.test(imports)
}

function candidatesFor(
  constraint: Expression | undefined,
  toolchain: Toolchain,
  excluded: readonly Build[],
): readonly Build[] {
  const usual = defaultBuild(toolchain)
  const host = `${toolchain.goos}/${toolchain.goarch}`
  const ports = [...new Set([host, ...COMMON_PORTS, ...toolchain.ports])]
  const candidates: Build[] = []
  for (const port of ports) {
    const [goos = '', goarch = ''] = port.split('/')
    if (!toolchain.ports.includes(port)) continue
    const cgos = port !== host ? [false] : usual.cgo ? [true, false] : [false]
    const builds = cgos.flatMap(cgo =>
      tagSets(constraint, toolchain).map(tags => withTags(goos, goarch, cgo, tags)),
    )
    const build = builds.find(
      candidate =>
        (!candidate.race || (port === host && candidate.cgo)) &&
        !excluded.some(other => isSame(other, candidate)) &&
        holds(constraint, candidate, toolchain),
    )
    if (build) candidates.push(build)
  }
  return candidates
}

/** The user's own tags first, then with ever more of the file's tags the other way round. */
function tagSets(constraint: Expression | undefined, toolchain: Toolchain): readonly string[][] {
  const free = constraint ? tagsOf(constraint).filter(isFree) : []
  if (free.length > MAX_TAGS) return [[...toolchain.tags]]
  const subsets = Array.from({ length: 2 ** free.length }, (_, bits) =>
    free.filter((_, index) => bits & (1 << index)),
  )
  return subsets
    .toSorted((a, b) => a.length - b.length)
    .map(flipped => symmetricDifference(toolchain.tags, flipped))
}

function isFree(name: string): boolean {
  return !isKnownOs(name) && !isKnownArchitecture(name) && !RESERVED_TAG.test(name)
}

function symmetricDifference(a: readonly string[], b: readonly string[]): string[] {
  return [...a.filter(name => !b.includes(name)), ...b.filter(name => !a.includes(name))]
}

function withTags(goos: string, goarch: string, cgo: boolean, tags: readonly string[]): Build {
  return {
    goos,
    goarch,
    cgo,
    race: tags.includes('race'),
    tags: tags.filter(name => name !== 'race').toSorted(),
  }
}

function holds(constraint: Expression | undefined, build: Build, { release }: Toolchain): boolean {
  if (!constraint) return true
  const tags = new Set(build.race ? [...build.tags, 'race'] : build.tags)
  return evaluate(constraint, name => hasTag({ ...build, release, tags }, name))
}

function takes(file: ConstrainedFile, build: Build, toolchain: Toolchain): boolean {
  return holds(file.constraint, build, toolchain)
}

function mostWanted(files: readonly ConstrainedFile[], toolchain: Toolchain): Build {
  const candidates = new Map<string, Build>()
  for (const build of files.flatMap(file => file.candidates)) candidates.set(JSON.stringify(build), build)
  // The plain build is taken if it takes anything: its packages are most likely compiled already.
  const usual = defaultBuild(toolchain)
  if (candidates.has(JSON.stringify(usual))) return usual

  let best: { readonly build: Build; readonly count: number } | undefined
  for (const build of candidates.values()) {
    const count = files.filter(file => takes(file, build, toolchain)).length
    if (!best || count > best.count) best = { build, count }
  }
  if (!best) throw new Error('a file without candidates was not left out')
  return best.build
}

function isSame(a: Build, b: Build): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

import { isAbsolute } from 'node:path'
import type { GoLocations } from '../../../src/go/sources/locations.ts'
import { makeSources } from '../../../src/go/sources/sources.ts'
import { loadParser } from '../../../src/go/syntax/parse.ts'
import type { PackageSources } from '../../../src/go/types/source.ts'
import { makeWorld, type World } from '../../../src/go/types/world.ts'
import { type Comparison, compareFacts, emptyComparison } from './compare-facts.ts'
import type { DirectoryFacts } from './facts.ts'
import { streamOracle } from './oracle.ts'

/** What is compared, and under which circumstances. */
export interface Proof {
  /** Absolute; where go list is run. */
  readonly directory: string
  readonly patterns: readonly string[]
  readonly goos: string
  /** Only what lies in the module itself is known then, and the table of the standard library. */
  readonly hidesDependencies: boolean
}

export interface Proven {
  readonly comparison: Comparison
  /** Packages that go/types does not accept, and why. */
  readonly skipped: readonly string[]
  readonly lines: number
  /** For reading, parsing, asking and comparing. */
  readonly cpuMicroseconds: number
}

const MAX_HEAP = 1.5e9

/**
 * Compares everything that go/types says of packages, in-package and external tests included, with our answers.
 * `onPackage` is told the import path of each that is done, and what has been found so far.
 */
export async function prove(
  proof: Proof,
  locations: GoLocations,
  onPackage: (importPath: string, soFar: Omit<Proven, 'cpuMicroseconds'>) => void = () => undefined,
): Promise<Proven> {
  const { directory: root, patterns, goos, hidesDependencies } = proof
  const parser = await loadParser()
  const comparison = emptyComparison()
  const nameOf = (absolute: string) => nameIn(root, absolute)
  const skipped: string[] = []
  let world: World | undefined
  let cpuMicroseconds = 0
  let lines = 0

  const facts = streamOracle<DirectoryFacts>(['facts', ...patterns], {
    cwd: root,
    environment: { GOOS: goos, CGO_ENABLED: '0', GOWORK: 'off' },
  })
  for await (const directory of facts) {
    if (directory.Error !== undefined) {
      skipped.push(`${directory.Package}: ${directory.Error}`)
      continue
    }
    const before = process.cpuUsage()
    // Trees are kept as long as their world.
    if (process.memoryUsage().heapUsed > MAX_HEAP) world = undefined
    world ??= newWorld()
    const types = world.packageAt(nameOf(directory.Directory))
    if (!types) throw new Error(`gomend has no package in ${directory.Directory}`)
    compareFacts(directory, { types, nameOf, into: comparison })
    for (const { text } of types.files) lines += text.split('\n').length
    const { user, system } = process.cpuUsage(before)
    cpuMicroseconds += user + system
    onPackage(directory.Package, { comparison, skipped, lines })
  }
  return { comparison, skipped, lines, cpuMicroseconds }

  function newWorld(): World {
    const sources = makeSources({ root, ...locations, overlay: new Map() })
    return makeWorld(hidesDependencies ? withoutDependencies(sources) : sources, parser)
  }
}

function withoutDependencies(sources: PackageSources): PackageSources {
  return {
    directory: sources.directory,
    imported(importPath, fromDirectory) {
      const found = sources.imported(importPath, fromDirectory)
      return found && !isAbsolute(found.directory) ? found : undefined
    },
  }
}

function nameIn(root: string, absolute: string): string {
  if (absolute === root) return ''
  return absolute.startsWith(`${root}/`) ? absolute.slice(root.length + 1) : absolute
}

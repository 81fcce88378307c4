import { join } from 'node:path'
import type { PackageSources } from '../../../src/go/types/source.ts'
import { go } from '../../support/go.ts'

/** What `go list` says of a package. */
interface ListedPackage {
  readonly ImportPath: string
  /** Missing when there is no such package. */
  readonly Dir?: string
  readonly Imports?: readonly string[]
  readonly ImportMap?: Readonly<Record<string, string>>
  readonly DepOnly?: boolean
}

export interface Comparison {
  /** How many imports mean the same directory, or nothing for both. */
  readonly equal: number
  readonly different: readonly string[]
  /** The directories that were reached, absolute, by import path. */
  readonly reached: ReadonlyMap<string, string>
}

/** Follows all imports from the packages of a module, tests included, by `sources` and by `go list`. */
export function compareWithGoList(
  sources: PackageSources,
  { root, module, environment }: { root: string; module: string; environment: Record<string, string> },
): Comparison {
  const packages = goList(module, environment)
  const byPath = new Map(packages.map(listed => [listed.ImportPath, listed]))
  const reached = new Map<string, string>()
  const different: string[] = []
  let equal = 0

  const seen = new Set<ListedPackage>()
  const pending = packages.flatMap(listed =>
    listed.DepOnly || listed.Dir === undefined ? [] : [{ listed, directory: nameIn(root, listed.Dir) }],
  )
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { listed, directory } = next
    // The main package of a test binary is made by the go command.
    if (seen.has(listed) || listed.ImportPath.endsWith('.test')) continue
    seen.add(listed)
    for (const meant of listed.Imports ?? []) {
      if (meant === 'C' || meant === 'unsafe') continue
      const target = byPath.get(meant)
      const found = sources.imported(writtenPath(listed, meant), directory)
      const place = found && placeOf(root, found.directory)
      if (found && target?.Dir !== undefined && target.Dir === place && found.importPath === bare(meant)) {
        equal++
        reached.set(found.importPath, target.Dir)
        pending.push({ listed: target, directory: found.directory })
      } else if (!found && target?.Dir === undefined) equal++
      else different.push(`${listed.ImportPath} imports ${meant}: ${place}, but go list has ${target?.Dir}`)
    }
  }
  return { equal, different, reached }
}

function goList(module: string, environment: Record<string, string>): ListedPackage[] {
  const fields = 'ImportPath,Dir,Imports,ImportMap,DepOnly'
  const output = go('go', ['list', '-e', '-deps', '-test', `-json=${fields}`, './...'], module, {
    CGO_ENABLED: '0',
    ...environment,
  })
  return JSON.parse(`[${output.replaceAll('\n}\n{', '\n},\n{')}]`) as ListedPackage[]
}

function nameIn(root: string, directory: string): string {
  if (directory === root) return ''
  return directory.startsWith(`${root}/`) ? directory.slice(root.length + 1) : directory
}

function placeOf(root: string, name: string): string {
  return name.startsWith('/') ? name : join(root, name)
}

/** As the files have it: without the vendor directory, and without the test that a copy was made for. */
function writtenPath(listed: ListedPackage, meant: string): string {
  const [written] = Object.entries(listed.ImportMap ?? {}).find(([, path]) => path === meant) ?? []
  return written ?? bare(meant)
}

function bare(path: string): string {
  return path.replace(/ \[.*/, '')
}

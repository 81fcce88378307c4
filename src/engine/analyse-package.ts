import { TransformBug } from '../errors.ts'
import type { GoFile } from '../go/file.ts'
import { languageVersionOf } from '../go/language-version.ts'
import type { World } from '../go/types/world.ts'
import type { PackageTransform } from '../transform.ts'
import { type Asking, analysePackage, type RunFile } from './analyse.ts'
import type { Analysis } from './analyse-files.ts'
import type { Found, Problem } from './types.ts'
import { unparsedProblems } from './unparsed.ts'

/** A directory with all its files that have a needle. */
export interface PackageTask {
  readonly directory: string
  readonly candidates: readonly RunFile[]
}

/**
 * Asks the transforms that look at a package as a whole; `world` is made of the same texts as the candidates. Throws
 * TransformStopped when one takes too long; the world is of no use then.
 */
export function analyseDirectory(
  { directory, candidates }: PackageTask,
  transforms: readonly PackageTransform[],
  world: World,
  asking: Asking,
): Analysis {
  const types = world.packageAt(directory)
  const known = new Map(types?.files.map(file => [file.path, file]))
  const problems: Problem[] = candidates.flatMap(({ path, text }) => {
    const message = types ? textProblem(known.get(path)?.text, text) : UNREADABLE
    return message === undefined ? [] : [{ path, message }]
  })
  if (!types || problems.length > 0) return { found: [], problems, others: [] }

  const module = candidates[0]?.module
  const files = types.files
    .map((file): GoFile => {
      const { path, text } = file
      const goVersion = languageVersionOf(text, 'go', module)
      return {
        ...{ path, text, kind: 'go', module, goVersion },
        get tree() {
          return file.tree
        },
      }
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  const found: Found[] = []
  const unparsed = new Map<string, readonly Problem[]>()
  for (const transform of transforms) {
    const named = candidates.filter(file => file.transforms.includes(transform.name))
    const own = files.filter(({ path }) => named.some(file => file.path === path))
    if (own.length === 0) continue
    for (const file of own) unparsed.set(file.path, unparsedProblems(file))
    try {
      found.push(...analysePackage({ directory, files, candidates: own, types }, transform, asking))
    } catch (error) {
      if (!(error instanceof TransformBug)) throw error
      problems.push({ path: directory || '.', message: error.message })
    }
  }
  problems.push(...[...unparsed.values()].flat())
  return { found, problems, others: othersIn(found, files, candidates) }
}

const UNREADABLE =
  'not all Go files of its directory can be read, so nothing is known of types; make them readable'

function textProblem(known: string | undefined, text: string): string | undefined {
  if (known === text) return undefined
  if (known !== undefined) return 'has changed while it was read; run gomend again'
  return 'has no package clause that could be read, so its directory was not looked at as a package; mend the file'
}

/** The files that findings are about, besides the candidates. */
function othersIn(
  found: readonly Found[],
  files: readonly GoFile[],
  candidates: readonly RunFile[],
): readonly RunFile[] {
  const paths = new Set(
    found.flatMap(({ at, fix }) => [at.path, ...(fix?.edits ?? []).map(({ path }) => path)]),
  )
  for (const { path } of candidates) paths.delete(path)
  return files
    .filter(({ path }) => paths.has(path))
    .map(({ path, kind, text, module, goVersion }) => ({
      path,
      kind,
      text,
      module,
      goVersion,
      transforms: [],
    }))
}

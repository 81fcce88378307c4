import { lstatSync, realpathSync } from 'node:fs'
import { posix, relative, resolve, sep } from 'node:path'
import { generatedMarkerLine } from '../go/generated.ts'
import { languageVersionOf } from '../go/language-version.ts'
import type { Transform } from '../transform.ts'
import type { RunFile } from './analyse.ts'
import type { Cache } from './cache.ts'
import type { PackageFiles } from './discover.ts'
import { fileKind } from './file-kind.ts'
import type { ModuleFinder } from './modules.ts'
import { makePrefilter } from './prefilter.ts'
import type { Problem, Progress } from './types.ts'

export interface Candidates {
  readonly candidates: readonly RunFile[]
  readonly problems: readonly Problem[]
  /** How many files were read. */
  readonly files: number
  /** How many of the candidates say that a tool generated them: what is found in them is refused. */
  readonly generated: number
}

/** Reads every file once and keeps those that mention a transform's needle, with what the engine knows of them. */
export function readCandidates(
  packages: readonly PackageFiles[],
  {
    root,
    transforms,
    cache,
    onProgress,
  }: {
    root: string
    transforms: readonly Transform[]
    cache?: Cache
    onProgress: (progress: Progress) => void
  },
  moduleOf: ModuleFinder,
): Candidates {
  const prefilter = makePrefilter(root, transforms, cache)
  const paths = new Set(
    packages.flatMap(({ directory, names }) => names.map(name => posix.join(directory, name))),
  )
  const candidates: RunFile[] = []
  const problems: Problem[] = []

  let done = 0
  for (const path of paths) {
    onProgress({ stage: 'reading', done: done++, total: paths.size })
    const kind = fileKind(path)
    if (!kind) continue
    const found = prefilter(path, kind)
    if (found.kind === 'nothing') continue
    const message = found.kind === 'problem' ? found.message : linkProblem(root, path, paths)
    if (message) problems.push({ path, message })
    if (found.kind === 'problem' || message !== undefined) continue
    const module = moduleOf(posix.dirname(path))
    const { text, transforms } = found
    candidates.push({
      path,
      kind,
      text,
      module,
      goVersion: languageVersionOf(text, kind, module),
      transforms,
    })
  }
  const generated = candidates.filter(
    ({ kind, text }) => kind === 'go' && generatedMarkerLine(text) !== undefined,
  ).length
  return { candidates, problems, files: paths.size, generated }
}

/**
 * Why a symbolic link is not edited: `''` when its target is read under its own name, so that
 * nothing is missed; undefined when the path is no link.
 */
function linkProblem(root: string, path: string, paths: ReadonlySet<string>): string | undefined {
  if (!lstatSync(resolve(root, path), { throwIfNoEntry: false })?.isSymbolicLink()) return undefined
  const target = relative(realpathSync(root), targetOf(resolve(root, path)))
    .split(sep)
    .join('/')
  if (paths.has(target)) return ''
  if (target === '..' || target.startsWith('../'))
    return 'is a symbolic link to a file outside the root of the run; run gomend on that file where it is'
  return `is a symbolic link to ${target}, which the patterns do not name; name that file to have it read`
}

/** Where a link leads; to itself when that has gone meanwhile. */
function targetOf(link: string): string {
  try {
    return realpathSync(link)
  } catch {
    return link
  }
}

import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { type Diagnostic, vet, vetSeesOverlays } from '../go/toolchain/vet.ts'
import { suspects } from './blame.ts'
import { insideRoot, type Overlay } from './go-overlay.ts'
import { type Laboratory, requestOf, withOverlay } from './observe.ts'
import { compareRemarks, type Remark } from './remarks.ts'
import type { FoundFix, Patch } from './types.ts'
import type { Job } from './verify-jobs.ts'

export interface VetOptions {
  readonly jobs: readonly Job[]
  /** What the patches are edits of, as far as it differs from the disk. */
  readonly base: ReadonlyMap<string, string>
  readonly patches: readonly Patch[]
}

/** What vet says of the edited packages with the patches and not without, by the fix that it is about. */
export async function vetCautions(
  laboratory: Laboratory,
  { jobs, base, patches }: VetOptions,
): Promise<ReadonlyMap<FoundFix, readonly string[]>> {
  const texts = new Map([...base, ...patches.map(({ path, after }) => [path, after] as const)])
  const run = (await vetSeesOverlays(laboratory.scratch)) ? vetOverlay : vetShadow
  const cautions = new Map<FoundFix, string[]>()
  const said = new Set<string>()
  for (const job of jobs) {
    const after = await run(laboratory, job, texts)
    if (after.length === 0) continue
    const { gained } = compareRemarks(await run(laboratory, job, base), after, patches)
    for (const remark of gained) {
      const words = `${remark.path}:${remark.line}: ${remark.message}`
      if (said.has(words)) continue
      said.add(words)
      for (const fix of fixesBehind(remark, words, patches))
        cautions.set(fix, [...(cautions.get(fix) ?? []), `vet on ${job.platform}: ${words}`])
    }
  }
  return cautions
}

/** The fix at the very place, else all those of the file, else all those of the package. */
function fixesBehind({ path }: Remark, words: string, patches: readonly Patch[]): Iterable<FoundFix> {
  const [exact] = suspects(words, patches)
  if (exact) return [exact]
  const inFile = patches.filter(patch => patch.path === path)
  const inPackage = patches.filter(patch => dirname(patch.path) === dirname(path))
  return new Set((inFile.length > 0 ? inFile : inPackage).flatMap(({ changes }) => changes))
}

type Run = (
  laboratory: Laboratory,
  job: Job,
  texts: ReadonlyMap<string, string>,
) => Promise<readonly Remark[]>

const vetOverlay: Run = (laboratory, job, texts) =>
  withOverlay(laboratory, texts, async overlay => {
    const diagnostics = await vet(laboratory.toolchain, requestOf(laboratory, job, overlay, job.directories))
    return diagnostics.flatMap(diagnostic => remarkOf(laboratory, job, diagnostic, overlay))
  })

function remarkOf(
  { root }: Laboratory,
  { context }: Job,
  { path, line, message }: Diagnostic,
  { originals }: Overlay,
): Remark[] {
  const absolute = resolve(context.directory, path)
  const inside = originals.get(absolute) ?? insideRoot(root, absolute)
  return inside === undefined ? [] : [{ path: inside, line, message }]
}

/** For releases whose vet reads the files on disk: a copy of the module, without what is no package of it. */
const vetShadow: Run = async (laboratory, job, texts) => {
  const { root, scratch } = laboratory
  const [module = job.context.directory] = job.context.modules
  const shadow = mkdtempSync(join(scratch, 'shadow-'))
  const inShadow = (path: string) => join(shadow, relative(module, path))
  try {
    cpSync(module, shadow, {
      recursive: true,
      filter: path => path === module || !/[/\\](?:\.git|node_modules)$/.test(path),
    })
    for (const [path, text] of texts)
      if (insideRoot(module, resolve(root, path)) !== undefined)
        writeFileSync(inShadow(resolve(root, path)), text)
    const context = { ...job.context, directory: shadow, modules: [shadow] }
    return await withOverlay(laboratory, new Map(), async overlay => {
      const targets = job.directories.map(directory => inShadow(resolve(root, directory)))
      const request = { ...requestOf(laboratory, job, overlay, []), context, targets }
      const diagnostics = await vet(laboratory.toolchain, request)
      return diagnostics.flatMap(({ path, line, message }) => {
        const original = join(module, relative(shadow, resolve(shadow, path)))
        const inside = insideRoot(root, original)
        return inside === undefined ? [] : [{ path: inside, line, message }]
      })
    })
  } finally {
    rmSync(shadow, { recursive: true })
  }
}

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { generatedMarkerLine } from '../go/generated.ts'
import { type GoVersion, includesVersion } from '../go/version.ts'
import type { Transform } from '../transform.ts'
import type { RunFile } from './analyse.ts'
import { directoryOf } from './go-overlay.ts'
import type { ModuleFinder } from './modules.ts'
import type { Found } from './types.ts'

/** From here on there is a playbook for every release. */
const FIRST_PLAYBOOK: GoVersion = '1.17'

/** Turns a fix that is not for the files it edits into a refusal with the reason. */
export type Gate = (found: Found) => Found

export interface GateOptions {
  readonly root: string
  readonly transforms: readonly Transform[]
  /** A file that has been read; undefined for one that no finder has seen. */
  readonly fileAt: (path: string) => RunFile | undefined
  readonly moduleOf: ModuleFinder
  /** Why a path is no part of the run; undefined when it is one. */
  readonly leftOut: (path: string) => string | undefined
}

/** Knows what no transform has to: generated files, language versions, and which files a run is about. */
export function makeGate({ root, transforms, fileAt, moduleOf, leftOut }: GateOptions): Gate {
  return found => {
    const gated = gate(found)
    if (!gated.fix || !gated.others) return gated
    return { ...gated, others: gated.others.map(gate).filter(each => each.fix !== undefined) }
  }

  function gate(found: Found): Found {
    const { fix, at, message, transform, fingerprint } = found
    if (!fix) return found
    for (const path of new Set(fix.edits.map(edit => edit.path))) {
      const reason = reasonAgainst(path, at.path, transform)
      if (reason === undefined) continue
      const refusal = path === at.path ? reason : `the fix would also change ${path}: ${reason}`
      return { at, message, transform, fingerprint, refusal }
    }
    return found
  }

  function reasonAgainst(path: string, foundIn: string, transform: string): string | undefined {
    if (directoryOf(path) !== directoryOf(foundIn)) return strangerReason(path, foundIn)
    const file = fileAt(path)
    if (!file) return 'it is not a Go file of the package'
    const out = leftOut(path)
    if (out !== undefined) return `${out}; run gomend on that file too, or change it by hand`
    // Files without a needle were read by the way, and not so strictly.
    if (file.transforms.length === 0 && !isOnDisk(file))
      return 'it is not valid UTF-8, or has just been changed'
    return generatedReason(file) ?? versionReason(file, transform)
  }

  function strangerReason(path: string, foundIn: string): string {
    const [own, other] = [foundIn, path].map(each => moduleOf(directoryOf(each)))
    if (path.split('/').includes('vendor')) return 'it is vendored; change the module that it comes from'
    if (own?.directory !== other?.directory) return 'it is in another module'
    return 'it is in another package, and a fix changes the files of one'
  }

  function versionReason({ goVersion }: RunFile, transform: string): string | undefined {
    const since = transforms.find(({ name }) => name === transform)?.meta.since
    if (!since || includesVersion(goVersion, since)) return undefined
    const how = includesVersion(since, FIRST_PLAYBOOK) ? `: see gomend playbook show go${since}` : ''
    return `needs Go ${since} and the file is compiled as Go ${goVersion}; raise the go line of go.mod first${how}`
  }

  function isOnDisk({ path, text }: RunFile): boolean {
    try {
      return Buffer.from(text).equals(readFileSync(resolve(root, path)))
    } catch {
      return false
    }
  }
}

function generatedReason({ kind, text }: RunFile): string | undefined {
  const line = kind === 'go' ? generatedMarkerLine(text) : undefined
  if (line === undefined) return undefined
  return `line ${line} says that the file is generated; change its generator and generate it again`
}

import { TransformBug, TransformStopped } from '../errors.ts'
import type { FileKind, GoFile, GoModule } from '../go/file.ts'
import type { GoPackage } from '../go/package.ts'
import type { Parser } from '../go/syntax/parse.ts'
import type { GoVersion } from '../go/version.ts'
import type { FileTransform, Finding, Fix, PackageTransform } from '../transform.ts'
import { completeFix } from './complete-fix.ts'
import { brokenContract } from './contract.ts'
import { fingerprints } from './fingerprint.ts'
import { readsSyntax } from './reads-syntax.ts'
import { withTimeLimit } from './time-limit.ts'
import type { Found } from './types.ts'

/** A file of the run. Plain data, so that it can go to a worker. */
export interface RunFile {
  readonly path: string
  readonly kind: FileKind
  readonly text: string
  readonly module: GoModule | undefined
  readonly goVersion: GoVersion
  /** Names of the transforms that it has a needle of. */
  readonly transforms: readonly string[]
}

/** How to ask a transform. */
export interface Asking {
  readonly parse: Parser['parse']
  /** Milliseconds that it may take for one file or package. */
  readonly timeLimit: number
}

/**
 * Asks one transform about one file. Throws TransformBug when it throws or breaks its contract, TransformStopped when
 * it takes too long.
 */
export function analyseFile(file: GoFile, transform: FileTransform, asking: Asking): Found[] {
  const findings = ask(transform.name, file.path, asking, () => transform.find(file))
  return complete(findings, transform, file.path, [file], asking.parse)
}

/** Asks one transform about one package; throws as analyseFile. After TransformStopped, its types may be half made. */
export function analysePackage(pkg: GoPackage, transform: PackageTransform, asking: Asking): Found[] {
  const place = pkg.directory || '.'
  const findings = ask(transform.name, place, asking, () => transform.findInPackage(pkg))
  return complete(findings, transform, place, pkg.files, asking.parse)
}

function ask(
  transform: string,
  place: string,
  { timeLimit }: Asking,
  find: () => Iterable<Finding>,
): Finding[] {
  const stopped = () => {
    throw new TransformStopped(transform, place, timeLimit)
  }
  try {
    return withTimeLimit(timeLimit, () => [...find()], stopped)
  } catch (error) {
    if (error instanceof TransformStopped) throw error
    throw new TransformBug(transform, place, `threw ${String(error)}`, { cause: error })
  }
}

/** Adds to findings what the engine knows of them; every one comes back. */
function complete(
  findings: readonly Finding[],
  transform: FileTransform | PackageTransform,
  place: string,
  files: readonly GoFile[],
  parse: Parser['parse'],
): Found[] {
  const { name } = transform
  const seen = new Map(files.map(file => [file.path, file]))
  const textOf = (path: string) => seen.get(path)?.text
  for (const finding of findings) {
    const broken = brokenContract(finding, textOf, readsSyntax(transform))
    if (broken) throw new TransformBug(name, place, broken)
  }
  const fingerprintsOf = fingerprints(name, findings, textOf)
  return findings.map((finding, index) => {
    const found = { ...finding, transform: name, fingerprint: fingerprintsOf[index] ?? '' }
    if (!found.fix) return found
    const whole = (fix: Fix): Found =>
      readsSyntax(transform) ? completeFix({ ...found, fix }, seen, parse) : { ...found, fix }
    const first = whole(found.fix)
    const others = (found.fix.alternatives ?? []).map(whole).filter(each => each.fix !== undefined)
    return first.fix && others.length > 0 ? { ...first, others } : first
  })
}

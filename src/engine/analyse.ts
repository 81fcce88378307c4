import { TransformBug } from '../errors.ts'
import type { FileKind, GoFile, GoModule } from '../go/file.ts'
import { generatedMarkerLine } from '../go/generated.ts'
import { type GoVersion, includesVersion } from '../go/version.ts'
import type { Edit, Finding, Transform } from '../transform.ts'
import { fingerprints } from './fingerprint.ts'
import { overlap } from './overlap.ts'
import type { Found } from './types.ts'

/** A file with a needle in it. Plain data, so that it can go to a worker. */
export interface CandidateFile {
  readonly path: string
  readonly kind: FileKind
  readonly text: string
  readonly module: GoModule | undefined
  readonly goVersion: GoVersion
  /** Names of the transforms to ask. */
  readonly transforms: readonly string[]
}

/**
 * Asks transforms about one file; every finding comes back, those that cannot be applied as refusals.
 * Throws TransformBug when a transform throws or breaks its contract.
 */
export function analyse(file: GoFile, transforms: readonly Transform[]): Found[] {
  const generatedLine = file.kind === 'go' ? generatedMarkerLine(file.text) : undefined
  return transforms.flatMap(transform => {
    const findings = [...find(transform, file)]
    const names = fingerprints(transform.name, findings, file.text)
    return findings.map((finding, index) => {
      const refusal = finding.refusal ?? gate(transform, file, generatedLine)
      const { at, message } = finding
      const common = { at, message, transform: transform.name, fingerprint: names[index] ?? '' }
      if (refusal !== undefined || !finding.fix) return { ...common, refusal: refusal ?? '' }
      return { ...common, fix: finding.fix }
    })
  })
}

function find(transform: Transform, file: GoFile): Finding[] {
  let findings: Finding[]
  try {
    if (!transform.find) throw new Error('is of packages, which are not analysed yet')
    findings = [...transform.find(file)]
  } catch (error) {
    throw new TransformBug(transform.name, file.path, `threw ${String(error)}`, { cause: error })
  }
  for (const finding of findings) {
    const broken = brokenContract(finding, file)
    if (broken) throw new TransformBug(transform.name, file.path, broken)
  }
  return findings
}

/** Why a finding is no use to the engine; undefined when it is sound. */
function brokenContract(finding: Finding, file: GoFile): string | undefined {
  if (!isInside(finding.at, file.text.length)) return 'a finding lies outside the file'
  if (!finding.fix) return finding.refusal.trim() === '' ? 'a refusal has no reason' : undefined
  const { edits, safety, caution } = finding.fix
  if (edits.length === 0) return 'a fix has no edits'
  const changes = edits.some(
    edit => edit.path !== file.path || file.text.slice(edit.startIndex, edit.endIndex) !== edit.newText,
  )
  if (!changes) return 'a fix changes nothing'
  if (safety === 'review' && !caution) return 'a fix to be reviewed has no caution'
  for (const [index, edit] of edits.entries()) {
    if (edit.path === file.path && !isInside(edit, file.text.length))
      return `an edit ends past the file (${edit.endIndex})`
    if (edits.slice(0, index).some(other => overlap(other, edit))) return 'two edits of one fix overlap'
  }
  return undefined
}

function isInside({ startIndex, endIndex }: Pick<Edit, 'startIndex' | 'endIndex'>, length: number): boolean {
  return startIndex >= 0 && startIndex <= endIndex && endIndex <= length
}

/** What the engine knows, and no transform has to: why fixes are not for this file. */
function gate(transform: Transform, file: GoFile, generatedLine: number | undefined): string | undefined {
  if (generatedLine !== undefined)
    return `line ${generatedLine} says that the file is generated; change its generator and generate it again`
  if (!includesVersion(file.goVersion, transform.meta.since))
    return `needs Go ${transform.meta.since} and the file is compiled as Go ${file.goVersion}; raise the go line of go.mod first`
  return undefined
}

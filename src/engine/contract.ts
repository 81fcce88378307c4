import type { Finding, Fix, Location } from '../transform.ts'
import { isFinding } from './is-finding.ts'
import { overlap } from './overlap.ts'

/**
 * Why a finding is no use to the engine; undefined when it is sound. `textOf` knows the files that the finder has
 * seen; `readsSyntax`: so do they have trees.
 */
export function brokenContract(
  finding: Finding,
  textOf: (path: string) => string | undefined,
  readsSyntax: boolean,
): string | undefined {
  if (!isFinding(finding)) return 'a finding lacks something, or has it in another type than Finding says'
  const text = textOf(finding.at.path)
  if (text === undefined) return `a finding lies in ${finding.at.path}, which it was not asked about`
  if (!isInside(finding.at, text)) return 'a finding lies outside the file'
  if (!finding.fix) return finding.refusal.trim() === '' ? 'a refusal has no reason' : undefined
  for (const fix of [finding.fix, ...(finding.fix.alternatives ?? [])]) {
    const broken = brokenFix(fix, textOf) ?? brokenImports(fix, readsSyntax)
    if (broken) return broken
  }
  return undefined
}

function brokenFix(
  { edits, safety, caution }: Fix,
  textOf: (path: string) => string | undefined,
): string | undefined {
  if (edits.length === 0) return 'a fix has no edits'
  const changes = edits.some(
    ({ path, startIndex, endIndex, newText }) => textOf(path)?.slice(startIndex, endIndex) !== newText,
  )
  if (!changes) return 'a fix changes nothing'
  if (safety === 'review' && !caution) return 'a fix to be reviewed has no caution'
  for (const [index, edit] of edits.entries()) {
    const text = textOf(edit.path)
    if (text !== undefined && !isInside(edit, text)) return `an edit ends past the file (${edit.endIndex})`
    if (edits.slice(0, index).some(other => overlap(other, edit))) return 'two edits of one fix overlap'
  }
  return undefined
}

function brokenImports({ edits, imports = [] }: Fix, readsSyntax: boolean): string | undefined {
  if (imports.length > 0 && !readsSyntax) return 'a fix changes imports, and the transform reads only text'
  const strange = imports.find(({ path }) => !path.endsWith('.go') || edits.every(edit => edit.path !== path))
  return strange && `a fix changes the imports of ${strange.path} but does not edit it`
}

function isInside(
  { startIndex, endIndex }: Pick<Location, 'startIndex' | 'endIndex'>,
  text: string,
): boolean {
  return startIndex >= 0 && startIndex <= endIndex && endIndex <= text.length
}

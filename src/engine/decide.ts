import type { Compiler } from './compiler.ts'
import type { Ledger } from './ledger.ts'
import type { Overlay } from './overlay.ts'
import { plan } from './plan.ts'
import type { Ending, Found, FoundFix, Patch, Plan, Review, Verdict } from './types.ts'

/** A fix that is wanted: made, or only shown. */
export type Accepted = Extract<Ending, { readonly status: 'fixed' | 'proposed' }>

/** Has every planned fix decided; what is declined or broken is entered in the ledger, for later rounds too. */
export async function ask(
  review: Review,
  planned: Plan,
  compiler: Compiler,
  overlay: Overlay,
  ledger: Ledger,
): Promise<readonly Accepted[]> {
  if (planned.changes.length === 0) return []
  const paths = new Set(planned.changes.flatMap(({ fix }) => fix.edits.map(edit => edit.path)))
  const sources = new Map([...paths].map(path => [path, { path, text: overlay.textOf(path) }]))
  const compiled = new Map<FoundFix, Verdict>()
  const decisions = await review(planned, sources, async changes => {
    const { verdicts } = await compiler(changes)
    for (const [change, verdict] of verdicts) compiled.set(change, verdict)
    return verdicts
  })

  const accepted: Accepted[] = []
  for (const change of planned.changes) {
    const { answer, reason, edited } = decisions.get(change) ?? { answer: 'declined', reason: 'not answered' }
    const finding = edited ?? change
    const verdict = compiled.get(finding)
    if (verdict?.status === 'broken') ledger.leave({ ...verdict, finding }, { remember: true })
    else if (answer === 'accepted') accepted.push({ status: 'fixed', finding })
    else if (answer === 'proposed') accepted.push({ status: 'proposed', finding, ...(reason && { reason }) })
    else ledger.leave({ status: 'declined', finding, reason: reason ?? 'declined' }, { remember: true })
  }
  return withoutOverlaps(accepted, ledger)
}

/** An edit by hand, or an alternative, may reach into another fix. */
function withoutOverlaps(accepted: readonly Accepted[], ledger: Ledger): readonly Accepted[] {
  const { deferred } = plan(findingsOf(accepted))
  for (const { change, blockedBy } of deferred)
    ledger.leave({ status: 'deferred', finding: change, blockedBy })
  const waiting = new Set<Found>(deferred.map(({ change }) => change))
  return accepted.filter(({ finding }) => !waiting.has(finding))
}

/** Leaves out those fixes that would bring a file back to an earlier text: transforms undo each other. */
export function withoutReturns(
  accepted: readonly Accepted[],
  patch: (changes: readonly FoundFix[]) => readonly Patch[],
  overlay: Overlay,
  ledger: Ledger,
): readonly Accepted[] {
  const patches = patch(findingsOf(accepted))
  const returning = new Set(patches.filter(overlay.returns).flatMap(({ changes }) => changes))
  if (returning.size === 0) return accepted

  for (const finding of returning) {
    const made = [...overlay.changesOf(finding.at.path), finding].map(({ transform }) => transform)
    const names = [...new Set(made)].sort().join(' and ')
    const reason = `would bring the file back to an earlier text: ${names} undo each other; ignore one of them`
    ledger.leave({ status: 'refused', finding, reason }, { remember: true })
  }
  return withoutReturns(
    accepted.filter(({ finding }) => !returning.has(finding)),
    patch,
    overlay,
    ledger,
  )
}

/** Has the accepted fixes compiled; those that break something are entered in the ledger and left out. */
export async function prove(
  compiler: Compiler,
  accepted: readonly Accepted[],
  ledger: Ledger,
): Promise<{ endings: Ending[]; notes: readonly string[] }> {
  const { verdicts, notes } = await compiler(findingsOf(accepted))
  const endings: Ending[] = []
  for (const ending of accepted) {
    const { finding } = ending
    const verdict = verdicts.get(finding)
    if (!verdict) endings.push(ending)
    else if (verdict.status === 'verified') endings.push({ ...ending, verdict })
    else if (verdict.status === 'unverified' && finding.fix && finding.editsCgo)
      ledger.leave({ status: 'refused', finding, reason: cgoReason(verdict.reason) }, { remember: true })
    else if (verdict.status === 'unverified') endings.push({ ...verdict, finding })
    else ledger.leave({ ...verdict, finding }, { remember: true })
  }
  return { endings, notes }
}

function cgoReason(reason: string): string {
  return `a file that imports "C" is changed only where a build with cgo proves it: ${reason}`
}

export function findingsOf(endings: readonly Ending[]): FoundFix[] {
  return endings.flatMap(({ finding }) => (finding.fix ? [finding] : []))
}

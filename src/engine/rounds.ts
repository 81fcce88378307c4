import { loadParser, type ParserName } from '../go/syntax/parse.ts'
import type { Transform } from '../transform.ts'
import type { RunFile } from './analyse.ts'
import type { Analyser } from './analyser.ts'
import { makeCompiler } from './compiler.ts'
import { ask, findingsOf, prove, withoutReturns } from './decide.ts'
import type { Gate } from './gate.ts'
import { directoryOf } from './go-overlay.ts'
import { type Ledger, makeLedger } from './ledger.ts'
import type { Overlay } from './overlay.ts'
import { plan } from './plan.ts'
import { stepsOf } from './steps.ts'
import type {
  Ending,
  Found,
  FoundFix,
  Hold,
  Outcome,
  Patch,
  Problem,
  Review,
  SourceText,
  Step,
  Verify,
} from './types.ts'

/** More than any chain of fixes is known to need; what still waits then is reported as deferred. */
const MAX_ROUNDS = 10

/** What the rounds of one run share. */
export interface Stages {
  readonly transforms: readonly Transform[]
  readonly parserName?: ParserName
  readonly review: Review
  readonly verify: Verify | undefined
  readonly analyser: Analyser
  readonly overlay: Overlay
  readonly gate: Gate
  readonly hold: Hold
}

export interface Rounds {
  /** Placed in the texts of their rounds. */
  readonly outcomes: readonly Outcome[]
  /** What round 1 left open, whatever came of it later. */
  readonly firstLeft: readonly Outcome[]
  /** For each round, the changed files as it read them. */
  readonly read: readonly ReadonlyMap<string, string>[]
  readonly patches: readonly Patch[]
  readonly steps: readonly Step[]
  readonly sources: ReadonlyMap<string, SourceText>
  readonly problems: readonly Problem[]
  readonly notes: readonly string[]
  readonly count: number
}

/** Repeats analyse, plan, review and patch until nothing is left to do. */
export async function runRounds(
  candidates: readonly RunFile[],
  { transforms, review, verify, parserName, analyser, overlay, gate, hold }: Stages,
): Promise<Rounds> {
  const ledger = makeLedger()
  /** What is a problem in one round is one in the next, with other lines. */
  const problems = new Map<string, Problem>()
  const notes = new Set<string>()
  const steps: Step[] = []
  const read: ReadonlyMap<string, string>[] = []

  let count = 0
  let pending = candidates
  let touched = new Set(candidates.map(({ path }) => path))
  while (pending.length > 0 && count < MAX_ROUNDS) {
    count++
    const changed = new Map(overlay.patches().map(({ path, after }) => [path, after]))
    read.push(changed)
    const analysis = await analyser.analyse(pending, { number: count, changed })
    for (const problem of analysis.problems) {
      const key = `${problem.path} ${problem.message.replaceAll(/\d+/g, '')}`
      if (!problems.has(key)) problems.set(key, problem)
    }
    overlay.adopt(analysis.others)
    ledger.reopen(asksAgain(pending, touched, transforms), count, overlay.textOf)

    const found = analysis.found.map(gate)
    const planned = plan(newFixes(found, ledger, finding => hold(finding, overlay.textOf(finding.at.path))))
    for (const { change, blockedBy } of planned.deferred)
      ledger.leave({ status: 'deferred', finding: change, blockedBy })
    const patch = await makePatcher(planned.changes, overlay, parserName)
    const compiler = makeCompiler(verify, overlay, patch)
    const accepted = await ask(review, planned, compiler, overlay, ledger)
    const sound = withoutReturns(accepted, patch, overlay, ledger)
    const proven = await prove(compiler, sound, ledger)
    for (const note of proven.notes) notes.add(note)
    for (const ending of proven.endings) ledger.close(ending)
    const patches = patch(findingsOf(proven.endings))
    steps.push(...stepsOf(patches, patch))
    overlay.update(patches)

    const waiting = planned.deferred.map(({ change }) => change.at.path)
    touched = new Set([...patches.map(({ path }) => path), ...waiting])
    pending = overlay.candidates(touched)
  }
  // What was left in files that have no needle any more went with it.
  if (pending.length === 0) ledger.reopen(asksAgain([], touched, transforms), count, overlay.textOf)
  const outcomes = ledger.outcomes()
  const paths = new Set(outcomes.flatMap(({ finding }) => pathsOf(finding)))
  const sources = new Map([...paths].map(path => [path, overlay.source(path)]))
  return {
    outcomes,
    firstLeft: ledger.firstLeft(),
    read,
    patches: overlay.patches(),
    steps,
    sources,
    problems: [...problems.values()],
    notes: [...notes],
    count,
  }
}

function pathsOf({ at, fix }: Found): readonly string[] {
  return [at.path, ...(fix?.edits ?? []).map(({ path }) => path)]
}

/**
 * Reports whether a finding will be found again if it is still there: its file, or for transforms of packages its
 * directory, has been touched, or is looked at again for the sake of others. What has no needle any more is gone.
 */
function asksAgain(
  pending: readonly RunFile[],
  touched: ReadonlySet<string>,
  transforms: readonly Transform[],
): (finding: Found) => boolean {
  const ofPackages = new Set(transforms.filter(({ find }) => !find).map(({ name }) => name))
  const paths = new Set([...pending.map(({ path }) => path), ...touched])
  const directories = new Set([...paths].map(directoryOf))
  return ({ at, transform }) =>
    ofPackages.has(transform) ? directories.has(directoryOf(at.path)) : paths.has(at.path)
}

type Patcher = (changes: readonly FoundFix[]) => readonly Patch[]

/** What edits is loaded only when there are edits, and a parser when there are imports to compose. */
async function makePatcher(
  changes: readonly FoundFix[],
  { textOf }: Overlay,
  parserName: ParserName | undefined,
): Promise<Patcher> {
  if (changes.length === 0) return () => []
  const { patch } = await import('./patch.ts')
  const all = changes.flatMap(change => [change, ...(change.others ?? [])])
  if (all.every(({ fix }) => !fix.imports)) return some => patch(some, { textOf, parser: undefined })
  const parser = await loadParser(parserName)
  return some => patch(some, { textOf, parser })
}

/** Enters refusals, and what an earlier round answered, in the ledger; returns the fixes still to be planned. */
function newFixes(
  found: readonly Found[],
  ledger: Ledger,
  holdReason: (finding: Found) => string | undefined,
): FoundFix[] {
  const fixes: FoundFix[] = []
  for (const finding of found) {
    const known = ledger.remembered(finding)
    const held = holdReason(finding)
    if (held !== undefined) ledger.leave({ status: 'ignored', finding, reason: held })
    else if (!finding.fix) ledger.leave({ status: 'refused', finding, reason: finding.refusal })
    else if (known) ledger.leave({ ...known, finding } as Ending)
    else fixes.push(finding)
  }
  return fixes
}

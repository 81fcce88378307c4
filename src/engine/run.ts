import { loadParser, type ParserName } from '../go/syntax/parse.ts'
import type { Transform } from '../transform.ts'
import type { RunFile } from './analyse.ts'
import { type Analyser, type AnalyserOptions, makeAnalyser } from './analyser.ts'
import { readCandidates } from './candidates.ts'
import { type Compiler, makeCompiler } from './compiler.ts'
import { discover } from './discover.ts'
import { type Gate, makeGate } from './gate.ts'
import { directoryOf } from './go-overlay.ts'
import { makeIgnores } from './ignores.ts'
import { type Ledger, makeLedger } from './ledger.ts'
import { makeModuleFinder } from './modules.ts'
import { makeOverlay, type Overlay } from './overlay.ts'
import { patch } from './patch.ts'
import { byPosition, plan } from './plan.ts'
import { stepsOf } from './steps.ts'
import type {
  Apply,
  Ending,
  Found,
  FoundFix,
  Hold,
  Outcome,
  Patch,
  Plan,
  Problem,
  Progress,
  Review,
  RunResult,
  SourceText,
  StalePatch,
  Step,
  Verdict,
  Verify,
} from './types.ts'

/** More than any chain of fixes is known to need; what still waits then is reported as deferred. */
const MAX_ROUNDS = 10

export interface RunOptions extends AnalyserOptions {
  readonly patterns: readonly string[]
  readonly isExcluded: (path: string) => boolean
  /** Keeps findings out of the run, each with a reason, besides those with an ignore comment. */
  readonly hold?: Hold
  readonly review: Review
  /** Without it nothing is compiled. */
  readonly verify: Verify | undefined
  readonly apply: Apply
  readonly onProgress: (progress: Progress) => void
}

/** Runs all stages on the files that the patterns mean. Throws UsageError when the run cannot start. */
export async function run(options: RunOptions): Promise<RunResult> {
  const { packages, problems, notes, leftOut, vendored, excluded } = await discover(options)
  const moduleOf = makeModuleFinder(options.root)
  const read = readCandidates(packages, options, moduleOf)
  const overlay = makeOverlay(options.transforms)
  overlay.adopt(read.candidates)
  const gate = makeGate({ ...options, fileAt: overlay.fileAt, moduleOf, leftOut })
  const analyser = makeAnalyser(options)
  const ignores = makeIgnores(
    read.candidates,
    options.transforms.map(({ name }) => name),
  )
  const hold: Hold = (finding, text) => ignores.reasonFor(finding, text) ?? options.hold?.(finding, text)
  const stages = { ...options, analyser, overlay, gate, hold }
  const rounds = await runRounds(read.candidates, stages).finally(analyser.close)
  const ignored = ignores.report()
  const { stale, notes: applyNotes } = await options.apply(rounds.patches)

  const stalePaths = new Set(stale.map(({ patch }) => patch.path))
  const isFresh = ({ path }: { readonly path: string }) => !stalePaths.has(path)

  return {
    outcomes: withStale(rounds.outcomes, stale).sort(byPlace),
    patches: rounds.patches.filter(isFresh),
    steps: rounds.steps.filter(isFresh),
    sources: rounds.sources,
    problems: [...problems, ...read.problems, ...ignored.problems, ...rounds.problems].sort(byPath),
    notes: [
      ...notes,
      ...ignored.notes,
      ...rounds.notes,
      ...applyNotes.map(({ path, message }) => `${path}: ${message}`),
    ],
    stats: {
      files: read.files,
      candidateFiles: read.candidates.length,
      leftAlone: { vendored, generated: read.generated, excluded },
      rounds: rounds.count,
    },
  }
}

interface Stages extends RunOptions {
  readonly analyser: Analyser
  readonly overlay: Overlay
  readonly gate: Gate
  readonly hold: Hold
}

interface Rounds {
  readonly outcomes: readonly Outcome[]
  readonly patches: readonly Patch[]
  readonly steps: readonly Step[]
  readonly sources: ReadonlyMap<string, SourceText>
  readonly problems: readonly Problem[]
  readonly notes: readonly string[]
  readonly count: number
}

/** Repeats analyse, plan, review and patch until nothing is left to do. */
async function runRounds(
  candidates: readonly RunFile[],
  { transforms, review, verify, parserName, analyser, overlay, gate, hold }: Stages,
): Promise<Rounds> {
  const ledger = makeLedger()
  /** A transform that fails does so in every round. */
  const problems = new Map<string, Problem>()
  const notes = new Set<string>()
  const steps: Step[] = []

  let count = 0
  let pending = candidates
  while (pending.length > 0 && count < MAX_ROUNDS) {
    count++
    const changed = new Map(overlay.patches().map(({ path, after }) => [path, after]))
    const analysis = await analyser.analyse(pending, { number: count, changed })
    for (const problem of analysis.problems) problems.set(`${problem.path} ${problem.message}`, problem)
    overlay.adopt(analysis.others)
    ledger.reopen(asksAgain(pending, transforms), count, overlay.textOf)

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
    pending = overlay.candidates(new Set([...patches.map(({ path }) => path), ...waiting]))
  }
  const outcomes = ledger.outcomes()
  const paths = new Set(outcomes.flatMap(({ finding }) => pathsOf(finding)))
  const sources = new Map([...paths].map(path => [path, overlay.source(path)]))
  return {
    outcomes,
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

/** Reports whether a transform that is asked about these files will find something again; one of packages looks at all files. */
function asksAgain(
  pending: readonly RunFile[],
  transforms: readonly Transform[],
): (finding: Found) => boolean {
  const ofPackages = new Set(transforms.filter(({ find }) => !find).map(({ name }) => name))
  const paths = new Set(pending.map(({ path }) => path))
  const packages = new Set(
    pending.flatMap(({ path, transforms }) => transforms.map(name => `${name} ${directoryOf(path)}`)),
  )
  return ({ at, transform }) =>
    paths.has(at.path) || (ofPackages.has(transform) && packages.has(`${transform} ${directoryOf(at.path)}`))
}

type Patcher = (changes: readonly FoundFix[]) => readonly Patch[]

/** A parser is loaded only when there are imports to compose. */
async function makePatcher(
  changes: readonly FoundFix[],
  { textOf }: Overlay,
  parserName: ParserName | undefined,
): Promise<Patcher> {
  if (changes.every(({ fix }) => !fix.imports)) return some => patch(some, { textOf, parser: undefined })
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

type Accepted = Extract<Ending, { readonly status: 'fixed' | 'proposed' }>

/** Has every planned fix decided; what is declined or broken is entered in the ledger, for later rounds too. */
async function ask(
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

/** An edit by hand may reach into another fix. */
function withoutOverlaps(accepted: readonly Accepted[], ledger: Ledger): readonly Accepted[] {
  const { deferred } = plan(findingsOf(accepted))
  for (const { change, blockedBy } of deferred)
    ledger.leave({ status: 'deferred', finding: change, blockedBy })
  const waiting = new Set<Found>(deferred.map(({ change }) => change))
  return accepted.filter(({ finding }) => !waiting.has(finding))
}

/** Leaves out those fixes that would bring a file back to an earlier text: transforms undo each other. */
function withoutReturns(
  accepted: readonly Accepted[],
  patch: Patcher,
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
async function prove(
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

function findingsOf(endings: readonly Ending[]): FoundFix[] {
  return endings.flatMap(({ finding }) => (finding.fix ? [finding] : []))
}

function withStale(outcomes: readonly Outcome[], stale: readonly StalePatch[]): Outcome[] {
  const reasons = new Map(
    stale.flatMap(({ patch, reason }) => patch.changes.map(change => [change, reason] as const)),
  )
  return outcomes.map(outcome => {
    if (outcome.status !== 'fixed' && outcome.status !== 'unverified') return outcome
    const { finding, position, round } = outcome
    const reason = reasons.get(finding)
    return reason === undefined ? outcome : { status: 'stale', finding, reason, position, round }
  })
}

function byPlace(a: Outcome, b: Outcome): number {
  return byPosition(a.finding, b.finding)
}

function byPath(a: Problem, b: Problem): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}

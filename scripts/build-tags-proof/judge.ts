import { extname } from 'node:path'
import type { RunResult } from '../../src/engine/types.ts'
import { gofmt, placement, withoutPlusBuild } from './gofmt.ts'
import { type Reading, readAs, tagsIn } from './readings.ts'

/** What became of one file that has, to Go 1.16, an effective `+build` line, or that gomend edits. */
export interface Proof {
  readonly path: string
  readonly ending: Ending
  /** Why, for `refused` and `different`. */
  readonly reason: string
}

export type Ending =
  /** Go files: the very text of gofmt. Others: the truth table of before. */
  | 'equal'
  /** Equal once gofmt has formatted the rest of the file too. */
  | 'formatted'
  /** gofmt gives the file another truth table, by bringing a dead line to life; gomend keeps it. */
  | 'kept'
  /** No line was effective: dead ones are gone, and go/build reads the file as before. */
  | 'dead'
  /** Both forms are there and say the same: nothing to do where both stay. */
  | 'complete'
  /** Go files that gofmt cannot parse: the truth table of before. */
  | 'unparsable'
  | 'refused'
  | 'different'

/** What follows a `go` line: `+build` stays, or it goes. */
export type GoLine = '1.16' | '1.21'

interface Case {
  readonly path: string
  readonly before: string
  readonly after: string
  /** What gofmt makes of `before`, without `+build` where the go line has it go; undefined when it makes nothing. */
  readonly reference: string | undefined
  /** What gofmt makes of `after`. */
  readonly formatted: string | undefined
  /** Reports whether gofmt leaves `before` as it is. */
  readonly wasClean: boolean
  readonly refusal: string | undefined
}

/** Compares what a run made of each file with the installed gofmt's result and with what go/build reads. */
export function judge(
  files: ReadonlyMap<string, Uint8Array>,
  result: RunResult,
  goLine: GoLine,
): readonly Proof[] {
  const cases = casesOf(files, result, goLine)
  const truths = truthsOf(cases)
  return cases.flatMap((one, index) => {
    const truth = truths[index]
    if (!truth) throw new Error(`go/build did not read ${one.path}`)
    const isEffective = truth.oldBefore !== truth.oldWithout
    if (!isEffective && one.after === one.before) return []
    const [ending, reason = ''] = endingOf(one, truth, goLine, isEffective)
    return [{ path: one.path, ending, reason }]
  })
}

function casesOf(
  files: ReadonlyMap<string, Uint8Array>,
  { patches, outcomes, problems }: RunResult,
  goLine: GoLine,
): readonly Case[] {
  const results = new Map(patches.map(({ path, after }) => [path, after]))
  const refusals = new Map(problems.map(({ path, message }) => [path, message]))
  for (const outcome of outcomes)
    if (outcome.status === 'refused' && isOfEffectiveLines(outcome.finding.message))
      refusals.set(outcome.finding.at.path, outcome.reason)

  const texts = [...files].map(([path, bytes]) => {
    const before = Buffer.from(bytes).toString('utf8')
    return { path, before, after: results.get(path) ?? before, refusal: refusals.get(path) }
  })
  const references = gofmtOfGoFiles(texts.map(({ path, before }) => [path, before]))
  const formatted = gofmtOfGoFiles(texts.map(({ path, after }) => [path, after]))
  return texts.map(text => {
    const reference = references.get(text.path)
    return {
      ...text,
      reference: reference && goLine === '1.21' ? withoutPlusBuild(reference) : reference,
      formatted: formatted.get(text.path),
      wasClean: reference === text.before,
    }
  })
}

/** Refusals of dead lines and of templates do not say why an effective line stays. */
function isOfEffectiveLines(message: string): boolean {
  return !message.includes('that Go ignores') && !message.startsWith('`')
}

function gofmtOfGoFiles(
  texts: readonly (readonly [path: string, text: string])[],
): ReadonlyMap<string, string | undefined> {
  const goFiles = texts.filter(([path]) => extname(path) === '.go')
  const results = gofmt(goFiles.map(([, text]) => text))
  return new Map(goFiles.map(([path], index) => [path, results[index]]))
}

/** Truth tables of the texts; those that say old are of Go up to 1.16. */
interface Truth {
  readonly before: string | undefined
  readonly after: string | undefined
  readonly reference: string | undefined
  readonly oldBefore: string | undefined
  readonly oldAfter: string | undefined
  /** With no `+build` line at all. */
  readonly oldWithout: string | undefined
}

function truthsOf(cases: readonly Case[]): readonly Truth[] {
  const tables = readAs(cases.flatMap(readingsOf))
  return cases.map((_, index) => {
    const [before, after, reference, oldBefore, oldAfter, oldWithout] = tables.slice(index * 6, index * 6 + 6)
    return { before, after, reference, oldBefore, oldAfter, oldWithout }
  })
}

function readingsOf({ path, before, after, reference }: Case): readonly Reading[] {
  const common = { extension: extname(path), tags: tagsIn(before) }
  return [
    { ...common, by: 'installed', text: before },
    { ...common, by: 'installed', text: after },
    { ...common, by: 'installed', text: reference ?? before },
    { ...common, by: 'go1.16', text: before },
    { ...common, by: 'go1.16', text: after },
    { ...common, by: 'go1.16', text: before.replaceAll('+build', '+dead') },
  ]
}

function endingOf(
  { path, before, after, reference, formatted, wasClean, refusal }: Case,
  truth: Truth,
  goLine: GoLine,
  isEffective: boolean,
): [Ending, reason?: string] {
  if (truth.after !== truth.before) return ['different', 'go/build reads it in another way']
  if (goLine === '1.16' && truth.oldAfter !== truth.oldBefore)
    return ['different', 'Go 1.16 reads it in another way']
  if (reference !== undefined && formatted === undefined)
    return ['different', 'gofmt cannot parse it any more']
  if (wasClean && formatted !== after) return ['different', 'it is not as gofmt writes it any more']
  if (!isEffective) return ['dead']
  if (after === before) {
    if (refusal !== undefined) return ['refused', refusal]
    const saysBoth = before.includes('//go:build') && truth.before === truth.oldBefore
    return goLine === '1.16' && saysBoth ? ['complete'] : ['different', 'an effective line was not found']
  }
  if (extname(path) !== '.go') return ['equal']
  if (reference === undefined) return ['unparsable']
  if (after === reference) return ['equal']
  if (truth.reference !== truth.before) return ['kept']
  if (formatted !== reference) return ['different', 'gofmt writes it in another way']
  if (placement(after) !== placement(reference)) return ['different', 'gofmt moves it']
  return ['formatted']
}

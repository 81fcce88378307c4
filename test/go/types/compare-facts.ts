import type { SyntaxNode } from '../../../src/go/syntax/tree.ts'
import type { TypedFile } from '../../../src/go/types/files.ts'
import type { GoObject } from '../../../src/go/types/object.ts'
import type { PackageTypes } from '../../../src/go/types/package-types.ts'
import { typeText } from '../../../src/go/types/type-text.ts'
import {
  comparableText,
  compareConstant,
  compareObject,
  compareType,
  type NameOf,
  type Verdict,
} from './compare-fact.ts'
import { compareUses, type MapVariable } from './compare-uses.ts'
import {
  type DirectoryFacts,
  expressionsOf,
  type FactObject,
  type FileFacts,
  identifiersOf,
} from './facts.ts'
import { nodeIndex } from './node-index.ts'

export const QUESTIONS = ['objects', 'types', 'constants', 'uses'] as const
export type Question = (typeof QUESTIONS)[number]

/** One answer that is not go/types'. */
export interface Difference {
  readonly question: Question
  /** path:line:column */
  readonly place: string
  readonly source: string
  readonly ours: string
  readonly theirs: string
}

export interface Comparison {
  readonly counts: Readonly<Record<Question, Record<Verdict, number>>>
  readonly wrong: Difference[]
  readonly unknown: Difference[]
}

/** How many differences of a kind are described; all are counted. */
const KEPT = 1000

export function emptyComparison(): Comparison {
  const none = () => ({ equal: 0, unknown: 0, varying: 0, wrong: 0 })
  return {
    counts: { objects: none(), types: none(), constants: none(), uses: none() },
    wrong: [],
    unknown: [],
  }
}

/**
 * Compares what gomend knows of a directory with what go/types does, and adds to the result. What go/types says
 * nothing about is not asked, but for constants: what is none to go/types must have no value.
 */
export function compareFacts(
  facts: DirectoryFacts,
  { types, nameOf, into }: { types: PackageTypes; nameOf: NameOf; into: Comparison },
): void {
  const mapVariables = new Map<FactObject, MapVariable>()

  for (const fileFacts of facts.Files) {
    const name = nameOf(fileFacts.File)
    const file = types.files.find(({ path }) => path === name)
    if (!file) throw new Error(`${name} is in the package for go/types, but not for gomend`)
    compareFile(file, fileFacts)
  }

  const files = new Set(facts.Files.map(({ File }) => nameOf(File)))
  for (const [variable, found] of mapVariables) {
    const { verdict, ours, theirs } = compareUses(found, types, files)
    const place = `${nameOf(variable.File)}:${variable.Offset}`
    note('uses', verdict, () => ({ place, source: variable.Name, ours, theirs }))
  }

  function compareFile(file: TypedFile, fileFacts: FileFacts): void {
    const name = file.path
    const index = nodeIndex(file.tree.rootNode)
    for (const { offset, object: theirs } of identifiersOf(facts, fileFacts)) {
      const node = index.identifierAt(offset)
      const ours = node && types.objectOf(node)
      const verdict = compareObject(ours, theirs, nameOf)
      note('objects', verdict, () => ({
        ...locate(file, node, offset),
        ours: objectText(ours),
        theirs: factText(theirs, nameOf),
      }))
      if (theirs.IsMap && isHere(theirs)) {
        const variable = mapVariables.get(theirs) ?? { object: undefined, uses: new Set() }
        mapVariables.set(theirs, variable)
        if (verdict === 'equal') variable.object ??= ours
        const isDeclaration = theirs.File === fileFacts.File && theirs.Offset === offset
        if (!isDeclaration) variable.uses.add(`${name}:${offset}`)
      }
    }
    for (const fact of expressionsOf(facts, fileFacts)) {
      if (fact.mode === 'builtin') continue
      const node = index.nodeAt(fact.start, fact.end)
      // The grammar has no node for the f[int] of f[int](x), and for the *T of an embedded field.
      if (!node || node.type === 'field_declaration') continue
      const ours = typeText(types.typeOf(node))
      note('types', compareType(ours, fact), () => ({
        ...locate(file, node, fact.start),
        ours,
        theirs: fact.type?.Text ?? '()',
      }))
      const constant = types.constantOf(node)
      if (fact.constant === undefined && !constant) continue
      note('constants', compareConstant(constant, { ...fact, ourType: ours }), () => ({
        ...locate(file, node, fact.start),
        ours: constant ? comparableText(constant) : 'unknown',
        theirs: fact.constant ?? 'not constant',
      }))
    }
  }

  function isHere({ File }: FactObject): boolean {
    return facts.Files.some(file => file.File === File)
  }

  function note(question: Question, verdict: Verdict, describe: () => Omit<Difference, 'question'>): void {
    into.counts[question][verdict]++
    if (verdict === 'equal' || verdict === 'varying') return
    if (into.counts[question][verdict] <= KEPT) into[verdict].push({ question, ...describe() })
  }
}

function locate(
  file: TypedFile,
  node: SyntaxNode | undefined,
  offset: number,
): { place: string; source: string } {
  const before = file.text.slice(0, offset).split('\n')
  const source = node ? `${node.type} ${node.text.slice(0, 60)}` : 'no such node in the tree'
  return { place: `${file.path}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`, source }
}

function objectText(object: GoObject | undefined): string {
  if (!object) return 'unknown'
  const places = object.declarations.map(({ path, node }) => `${path}:${node.startIndex}`)
  const path = object.kind === 'package' ? object.importPath : object.package
  return `${object.kind} ${path}.${object.name} ${places.join(' ')}`
}

function factText(object: FactObject, nameOf: NameOf): string {
  const place = object.File === '' ? '' : `${nameOf(object.File)}:${object.Offset}`
  return `${object.Kind} ${object.Package}.${object.Name} ${place}`
}

import { randomUUID } from 'node:crypto'
import { TransformStopped } from '../errors.ts'
import type { GoLocations } from '../go/sources/locations.ts'
import { makeSources } from '../go/sources/sources.ts'
import { loadParser, type Parser, type ParserName } from '../go/syntax/parse.ts'
import { makeWorld, type World } from '../go/types/world.ts'
import type { FileTransform, PackageTransform, Transform } from '../transform.ts'
import type { RunFile } from './analyse.ts'
import { type Analysis, analyseFiles } from './analyse-files.ts'
import { analyseDirectory, type PackageTask } from './analyse-package.ts'
import { collectGarbage } from './collect-garbage.ts'
import { type Basis, makeReadLog, type ReadLog } from './reads.ts'

/** What is analysed in one go, on the calling thread or in a worker. Plain data. */
export type Task = FilesTask | PackageOfRound

export type PackageOfRound = PackageTask & { readonly round: Round }

interface FilesTask {
  readonly files: readonly RunFile[]
}

/** What a task came to. Plain data. */
export interface Done {
  readonly analysis: Analysis
  /** Of a package, unless the analysis was stopped. */
  readonly basis?: Basis
}

/** Types are worked out anew in each round, since the one before changed texts. */
export interface Round {
  readonly number: number
  /** Texts that differ from the disk, by path. */
  readonly changed: ReadonlyMap<string, string>
}

export interface TaskOptions {
  /** Absolute path of the directory that all paths of the run are relative to. */
  readonly root: string
  /** Where the sources of the standard library and of other modules are. */
  readonly go: GoLocations
  /** Forces a tree-sitter binding; the fastest that loads without it. */
  readonly parserName?: ParserName
  /** Milliseconds that a transform may take for one file or package; two minutes without it. */
  readonly timeLimit?: number
}

/** What is known of types is forgotten when it is of this much source: its trees take about 60 bytes a character. */
const MAX_KNOWN_CHARACTERS = 200_000

/** Makes a function that does tasks one after the other; packages of one round share what is known of types. */
export function makeTaskRunner(
  transforms: readonly Transform[],
  { root, go, parserName, timeLimit = 120_000 }: TaskOptions,
): (task: Task) => Promise<Done> {
  const ofFiles = transforms.filter((transform): transform is FileTransform => transform.find !== undefined)
  const ofPackages = transforms.filter((transform): transform is PackageTransform => !transform.find)
  const load = () => loadParser(parserName)
  let known: Known | undefined

  return async task => {
    if ('files' in task) return { analysis: await analyseFiles(task.files, ofFiles, load, timeLimit) }
    const { number, changed } = task.round
    if (known && (known.number !== number || known.parser.characters() > MAX_KNOWN_CHARACTERS)) {
      known = undefined
      collectGarbage()
    }
    if (!known) {
      const parser = countingParser(await load())
      const reads = makeReadLog()
      const sources = makeSources({ root, ...go, overlay: changed, onRead: reads.onRead })
      known = { number, parser, name: randomUUID(), reads, world: makeWorld(sources, parser) }
    }
    try {
      const asking = { parse: known.parser.parse, timeLimit }
      const analysis = analyseDirectory(task, ofPackages, known.world, asking)
      return { analysis, basis: { world: known.name, reads: known.reads.take() } }
    } catch (error) {
      if (!(error instanceof TransformStopped)) throw error
      known = undefined
      const problem = { path: task.directory || '.', message: error.message }
      return { analysis: { found: [], problems: [problem], others: [] } }
    }
  }
}

interface Known {
  readonly number: number
  readonly parser: CountingParser
  readonly name: string
  readonly reads: ReadLog
  readonly world: World
}

type CountingParser = Pick<Parser, 'parse' | 'parseHeads'> & { readonly characters: () => number }

/** Counts what the trees that it makes are of; those without bodies are small. */
function countingParser({ parse, parseHeads }: Parser): CountingParser {
  let characters = 0
  return {
    parse(text) {
      characters += text.length
      return parse(text)
    },
    parseHeads(text) {
      characters += text.length / 4
      return parseHeads(text)
    },
    characters: () => characters,
  }
}

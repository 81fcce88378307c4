import { availableParallelism } from 'node:os'
import type { Piscina } from 'piscina'
import type { ParserName } from '../go/syntax/parse.ts'
import type { Transform } from '../transform.ts'
import type { CandidateFile } from './analyse.ts'
import { type Analysis, analyseFiles } from './analyse-files.ts'
import { readsSyntax } from './reads-syntax.ts'
import type { Progress } from './types.ts'

/** Below this much source to parse, starting workers costs more than they bring (bench/workers.ts). */
const MIN_CHARACTERS_FOR_WORKERS = 2_000_000

/** Source per task: enough to make a message to a worker worth while, little enough to share out evenly. */
const TASK_CHARACTERS = 300_000

export interface AnalyserOptions {
  readonly transforms: readonly Transform[]
  /** Forces a tree-sitter binding; the fastest that loads without it. */
  readonly parserName?: ParserName
  /** How a worker thread gets the same transforms; without it everything stays on the calling thread. */
  readonly reload?: Reload
  readonly onProgress: (progress: Progress) => void
}

/** A module with an export `loadTransforms(argument)`, and what to pass: plain data. */
export interface Reload {
  /** A file URL. */
  readonly module: string
  readonly argument: unknown
}

/** What a worker thread is started with. */
export interface WorkerData {
  readonly reload: Reload
  readonly parserName: ParserName | undefined
}

export interface Analyser {
  readonly analyse: (files: readonly CandidateFile[]) => Promise<Analysis>
  readonly close: () => Promise<void>
}

/** Analyses on the calling thread, or in worker threads when there is enough to parse to pay for them. */
export function makeAnalyser({ transforms, parserName, reload, onProgress }: AnalyserOptions): Analyser {
  let pool: Piscina<readonly CandidateFile[], Analysis> | undefined

  return {
    async analyse(files) {
      const tasks = tasksOf(files)
      let done = 0
      const report = (task: readonly CandidateFile[]) => {
        done += task.length
        onProgress({ stage: 'analysing', done, total: files.length })
      }
      const analyses: Analysis[] = []
      if (
        reload &&
        availableParallelism() > 1 &&
        charactersToParse(files, transforms) > MIN_CHARACTERS_FOR_WORKERS
      ) {
        pool ??= await startPool({ reload, parserName })
        const { run } = pool
        analyses.push(
          ...(await Promise.all(tasks.map(task => run.call(pool, task).finally(() => report(task))))),
        )
      } else {
        for (const task of tasks) {
          analyses.push(await analyseFiles(task, transforms, parserName))
          report(task)
        }
      }
      return {
        found: analyses.flatMap(({ found }) => found),
        problems: analyses.flatMap(({ problems }) => problems),
      }
    },
    close: async () => pool?.destroy(),
  }
}

async function startPool(workerData: WorkerData): Promise<Piscina<readonly CandidateFile[], Analysis>> {
  const { Piscina } = await import('piscina')
  return new Piscina({
    filename: new URL('./worker.js', import.meta.url).href,
    name: 'analyseTask',
    maxThreads: availableParallelism(),
    workerData,
  })
}

/** Shares the files out, largest first, so that no worker is left with a big one at the end. */
function tasksOf(files: readonly CandidateFile[]): CandidateFile[][] {
  const tasks: CandidateFile[][] = []
  let size = TASK_CHARACTERS
  for (const file of files.toSorted((a, b) => b.text.length - a.text.length)) {
    if (size >= TASK_CHARACTERS) {
      tasks.push([])
      size = 0
    }
    tasks.at(-1)?.push(file)
    size += file.text.length
  }
  return tasks
}

function charactersToParse(files: readonly CandidateFile[], transforms: readonly Transform[]): number {
  const parsing = new Set(transforms.filter(readsSyntax).map(({ name }) => name))
  return files
    .filter(({ transforms }) => transforms.some(name => parsing.has(name)))
    .reduce((sum, { text }) => sum + text.length, 0)
}

import { availableParallelism } from 'node:os'
import type { Piscina } from 'piscina'
import { packageRoot } from '../package-root.ts'
import type { Transform } from '../transform.ts'
import type { RunFile } from './analyse.ts'
import type { Analysis } from './analyse-files.ts'
import type { Round, Task, TaskOptions } from './task.ts'
import { charactersIn, tasksOf } from './tasks.ts'
import type { Progress } from './types.ts'

/** Below this much source to parse, starting workers costs more than they bring. */
const MIN_CHARACTERS_FOR_WORKERS = 2_000_000

export interface AnalyserOptions extends TaskOptions {
  readonly transforms: readonly Transform[]
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
export interface WorkerData extends TaskOptions {
  readonly reload: Reload
}

export interface Analyser {
  /** `files` are all files of their directories that mention a needle of a transform of packages. */
  readonly analyse: (files: readonly RunFile[], round: Round) => Promise<Analysis>
  readonly close: () => Promise<void>
}

/** Analyses on the calling thread, or in worker threads when there is enough to parse to pay for them. */
export function makeAnalyser({ transforms, reload, onProgress, ...options }: AnalyserOptions): Analyser {
  const { root, go, parserName, timeLimit } = options
  const taskOptions = { root, go, ...(parserName && { parserName }), ...(timeLimit && { timeLimit }) }
  let runHere: ((task: Task) => Promise<Analysis>) | undefined
  let pool: Piscina<Task, Analysis> | undefined

  return {
    async analyse(files, round) {
      const tasks = tasksOf(files, transforms, round)
      const needsWorkers = charactersIn(tasks, transforms) > MIN_CHARACTERS_FOR_WORKERS
      if (reload && availableParallelism() > 1 && needsWorkers)
        pool ??= await startPool({ reload, ...taskOptions })
      const total = tasks.reduce((sum, task) => sum + sizeOf(task), 0)
      let done = 0
      const report = (task: Task) => {
        done += sizeOf(task)
        onProgress({ stage: 'analysing', done, total })
      }
      return joined(pool && needsWorkers ? await runThere(pool, tasks, report) : await runAll(tasks, report))
    },
    close: async () => pool?.destroy(),
  }

  async function runAll(tasks: readonly Task[], report: (task: Task) => void): Promise<readonly Analysis[]> {
    // Loaded when there is something to analyse: all that knows types is behind it.
    const { makeTaskRunner } = await import('./task.ts')
    runHere ??= makeTaskRunner(transforms, taskOptions)
    const analyses: Analysis[] = []
    for (const task of tasks) {
      analyses.push(await runHere(task))
      report(task)
    }
    return analyses
  }
}

function runThere(
  pool: Piscina<Task, Analysis>,
  tasks: readonly Task[],
  report: (task: Task) => void,
): Promise<readonly Analysis[]> {
  return Promise.all(tasks.map(task => pool.run(task).finally(() => report(task))))
}

async function startPool(workerData: WorkerData): Promise<Piscina<Task, Analysis>> {
  const { Piscina } = await import('piscina')
  return new Piscina({
    filename: new URL('dist/worker.js', packageRoot).href,
    name: 'analyseTask',
    maxThreads: availableParallelism(),
    workerData,
  })
}

function sizeOf(task: Task): number {
  return 'files' in task ? task.files.length : task.candidates.length
}

function joined(analyses: readonly Analysis[]): Analysis {
  return {
    found: analyses.flatMap(({ found }) => found),
    problems: analyses.flatMap(({ problems }) => problems),
    others: analyses.flatMap(({ others }) => others),
  }
}

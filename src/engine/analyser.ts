import { availableParallelism } from 'node:os'
import type { Piscina } from 'piscina'
import { packageRoot } from '../package-root.ts'
import type { Transform } from '../transform.ts'
import type { RunFile } from './analyse.ts'
import type { Analysis } from './analyse-files.ts'
import type { Cache } from './cache.ts'
import type { Done, Round, Task, TaskOptions } from './task.ts'
import { charactersIn, tasksOf } from './tasks.ts'
import type { Progress } from './types.ts'

/** Below this much source to parse, starting workers costs more than they bring. */
const MIN_CHARACTERS_FOR_WORKERS = 2_000_000

export interface AnalyserOptions extends TaskOptions {
  readonly transforms: readonly Transform[]
  /** How a worker thread gets the same transforms; without it everything stays on the calling thread. */
  readonly reload?: Reload
  /** What earlier runs found; without it everything is looked at. */
  readonly cache?: Cache
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
export function makeAnalyser({
  transforms,
  reload,
  cache,
  onProgress,
  ...options
}: AnalyserOptions): Analyser {
  const { root, go, parserName, timeLimit } = options
  const taskOptions = { root, go, ...(parserName && { parserName }), ...(timeLimit && { timeLimit }) }
  let runHere: Runner | undefined
  let pool: Piscina<Task, Done> | undefined

  return {
    async analyse(files, round) {
      const tasks = tasksOf(files, transforms, round)
      const known = new Map(tasks.map(task => [task, 'files' in task ? undefined : cache?.find(task)]))
      const unknown = tasks.filter(task => !known.get(task))
      const run = await runnerFor(charactersIn(unknown, transforms))
      const total = unknown.reduce((sum, task) => sum + sizeOf(task), 0)
      let done = 0
      const analyses = tasks.map(async task => {
        const before = known.get(task)
        if (before) return before
        const { analysis, basis } = await run(task)
        if (basis && !('files' in task)) cache?.keep(task, analysis, basis)
        done += sizeOf(task)
        onProgress({ stage: 'analysing', done, total })
        return analysis
      })
      return joined(await Promise.all(analyses))
    },
    async close() {
      await pool?.destroy()
      cache?.save()
    },
  }

  async function runnerFor(characters: number): Promise<Runner> {
    if (reload && availableParallelism() > 1 && characters > MIN_CHARACTERS_FOR_WORKERS) {
      const started = pool ?? (await startPool({ reload, ...taskOptions }))
      pool = started
      return task => started.run(task)
    }
    // Loaded when there is something to analyse: all that knows types is behind it.
    const { makeTaskRunner } = await import('./task.ts')
    runHere ??= oneByOne(makeTaskRunner(transforms, taskOptions))
    return runHere
  }
}

type Runner = (task: Task) => Promise<Done>

/** Tasks of one thread share what is known of types. */
function oneByOne(run: Runner): Runner {
  let before: Promise<unknown> = Promise.resolve()
  return task => {
    const done = before.then(() => run(task))
    before = done
    return done
  }
}

async function startPool(workerData: WorkerData): Promise<Piscina<Task, Done>> {
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

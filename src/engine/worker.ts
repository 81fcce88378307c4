import { workerData } from 'piscina'
import type { Transform } from '../transform.ts'
import type { WorkerData } from './analyser.ts'
import { type Done, makeTaskRunner, type Task } from './task.ts'

const { reload, ...options } = workerData as WorkerData
const { loadTransforms } = (await import(reload.module)) as {
  loadTransforms: (argument: unknown) => Promise<readonly Transform[]>
}
const runTask = makeTaskRunner(await loadTransforms(reload.argument), options)

/** The task of a worker thread. */
export function analyseTask(task: Task): Promise<Done> {
  return runTask(task)
}

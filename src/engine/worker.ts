import { workerData } from 'piscina'
import type { Transform } from '../transform.ts'
import type { CandidateFile } from './analyse.ts'
import { type Analysis, analyseFiles } from './analyse-files.ts'
import type { WorkerData } from './analyser.ts'

const { reload, parserName } = workerData as WorkerData
const { loadTransforms } = (await import(reload.module)) as {
  loadTransforms: (argument: unknown) => Promise<readonly Transform[]>
}
const transforms = await loadTransforms(reload.argument)

/** The task of a worker thread: see analyseFiles. */
export function analyseTask(files: readonly CandidateFile[]): Promise<Analysis> {
  return analyseFiles(files, transforms, parserName)
}

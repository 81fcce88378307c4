import { Worker } from 'node:worker_threads'

/** Plain JavaScript, as it runs on a thread of its own; console would wait for the thread that is watched. */
const WATCH = `
const { workerData: { done, milliseconds, message } } = require('node:worker_threads')
if (Atomics.wait(done, 0, 0, milliseconds) === 'timed-out') {
  require('node:fs').writeSync(2, message + '\\n')
  process.kill(process.pid, 'SIGKILL')
}`

/**
 * Kills this process, and says why on standard error, unless the function that it returns is called within so many
 * milliseconds. Code that never gives way, as an endless loop, lets no timer of its own thread run.
 */
export function startWatchdog(milliseconds: number, message: string): () => void {
  const done = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(WATCH, { eval: true, workerData: { done, milliseconds, message } })
  worker.unref()
  return () => {
    Atomics.store(done, 0, 1)
    Atomics.notify(done, 0)
  }
}

import { Script } from 'node:vm'
import { errorCode } from './durable.ts'

const KEY = 'gomend: work in its time limit'
const script = new Script(`globalThis['${KEY}']()`)

/**
 * Does the work, or stops it wherever it is after so many milliseconds and calls `onStop`: what it was changing may be
 * half changed. Only vm can stop code that does not give way to anything.
 */
export function withTimeLimit<T>(milliseconds: number, work: () => T, onStop: () => T): T {
  const outer: unknown = Reflect.get(globalThis, KEY)
  Reflect.set(globalThis, KEY, work)
  try {
    return script.runInThisContext({ timeout: milliseconds }) as T
  } catch (error) {
    if (errorCode(error) === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return onStop()
    throw error
  } finally {
    Reflect.set(globalThis, KEY, outer)
  }
}

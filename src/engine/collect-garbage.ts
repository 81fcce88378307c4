import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

let collect: (() => void) | undefined

/**
 * Gives back at once what has been let go. Trees outlive a few packages, so they end in the part of the heap that V8
 * cleans up only when it feels pressure; on a large machine, forgotten ones would pile up to a gigabyte before that.
 */
export function collectGarbage(): void {
  collect ??= exposed()
  collect()
}

// Only a context that is made while the flag is set has the function; nobody else gets to see it.
function exposed(): () => void {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as () => void
  setFlagsFromString('--no-expose-gc')
  return gc
}

import type { Transform } from '../transform.ts'

/** Reports whether a transform needs a parser. */
export function readsSyntax(transform: Transform): boolean {
  return !transform.find || transform.meta.reads !== 'text'
}

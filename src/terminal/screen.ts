import { type Paint, paintFor } from './colour.ts'

/** How text is laid out for the person who reads it. */
export interface Screen {
  /** Columns to fit into; Infinity when lines are not to be broken. */
  readonly width: number
  readonly paint: Paint
  /** Whether `paint` colours anything. */
  readonly coloured: boolean
  /** For screen readers and simple terminals: no colour, no redrawing, no broken lines. */
  readonly plain: boolean
}

/** The part of an output stream that says what it can show. */
export interface ScreenStream {
  readonly isTTY?: boolean
  readonly columns?: number
}

/** What a stream can show: NO_COLOR, FORCE_COLOR, TERM and COLUMNS are respected, and `plain` wins. */
export function screenOf(
  stream: ScreenStream,
  environment: Readonly<Record<string, string | undefined>>,
  plain = false,
): Screen {
  const coloured = !plain && showsColour(stream, environment)
  const width = plain ? Number.POSITIVE_INFINITY : widthOf(stream, environment)
  return { width, paint: paintFor(coloured), coloured, plain }
}

function showsColour(
  stream: ScreenStream,
  { NO_COLOR, FORCE_COLOR, TERM }: Readonly<Record<string, string | undefined>>,
): boolean {
  if (NO_COLOR) return false // https://no-color.org: set and not empty
  if (FORCE_COLOR) return FORCE_COLOR !== '0'
  return stream.isTTY === true && TERM !== 'dumb'
}

function widthOf(stream: ScreenStream, { COLUMNS }: Readonly<Record<string, string | undefined>>): number {
  const columns = /^\d+$/.test(COLUMNS ?? '') ? Number(COLUMNS) : stream.columns
  if (columns === undefined && !stream.isTTY) return Number.POSITIVE_INFINITY // a pipe has no edge
  return Math.max(columns || 80, 20)
}

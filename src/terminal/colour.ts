import picocolors from 'picocolors'

/** Functions that colour text, or return it as it is. */
export type Paint = Pick<
  ReturnType<typeof picocolors.createColors>,
  'bold' | 'dim' | 'inverse' | 'red' | 'green' | 'yellow' | 'cyan' | 'magenta' | 'blue'
>

/** The colours of a terminal that shows them, or none. */
export function paintFor(enabled: boolean): Paint {
  return picocolors.createColors(enabled)
}

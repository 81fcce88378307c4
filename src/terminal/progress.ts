import type { Writable } from 'node:stream'
import yoctoSpinner, { type Spinner } from 'yocto-spinner'

/** Says what a long run is doing. */
export interface Progress {
  /** Shows the text from now on, or as soon as the run counts as long. */
  update(text: string): void
  /** Takes the line away; a later update brings it back. */
  stop(): void
}

const LONG_RUN_MILLISECONDS = 700

/** A spinner on a terminal once the run takes long; anywhere else, and in plain mode, silence. */
export function progressOn(stream: Writable & { readonly isTTY?: boolean }, plain: boolean): Progress {
  if (!stream.isTTY || plain) return { update() {}, stop() {} }
  let spinner: Spinner | undefined
  let timer: NodeJS.Timeout | undefined
  let shown = ''

  return {
    update(text) {
      shown = text
      if (spinner) spinner.text = text
      timer ??= setTimeout(() => {
        spinner = yoctoSpinner({ text: shown, stream }).start()
      }, LONG_RUN_MILLISECONDS).unref()
    },
    stop() {
      clearTimeout(timer)
      spinner?.stop()
      spinner = timer = undefined
    },
  }
}

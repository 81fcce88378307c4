import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import prompts from 'prompts'

/** Where a person is asked; `keys` waits for one key, `lines` for a line (plain mode, simple terminals). */
export interface Keyboard {
  readonly input: Readable
  readonly output: Writable
  readonly mode: 'keys' | 'lines'
}

/** The first character of the answer in lower case; `''` for an empty one, undefined when the person interrupts. */
export async function askKey(message: string, keyboard: Keyboard): Promise<string | undefined> {
  const answer =
    keyboard.mode === 'keys' ? await askOneKey(message, keyboard) : await askLine(message, keyboard)
  return answer?.trim().charAt(0).toLowerCase()
}

async function askOneKey(message: string, { input, output }: Keyboard): Promise<string | undefined> {
  const { key } = await prompts({
    type: 'text',
    name: 'key',
    message,
    stdin: input,
    stdout: output,
    onRender(this: { value: string; done?: boolean; submit(): void }) {
      if (this.value && !this.done) this.submit()
    },
  })
  return key
}

async function askLine(message: string, { input, output }: Keyboard): Promise<string | undefined> {
  const lines = createInterface({ input, output })
  try {
    return await new Promise(resolve => {
      lines.once('close', () => resolve(undefined))
      lines.question(`${message} `, resolve)
    })
  } finally {
    lines.close()
  }
}

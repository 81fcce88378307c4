import { printable } from '../report/printable.ts'

/** Says something on standard error; nothing that it quotes, of files or of other programs, steers a terminal. */
export function say(message: string): void {
  process.stderr.write(`gomend: ${printable(message)}\n`)
}

import { execFileSync, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'

/** Reports whether tmux is installed. */
export const hasTmux = spawnSync('tmux', ['-V']).status === 0
if (!hasTmux && process.env.CI) throw new Error('tmux is missing: in CI the review must be recorded')

/** A terminal of 80 columns and 24 rows with one command running in it. */
export interface Terminal {
  press(key: string): void
  /** Sends characters as they are. */
  type(text: string): void
  /** The screen once it has changed since the last key and its last row is like `text`; throws after thirty seconds. */
  screen(text: RegExp): Promise<string>
  /** Like screen, with the escape sequences of colours. */
  colours(): string
  close(): void
}

/** Starts a command in a new terminal; the terminal stays open when the command ends. */
export function openTerminal(
  cwd: string,
  command: readonly string[],
  environment: Record<string, string> = {},
): Terminal {
  const socket = `gomend-${randomUUID()}`
  const tmux = (...args: string[]) =>
    execFileSync('tmux', ['-L', socket, '-f', '/dev/null', ...args], { encoding: 'utf8' })
  const env = Object.entries({ LC_ALL: 'C.UTF-8', NO_COLOR: '', CI: '', ...environment })
  const settings = env.map(([name, value]) => `${name}=${quoted(value)}`).join(' ')
  const line = `cd ${quoted(cwd)}; env ${settings} ${command.map(quoted).join(' ')}; echo exit $?; cat`
  tmux('new-session', '-d', '-x', '80', '-y', '24', `sh -c ${quoted(line)}`)

  let before = ''
  return {
    press(key) {
      before = tmux('capture-pane', '-p').trimEnd()
      tmux('send-keys', key)
    },
    type(text) {
      before = tmux('capture-pane', '-p').trimEnd()
      tmux('send-keys', '-l', text)
    },
    async screen(text) {
      for (let waited = 0; waited < 30_000; waited += 50) {
        const shown = tmux('capture-pane', '-p').trimEnd()
        const answered = shown !== before
        const last = shown.split('\n').at(-1) ?? ''
        if (answered && text.test(last)) return `${shown}\n`
        await new Promise(resolve => setTimeout(resolve, 50))
      }
      throw new Error(`the screen does not come to ${text}:\n${tmux('capture-pane', '-p')}`)
    },
    colours: () => tmux('capture-pane', '-p', '-e'),
    close: () => void spawnSync('tmux', ['-L', socket, 'kill-server']),
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

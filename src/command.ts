import { type ChildProcess, spawn } from 'node:child_process'
import { beforeInterrupt } from './interrupt.ts'

export interface CommandOptions {
  readonly cwd: string
  /** Added to the environment that gomend was started with; `undefined` removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Written to standard input, which is empty without it. */
  readonly input?: string
  /** Milliseconds after which the program and everything it started are killed. */
  readonly timeout?: number
}

/** How a program ended. `exitCode` is there exactly when it ended by itself. */
export interface CommandResult {
  readonly exitCode: number | undefined
  /** Why there is no exit code; `missing`: there is no such program on PATH (or no such `cwd`). */
  readonly failure?: 'missing' | 'timeout' | 'signal'
  readonly stdout: string
  readonly stderr: string
}

/**
 * Runs a program without a shell and waits for it: a failing exit code is a result, not an exception.
 * Throws only when the program is there but cannot be started.
 */
export function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      // biome-ignore lint/style/noProcessEnv: programs such as go and git are configured by their environment
      env: { ...process.env, ...options.env },
      // Its own process group, so that a timeout also reaches what it started (go test: the test binary).
      detached: isTimed(options),
      windowsHide: true,
    })
    const stdout: Buffer[] = []
    const stderr: Buffer[] = []
    child.stdout.on('data', chunk => stdout.push(chunk))
    child.stderr.on('data', chunk => stderr.push(chunk))
    // A program may end without having read its input: its exit code says what that means.
    child.stdin.on('error', () => {})
    child.stdin.end(options.input)

    let timedOut = false
    const timer = options.timeout === undefined ? undefined : setTimeout(onTimeout, options.timeout)
    // Ctrl-C reaches only the group in the foreground: a program in a group of its own has to be told.
    const forgetInterrupts = isTimed(options) ? beforeInterrupt(() => kill(child, 'SIGKILL')) : () => {}

    function onTimeout(): void {
      timedOut = true
      kill(child, 'SIGKILL')
    }

    function finish(outcome: Pick<CommandResult, 'exitCode' | 'failure'>): void {
      clearTimeout(timer)
      forgetInterrupts()
      resolve({
        ...outcome,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
      })
    }

    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return finish({ exitCode: undefined, failure: 'missing' })
      clearTimeout(timer)
      forgetInterrupts()
      reject(new Error(`cannot start ${program}`, { cause: error }))
    })
    child.on('close', code => {
      if (timedOut) return finish({ exitCode: undefined, failure: 'timeout' })
      if (code === null) return finish({ exitCode: undefined, failure: 'signal' })
      finish({ exitCode: code })
    })
  })
}

/**
 * Runs a program in the terminal that gomend runs in, and waits for it. Returns its exit code; undefined when a
 * signal ended it or it cannot be started.
 */
export function runInTerminal(program: string, args: readonly string[]): Promise<number | undefined> {
  return new Promise(resolve => {
    const child = spawn(program, args, { stdio: 'inherit' })
    child.on('error', () => resolve(undefined))
    child.on('close', code => resolve(code ?? undefined))
  })
}

function isTimed(options: CommandOptions): boolean {
  return options.timeout !== undefined && process.platform !== 'win32'
}

function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch (error) {
    // ESRCH: it ended in the meantime.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

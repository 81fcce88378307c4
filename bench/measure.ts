import { spawnSync } from 'node:child_process'

/** A command that is timed as a whole process. */
export interface Contender {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
}

export interface Measurement {
  readonly name: string
  /** Median of the wall clock, in seconds. */
  readonly seconds: number
  readonly fastest: number
  readonly slowest: number
  /** Largest resident set of any run, in MB. */
  readonly megabytes: number
}

/** Times commands in turn, so that all see the same changes of the machine's speed; one warm-up run is not counted. */
export function measure(contenders: readonly Contender[], cwd: string, runs: number): Measurement[] {
  const samples = contenders.map(() => [] as { seconds: number; megabytes: number }[])
  for (let run = 0; run <= runs; run++) {
    for (const [index, contender] of contenders.entries()) {
      const sample = runOnce(contender, cwd)
      if (run > 0) samples[index]?.push(sample)
    }
  }
  return contenders.map(({ name }, index) => {
    const seconds = (samples[index] ?? []).map(sample => sample.seconds).sort((a, b) => a - b)
    return {
      name,
      seconds: seconds[seconds.length >> 1] ?? Number.NaN,
      fastest: seconds[0] ?? Number.NaN,
      slowest: seconds.at(-1) ?? Number.NaN,
      megabytes: Math.max(...(samples[index] ?? []).map(sample => sample.megabytes)),
    }
  })
}

// GNU time: the largest resident set of the process and its children, in kB.
function runOnce({ name, command, args }: Contender, cwd: string): { seconds: number; megabytes: number } {
  const start = performance.now()
  const { stderr, error } = spawnSync('/usr/bin/time', ['-f', 'peak %M', command, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1 << 30,
  })
  const seconds = (performance.now() - start) / 1000
  const peak = /peak (\d+)\n$/.exec(stderr ?? '')?.[1]
  if (error || peak === undefined)
    throw new Error(`${name} could not be measured: ${error?.message ?? stderr}; is GNU time installed?`)
  return { seconds, megabytes: Number(peak) / 1024 }
}

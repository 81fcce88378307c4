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
  /** Median of the processor time of all threads and children, in seconds: on a busy machine the better measure. */
  readonly processor: number
  /** Largest resident set of any run, in MB. */
  readonly megabytes: number
  /** Of the last run. */
  readonly exitCode: number
}

/** Times commands in turn, so that all see the same changes of the machine's speed; one warm-up run is not counted. */
export function measure(contenders: readonly Contender[], cwd: string, runs: number): Measurement[] {
  const samples = contenders.map(() => [] as Sample[])
  for (let run = 0; run <= runs; run++) {
    for (const [index, contender] of contenders.entries()) {
      const sample = runOnce(contender, cwd)
      if (run > 0) samples[index]?.push(sample)
    }
  }
  return contenders.map(({ name }, index) => {
    const seconds = sorted(samples[index], 'seconds')
    return {
      name,
      seconds: median(seconds),
      fastest: seconds[0] ?? Number.NaN,
      slowest: seconds.at(-1) ?? Number.NaN,
      processor: median(sorted(samples[index], 'processor')),
      megabytes: Math.max(...(samples[index] ?? []).map(sample => sample.megabytes)),
      exitCode: samples[index]?.at(-1)?.exitCode ?? Number.NaN,
    }
  })
}

interface Sample {
  readonly seconds: number
  readonly processor: number
  readonly megabytes: number
  readonly exitCode: number
}

function sorted(samples: readonly Sample[] = [], field: keyof Sample): readonly number[] {
  return samples.map(sample => sample[field]).sort((a, b) => a - b)
}

function median(sorted: readonly number[]): number {
  return sorted[sorted.length >> 1] ?? Number.NaN
}

/** Reports whether a command can be found on PATH. */
export function isInstalled(command: string): boolean {
  return spawnSync(command, ['--version']).error === undefined
}

// GNU time: processor time, and the largest resident set of the process and its children, in kB.
function runOnce({ name, command, args }: Contender, cwd: string): Sample {
  const start = performance.now()
  const { stderr, error, status } = spawnSync('/usr/bin/time', ['-f', 'used %U %S %M', command, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1 << 30,
  })
  const seconds = (performance.now() - start) / 1000
  const used = /used (\S+) (\S+) (\d+)\n$/.exec(stderr ?? '')
  if (error || !used)
    throw new Error(`${name} could not be measured: ${error?.message ?? stderr}; is GNU time installed?`)
  const [, user, system, kilobytes] = used
  return {
    seconds,
    processor: Number(user) + Number(system),
    megabytes: Number(kilobytes) / 1024,
    exitCode: status ?? Number.NaN,
  }
}

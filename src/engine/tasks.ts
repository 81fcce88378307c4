import type { Transform } from '../transform.ts'
import type { RunFile } from './analyse.ts'
import { directoryOf } from './go-overlay.ts'
import { readsSyntax } from './reads-syntax.ts'
import type { Round, Task } from './task.ts'

/** Source per task: enough to make a message to a worker worth while, little enough to share out evenly. */
const TASK_CHARACTERS = 300_000

/** Shares the files out, largest first, so that no worker is left with a big one at the end; a package stays together. */
export function tasksOf(
  files: readonly RunFile[],
  transforms: readonly Transform[],
  round: Round,
): readonly Task[] {
  const ofFiles = namesOf(transforms.filter(({ find }) => find !== undefined))
  const ofPackages = namesOf(transforms.filter(({ find }) => find === undefined))
  const tasks: RunFile[][] = []
  let size = TASK_CHARACTERS
  for (const file of files.filter(asks(ofFiles)).sort((a, b) => b.text.length - a.text.length)) {
    if (size >= TASK_CHARACTERS) {
      tasks.push([])
      size = 0
    }
    tasks.at(-1)?.push(file)
    size += file.text.length
  }

  const packages = new Map<string, RunFile[]>()
  for (const file of files.filter(asks(ofPackages))) {
    const directory = directoryOf(file.path)
    packages.set(directory, [...(packages.get(directory) ?? []), file])
  }
  return [
    ...[...packages].map(([directory, candidates]) => ({ directory, candidates, round })),
    ...tasks.map(files => ({ files })),
  ]
}

/** How much there is to parse. */
export function charactersIn(tasks: readonly Task[], transforms: readonly Transform[]): number {
  const parsing = transforms.filter(readsSyntax)
  const ofFiles = asks(namesOf(parsing.filter(({ find }) => find !== undefined)))
  return tasks
    .flatMap(task => ('files' in task ? task.files.filter(ofFiles) : task.candidates))
    .reduce((sum, { text }) => sum + text.length, 0)
}

function namesOf(transforms: readonly Transform[]): ReadonlySet<string> {
  return new Set(transforms.map(({ name }) => name))
}

function asks(names: ReadonlySet<string>): (file: RunFile) => boolean {
  return file => file.transforms.some(name => names.has(name))
}

import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Answers, formatAnswers, parseAnswers } from '../report/answers.ts'

/** Answers of a review that has not come to its end; they live in the journal's directory. */
export interface Interrupted {
  /** What was answered before; empty when there is nothing to go on with. */
  readonly answers: Answers
  /** Keeps answers, so that nothing is lost whenever the process ends. */
  keep(answers: Answers): void
  /** Forgets them: the review is over. */
  forget(): void
}

/** Opens the answers kept in `directory`. Throws UsageError when they cannot be read. */
export function openInterrupted(directory: string): Interrupted {
  const path = join(directory, 'answers.json')
  const text = readIfThere(path)
  const answers: Answers = text === undefined ? new Map() : parseAnswers(text, path)
  return {
    answers,
    keep(newAnswers) {
      // A rename is whole or nothing: a process that is killed leaves no half file.
      writeFileSync(`${path}.new`, formatAnswers(new Map([...answers, ...newAnswers])))
      renameSync(`${path}.new`, path)
    },
    forget: () => rmSync(path, { force: true }),
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

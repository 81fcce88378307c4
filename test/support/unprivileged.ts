import { chownSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const NOBODY = 65_534

/**
 * Runs an action on a directory as a user to whom permissions apply, also when the tests run as root, who may
 * read everything. The directory then belongs to that user.
 */
export async function unprivileged<T>(directory: string, action: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return action()
  chownSync(directory, NOBODY, NOBODY)
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' }))
    chownSync(join(directory, name), NOBODY, NOBODY)
  const home = process.env.HOME
  process.env.HOME = directory // git gives up when it may not look into the home directory
  process.seteuid?.(NOBODY)
  try {
    return await action()
  } finally {
    process.seteuid?.(0)
    if (home === undefined) delete process.env.HOME
    else process.env.HOME = home
  }
}

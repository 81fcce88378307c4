import { mkdir, open, readdir, readFile, readlink, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { UsageError } from '../errors.ts'
import { errorCode } from './durable.ts'

// proper-lockfile does not fit: it does not say who holds a lock, and takes 10 seconds to see that its holder was killed.

/**
 * Runs `action` while no other gomend holds the lock in `directory`; a lock whose process has died is taken over.
 * Throws a UsageError that names the other process when there is one.
 */
export async function withLock<Result>(directory: string, action: () => Promise<Result>): Promise<Result> {
  await mkdir(directory, { recursive: true })
  const own = join(directory, await ownName())
  const attempts = 4
  for (let attempt = 1; ; attempt += 1) {
    const other = await announce(directory, own)
    if (other === undefined) break
    // Two that start in the same instant see each other: each tries again after a time of its own.
    if (attempt === attempts) throw new UsageError(refusal(directory, other))
    await wait(20 + Math.random() * 100)
  }
  try {
    return await action()
  } finally {
    await rm(own, { force: true })
  }
}

/**
 * Announces this process, then looks for others: of two processes at least the later one sees the other, so never
 * do both go on. Names are never reused, so removing a dead process's file cannot remove a living one's.
 */
async function announce(directory: string, own: string): Promise<string | undefined> {
  try {
    await (await open(own, 'wx')).close()
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return own
    throw error
  }
  for (const name of await readdir(directory)) {
    const path = join(directory, name)
    if (path === own) continue
    if (await isHeld(name)) {
      await rm(own, { force: true })
      return path
    }
    await rm(path, { force: true })
  }
  return undefined
}

// <process id>.<its start time>.<where process ids mean the same>
async function ownName(): Promise<string> {
  return `${process.pid}.${await startTime(process.pid)}.${await machine()}`
}

async function isHeld(name: string): Promise<boolean> {
  const [processId = '', start = '', ...rest] = name.split('.')
  // Nothing is known about the processes of another machine or container.
  if (rest.join('.') !== (await machine())) return true
  try {
    process.kill(Number(processId), 0)
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return false
  }
  const startNow = await startTime(Number(processId))
  return startNow === '' || startNow === start
}

/** Tells a process from a later one with the same id; empty where the system does not say. */
async function startTime(processId: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${processId}/stat`, 'utf8')
    // Field 22 of proc(5); the name in field 2 may contain spaces and parentheses.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

async function machine(): Promise<string> {
  const namespace = await readlink('/proc/self/ns/pid').catch(() => '')
  return `${hostname()}.${namespace.replaceAll(/\D/g, '')}`
}

function refusal(directory: string, other: string): string {
  const [processId] = other.slice(directory.length + 1).split('.')
  return `another gomend (process ${processId}) is working here: wait until it has ended; if you are sure that it has, delete ${other}`
}

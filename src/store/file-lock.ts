import { createHash, randomBytes } from 'node:crypto'
import { lstatSync, readFileSync, readlinkSync, symlinkSync, unlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { StoreError } from './database.js'

/** So long one waits for another who holds the lock, in milliseconds. */
const PATIENCE = 30_000

/** A lock from another machine or container is taken for abandoned after so many milliseconds: work takes far less. */
const ABANDONED_AFTER = 600_000

/**
 * Does work while nobody else does work under the same path. The lock is a symbolic link that leads nowhere and names
 * its owner: it comes into being whole, in one step. One whose owner was killed is removed.
 */
export const withFileLock = async <T>(
  path: string,
  work: () => Promise<T>,
  patience = PATIENCE,
): Promise<T> => {
  const token = `${process.pid}.${randomBytes(8).toString('hex')}.${where()}`
  held.add(token)
  try {
    await acquire(path, token, Date.now() + patience)
    try {
      return await work()
    } finally {
      unlinkSync(path)
    }
  } finally {
    held.delete(token)
  }
}

/** Locks of this process. */
const held = new Set<string>()

const acquire = async (path: string, token: string, deadline: number): Promise<void> => {
  while (!taken(path, token)) {
    const owner = ownerOf(path)
    if (owner === undefined) continue
    if (isAbandoned(owner, path)) await clear(path, owner, deadline)
    else if (Date.now() > deadline) throw busy(path, owner)
    else await pause(10 + Math.random() * 30)
  }
}

const taken = (path: string, token: string): boolean => {
  try {
    // Windows lets everybody make junctions, but not symbolic links; elsewhere the kind is not looked at.
    symlinkSync(token, path, 'junction')
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

const ownerOf = (path: string): string | undefined => {
  try {
    return basename(readlinkSync(path))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** One at a time removes the lock of a dead owner, and only while it is still that owner's. */
const clear = async (path: string, owner: string, deadline: number): Promise<void> => {
  const inner = `${path}.${createHash('sha256').update(owner).digest('hex').slice(0, 8)}`
  const work = async (): Promise<void> => {
    if (ownerOf(path) === owner) unlinkSync(path)
  }
  await withFileLock(inner, work, deadline - Date.now())
}

const isAbandoned = (owner: string, path: string): boolean => {
  const [pid = '', , place] = owner.split('.')
  if (place !== where()) return age(path) > ABANDONED_AFTER
  // A restarted container gives out the same numbers again.
  return Number(pid) === process.pid ? !held.has(owner) : !isAlive(Number(pid))
}

const age = (path: string): number => {
  try {
    return Date.now() - lstatSync(path).mtimeMs
  } catch {
    return 0
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Where the number of a process means a process: this machine since it was started, and this container. */
const where = (): string => {
  const facts = [
    hostname(),
    fact('/proc/sys/kernel/random/boot_id', readFileSync),
    fact('/proc/self/ns/pid', readlinkSync),
  ]
  return createHash('sha256').update(facts.join('\n')).digest('hex').slice(0, 12)
}

const fact = (path: string, read: (path: string, encoding: 'utf8') => string): string => {
  try {
    return read(path, 'utf8')
  } catch {
    return ''
  }
}

const busy = (path: string, owner: string): StoreError =>
  new StoreError(
    'busy',
    `another hipaacheck, process ${owner.split('.')[0]}, has held it for too long`,
    `wait until that has ended; where there is no such process, delete ${path}`,
  )

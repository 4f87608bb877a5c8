import { resolve } from 'node:path'
import type { Database as Connection } from 'node-sqlite3-wasm'
import { type Database, type Row, type Session, StoreError } from './database.js'
import { withFileLock } from './file-lock.js'
import { connect, copied, isWritable, makeFile, realFile, sizeOf, sqliteFault } from './sqlite-file.js'

/**
 * A history in a file of SQLite. Whoever works on it holds a lock of ours, for as long as one piece of work takes: this
 * build of SQLite, which runs wherever Node.js does, cannot tell a lock that a killed process left behind, and does not
 * roll a journal back. So the file keeps a write-ahead log, of which only what was finished counts.
 */
export const sqliteDatabase = (path: string, cwd: string): Database => {
  const place = resolve(cwd, path)
  let copy: ReturnType<typeof copied> | undefined
  return {
    location: path,
    exists: () => inOurWords(async () => sizeOf(realFile(place)) > 0),
    read: (sql, values) =>
      inOurWords(async () => {
        const file = realFile(place)
        const work = (session: Session): Promise<readonly Row[]> => session.all(sql, values)
        if (isWritable(file)) return locked(file, () => connected(file, work))
        copy ??= copied(file)
        return connected(copy.file, work)
      }),
    append: (work) =>
      inOurWords(async () => {
        const file = realFile(place)
        if (!isWritable(file)) throw new StoreError('unreachable', 'it, or its folder, may only be read')
        return locked(file, async () => {
          if (sizeOf(file) === 0) makeFile(file)
          return connected(file, (session) => inTransaction(session, work))
        })
      }),
    close: async () => copy?.remove(),
  }
}

const inOurWords = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw sqliteFault(error)
  }
}

const locked = <T>(file: string, work: () => Promise<T>): Promise<T> => withFileLock(`${file}.owner`, work)

const connected = async <T>(file: string, work: (session: Session) => Promise<T>): Promise<T> => {
  const connection = connect(file)
  try {
    return await work(sessionOf(connection))
  } finally {
    connection.close()
  }
}

const sessionOf = (connection: Connection): Session => ({
  all: async (sql, values = []) => connection.all(sql, [...values]) as readonly Row[],
  run: async (sql, values = []) => {
    connection.run(sql, [...values])
  },
})

/** A transaction that is not finished is gone when the connection is closed. */
const inTransaction = async <T>(session: Session, work: (session: Session) => Promise<T>): Promise<T> => {
  await session.run('BEGIN IMMEDIATE')
  const result = await work(session)
  await session.run('COMMIT')
  return result
}

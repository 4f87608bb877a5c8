import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Database as Connection } from 'node-sqlite3-wasm'
import { StoreError } from './database.js'
import { CREATE_TABLE, SQLITE_GUARDS } from './schema.js'

/** By name at run time: it reads its code from beside itself, where no bundle has it. */
const sqlite = createRequire(import.meta.url)('node-sqlite3-wasm') as typeof import('node-sqlite3-wasm')

/** Where a file really is, or will be: locks must not differ by the name that leads to it. */
export const realFile = (path: string): string => {
  if (existsSync(path)) return realpathSync(path)
  const folder = dirname(path)
  if (!existsSync(folder))
    throw new StoreError('unreachable', 'its folder does not exist', `a path in a folder that exists`)
  return join(realpathSync(folder), basename(path))
}

/** The size of a file in bytes, 0 where there is none; a folder is no store. */
export const sizeOf = (file: string): number => {
  const info = statSync(file, { throwIfNoEntry: false })
  if (info?.isDirectory()) throw new StoreError('unreachable', 'it is a folder', 'the path of a file')
  return info?.size ?? 0
}

/** Whether a store can be locked and written: its folder, and itself where it is there. */
export const isWritable = (file: string): boolean =>
  [dirname(file), file].every((path) => {
    try {
      accessSync(path, constants.W_OK)
      return true
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ENOENT'
    }
  })

/** Opens a store alone, so that the log needs no shared memory, which this build of SQLite has not. */
export const connect = (file: string, isNew = false): Connection => {
  // Under the lock of the store nobody else is here: what locks it was left behind by a process that was killed.
  rmSync(`${file}.lock`, { recursive: true, force: true })
  const connection = new sqlite.Database(file, { fileMustExist: !isNew })
  connection.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = FULL')
  return connection
}

/** Makes an empty history beside its place and moves it there: at no moment is there half a one. */
export const makeFile = (file: string): void => {
  const fresh = `${file}.new`
  for (const left of [fresh, `${fresh}-wal`]) rmSync(left, { force: true })
  const connection = connect(fresh, true)
  try {
    connection.exec('PRAGMA journal_mode = WAL')
    for (const statement of [CREATE_TABLE, ...SQLITE_GUARDS]) connection.exec(statement)
  } finally {
    connection.close()
  }
  rmSync(`${file}-wal`, { force: true })
  renameSync(fresh, file)
  syncFolder(dirname(file))
}

/** Makes a renaming last through a loss of power, where the system can. */
const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return
  const opened = openSync(folder, 'r')
  fsyncSync(opened)
  closeSync(opened)
}

/** Times to copy a store before giving up, when somebody writes it meanwhile. */
const MOST_COPIES = 5

/** A copy in a folder of its own, of a store that may only be read: one cannot lock it. */
export const copied = (file: string): { readonly file: string; readonly remove: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'hipaacheck-'))
  const copy = join(folder, basename(file))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    for (let times = 0; times < MOST_COPIES; times++) {
      const before = state(file)
      copyFileSync(file, copy, constants.COPYFILE_FICLONE)
      rmSync(`${copy}-wal`, { force: true })
      if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`)
      for (const path of [copy, `${copy}-wal`]) if (existsSync(path)) chmodSync(path, 0o600)
      if (state(file) === before) return { file: copy, remove }
    }
  } catch (error) {
    remove()
    throw error
  }
  remove()
  throw new StoreError('busy', 'it may only be read, and somebody writes to it all the time')
}

const state = (file: string): string =>
  [file, `${file}-wal`]
    .map((path) => statSync(path, { throwIfNoEntry: false }))
    .map((info) => `${info?.ino} ${info?.size} ${info?.mtimeMs}`)
    .join(', ')

/** What SQLite and the system say, in our words; what they do not say is a fault of ours and stays as it is. */
export const sqliteFault = (error: unknown): unknown => {
  if (!(error instanceof Error) || error instanceof StoreError) return error
  const { code } = error as NodeJS.ErrnoException
  if (error.name !== 'SQLite3Error')
    return code === undefined ? error : new StoreError('unreachable', REASONS[code] ?? error.message)
  const [, fault, words = error.message, advice] =
    FAULTS.find(([pattern]) => pattern.test(error.message)) ?? []
  return new StoreError(fault ?? 'damaged', words, advice)
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'that is not allowed',
  EPERM: 'that is not allowed',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of the path is no folder',
  ENOSPC: 'no space is left',
}

const NOT_OURS = 'a file that `audit --record` made, or a path where there is none yet'

const FAULTS: readonly (readonly [
  pattern: RegExp,
  fault: StoreError['fault'],
  words?: string,
  advice?: string,
])[] = [
  [/^file is not a database$/, 'none', 'it is no database', NOT_OURS],
  [/^no such table/, 'none', 'it is a database without a history', NOT_OURS],
  [/^Could not open/, 'unreachable', 'it cannot be opened'],
  [/^unable to open/, 'unreachable', 'it cannot be opened'],
  [/readonly/, 'unreachable', 'it may only be read'],
  [/full$/, 'unreachable', 'no space is left'],
  [/^disk I\/O error$/, 'unreachable', 'the disk cannot be read or written'],
]

import { randomBytes } from 'node:crypto'
import { open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Problem } from './model/problem.js'
import { systemWords } from './system-words.js'

/** A file to write, and its text: whole, or in pieces that are made while they are written. */
export interface FileToWrite {
  readonly path: string
  readonly text: string | Iterable<string>
}

/** So many characters are written at once. */
const BLOCK = 64 * 1024

/** Joins small pieces, so that not each of them is written alone. */
export function* inBlocks(text: string | Iterable<string>): Generator<string> {
  if (typeof text === 'string') return yield text
  let block = ''
  for (const piece of text) {
    block += piece
    if (block.length < BLOCK) continue
    yield block
    block = ''
  }
  if (block !== '') yield block
}

/**
 * Writes files so that each is there whole or not at all, and none if one cannot be written: all are written beside
 * their places first, then moved there. Returns what cannot be written.
 */
export const writeFiles = async (files: readonly FileToWrite[]): Promise<readonly Problem[]> => {
  const prepared: { from: string; to: string }[] = []
  for (const { path, text } of files) {
    try {
      // What a link leads to is written, never the link itself: /dev/stdout is one.
      const to = await realpath(path).catch(() => resolve(path))
      const info = await stat(to).catch(() => undefined)
      if (info && !info.isFile() && !info.isDirectory())
        await writeFile(to, inBlocks(text)).catch(unlessClosed)
      else prepared.push({ from: await writeBeside(to, text, info?.isDirectory() === true), to })
    } catch (error) {
      await Promise.all(prepared.map(({ from }) => rm(from, { force: true })))
      // What has no code is no refusal of the system: making the text failed, and that is our fault.
      if ((error as NodeJS.ErrnoException).code === undefined) throw error
      return [notWritable(path, error)]
    }
  }
  for (const { from, to } of prepared) await rename(from, to)
  return []
}

/** Whoever reads a pipe may stop when he has enough. */
const unlessClosed = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') throw error
}

const writeBeside = async (to: string, text: FileToWrite['text'], isFolder: boolean): Promise<string> => {
  if (isFolder) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' })
  const from = join(dirname(to), `.${basename(to)}.${randomBytes(6).toString('hex')}`)
  const file = await open(from, 'wx')
  try {
    await writeFile(file, inBlocks(text))
    await file.sync()
  } catch (error) {
    await rm(from, { force: true })
    throw error
  } finally {
    await file.close()
  }
  return from
}

const notWritable = (path: string, error: unknown): Problem => ({
  code: 'not-writable',
  message: `${path} cannot be written: ${systemWords(error)}`,
  expected: 'a path in a folder that exists and may be written; nothing was written',
})

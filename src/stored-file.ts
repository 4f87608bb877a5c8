import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Problem } from './model/problem.js'
import { systemWords } from './system-words.js'

/** What a file holds that a command wrote earlier, and which command that was. */
export interface StoredKind {
  readonly name: 'report' | 'baseline'
  readonly expected: string
}

/** Reads the text of a file that a command wrote earlier. One that is not there, or cannot be read, is a problem. */
export const readStored = async (
  path: string,
  cwd: string,
  { name, expected }: StoredKind,
): Promise<{ readonly text: string } | { readonly problems: readonly Problem[] }> => {
  try {
    return { text: await readFile(resolve(cwd, path), 'utf8') }
  } catch (error) {
    const problem: Problem =
      (error as NodeJS.ErrnoException).code === 'ENOENT'
        ? { code: 'missing-file', message: `there is no ${name} ${path}`, expected }
        : {
            code: 'unreadable-file',
            message: `the ${name} ${path} cannot be read: ${systemWords(error)}`,
            expected,
          }
    return { problems: [problem] }
  }
}

/** The value that a text of JSON stands for; `undefined` where it is none. */
export const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

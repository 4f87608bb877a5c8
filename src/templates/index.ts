import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import type { Problem } from '../model/problem.js'

/** Descriptions to begin with. */
export const TEMPLATES = ['clinic', 'cloud', 'hosted'] as const
export type Template = (typeof TEMPLATES)[number]

/** The text of a template. */
export const templateText = (template: Template): string =>
  readFileSync(new URL(`./${template}.yaml`, import.meta.url), 'utf8')

/** Writes a file that does not exist yet; else says why not. */
export const writeNew = async (path: string, text: string): Promise<Problem | undefined> => {
  try {
    await writeFile(path, text, { flag: 'wx' })
    return undefined
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'EEXIST'
      ? { code: 'not-writable', message: `${path} exists already`, suggestion: '--output with another name' }
      : {
          code: 'not-writable',
          message: `${path} cannot be written (${code})`,
          expected: 'a path in a folder that exists',
        }
  }
}

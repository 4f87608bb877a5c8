import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const COMMAND = join(ROOT, 'bin/run.js')

/** What came of running the built command as a user does. */
export interface Ran {
  readonly stdout: string
  readonly stderr: string
  readonly status: number | null
}

/** Runs the built command; files are taken from the root of the project unless a folder is given. */
export const hipaacheck = (
  args: readonly string[],
  {
    cwd = ROOT,
    input,
    env = {},
    as = {},
  }: {
    cwd?: string
    input?: string | Buffer
    env?: Record<string, string>
    /** Whom to run it as; only root may. */
    as?: { readonly uid?: number; readonly gid?: number } | undefined
  } = {},
): Ran => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [COMMAND, ...args], {
    cwd,
    input: input ?? '',
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '', FORCE_COLOR: undefined, ...env },
    ...as,
    maxBuffer: 256 * 1024 * 1024,
  })
  return { stdout, stderr, status }
}

/** A folder of its own, with these files in it; it is gone when the work is done. */
export const inFolder = <T>(
  files: Readonly<Record<string, string | Buffer>>,
  work: (folder: string) => T,
): T => {
  const folder = mkdtempSync(join(tmpdir(), 'hipaacheck-'))
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** An empty folder of its own, until the work is done. */
export const inFolderAsync = async (work: (folder: string) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'hipaacheck-'))
  try {
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8')

import { readFileSync, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { glob } from 'tinyglobby'
import type { Problem } from '../../model/problem.js'
import { allowedFrom, filesIn, shownPath } from '../file-tree.js'
import { nearest } from '../suggest.js'
import { LARGEST_IMPORT, startOf, tooBig } from './text.js'

/** A file that was read, by the name that places will show. */
export interface ReadFile {
  readonly file: string
  readonly bytes: Uint8Array
  /** `false` for what only lay in a folder that was named. */
  readonly named: boolean
  /** Whether it is a link out of what may be read; there are no bytes then. */
  readonly outside?: boolean
  /** When it was last written, RFC 3339. */
  readonly writtenAt?: string
}

/** Where to look, and what `-` reads: standard input unless said otherwise. */
export interface ReadFilesOptions {
  readonly cwd: string
  readonly stdin?: AsyncIterable<Uint8Array | string> | undefined
}

type Found =
  | { readonly paths: readonly string[]; readonly named: boolean; readonly outside?: readonly string[] }
  | { readonly problem: Problem }

/** Name of what comes from standard input. */
export const STDIN = '<stdin>'

/** Reads files, globs, whole folders and `-`, each file once, in order. All that cannot be read is a problem. */
export const readFiles = async (
  args: readonly string[],
  { cwd, stdin }: ReadFilesOptions,
): Promise<{ readonly files: readonly ReadFile[] } | { readonly problems: readonly Problem[] }> => {
  const found = await Promise.all(args.filter((arg) => arg !== '-').map((arg) => findFiles(arg, cwd)))
  const problems = found.flatMap((one) => ('problem' in one ? [one.problem] : []))
  const paths = new Map<string, boolean>()
  for (const one of found) {
    if ('paths' in one) for (const path of one.paths) paths.set(path, one.named || paths.get(path) === true)
  }
  const read = [...paths].map(([path, named]) => readOne(path, cwd, named))
  const outside = new Set(found.flatMap((one) => ('outside' in one ? (one.outside ?? []) : [])))
  for (const path of outside)
    read.push({ file: shownPath(path, cwd), bytes: new Uint8Array(), named: false, outside: true })
  if (args.includes('-')) read.push(await readStdin(stdin ?? process.stdin))
  problems.push(...read.flatMap((one) => ('problem' in one ? [one.problem] : [])))
  return problems.length > 0 ? { problems } : { files: read.flatMap((one) => ('file' in one ? [one] : [])) }
}

const findFiles = async (arg: string, cwd: string): Promise<Found> => {
  const path = resolve(cwd, arg)
  const info = infoOf(path)
  if (info?.isDirectory()) return inFolder(path, arg, cwd)
  if (info) return { paths: [path], named: true }
  if (!/[*?[{]/.test(arg)) return { problem: await missing(arg, path) }
  const paths = await glob(arg, { cwd, absolute: true, onlyFiles: true })
  return paths.length > 0
    ? { paths: paths.sort(), named: true }
    : { problem: noFiles(arg, 'no file matches this pattern') }
}

/** What lies at a path; nothing where that cannot be told. */
const infoOf = (path: string) => {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

const inFolder = (path: string, arg: string, cwd: string): Found => {
  const { paths, outside } = filesIn(path, allowedFrom(cwd, [path]))
  return paths.length > 0
    ? { paths, named: false, outside }
    : { problem: noFiles(arg, 'the folder holds no description and nothing that can be imported') }
}

const noFiles = (arg: string, message: string): Problem => ({
  code: 'no-descriptions',
  message: `${arg}: ${message}`,
  expected: 'descriptions (.yaml, .yml, .json), or infrastructure as code (.tf, .tfvars, .template too)',
})

const missing = async (arg: string, path: string): Promise<Problem> => {
  const beside = await readdir(dirname(path)).catch(() => [])
  const near = nearest(basename(path), beside)
  return {
    code: 'missing-file',
    message: `${arg}: there is no such file`,
    ...(near === undefined
      ? {}
      : { suggestion: `${arg.slice(0, arg.length - basename(arg).length)}${near}` }),
  }
}

// One after the other: each promise of the file system costs as much as a small file.
const readOne = (path: string, cwd: string, named: boolean): ReadFile | { readonly problem: Problem } => {
  const file = shownPath(path, cwd)
  try {
    const info = statSync(path)
    if (!info.isFile())
      return {
        problem: {
          code: 'unreadable-file',
          message: `${file}: this is no regular file`,
          expected: 'a file, a folder, a glob, or `-` for standard input',
        },
      }
    if (info.size > LARGEST_IMPORT) return { problem: tooBig(file, info.size, LARGEST_IMPORT) }
    const writtenAt = info.mtime.toISOString().replace(/\.\d+Z$/, 'Z')
    return { file, bytes: readFileSync(path), named, writtenAt }
  } catch (error) {
    return {
      problem: {
        code: 'unreadable-file',
        message: `${file}: it cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`,
        place: startOf(file),
      },
    }
  }
}

const readStdin = async (
  stdin: NonNullable<ReadFilesOptions['stdin']>,
): Promise<ReadFile | { readonly problem: Problem }> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > LARGEST_IMPORT) return { problem: tooBig(STDIN, size, LARGEST_IMPORT) }
    chunks.push(bytes)
  }
  return { file: STDIN, bytes: Buffer.concat(chunks), named: true }
}

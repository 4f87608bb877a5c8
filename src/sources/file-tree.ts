import { type Dirent, existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, posix, relative, resolve, sep } from 'node:path'
import { globSync } from 'tinyglobby'
import type { Problem } from '../model/problem.js'
import { matchesGlob } from '../model/scalars/glob.js'
import { LARGEST_IMPORT, startOf } from './documents/text.js'

/** Files around those that were given, by the names that places show. Whatever lies outside is refused. */
export interface FileTree {
  /** Bytes of a file. `outside` where it lies in no folder that may be read, by `..` or by a link. */
  read(file: string): Uint8Array | 'missing' | 'outside' | 'too-big'
  /** Names of the files in a folder, without those of folders below. */
  list(folder: string): readonly string[]
  /** The files that a path or a pattern names, seen from a folder. A folder stands for all that may be imported in it. */
  find(pattern: string, from: string): readonly string[]
}

/** What is looked at in a folder. */
const IMPORTABLE = /\.(?:yaml|yml|json|tf|tofu|tfvars|tfstate|template)$/
/** Configuration of Terraform, which counts in every folder that a link puts it into. */
const CONFIGURATION = /\.(?:tf|tofu)(?:\.json)?$|\.tfvars$/
/** Copies of other people's code, and what tools keep for themselves. */
export const NEVER_LOOKED_AT: readonly string[] = ['**/node_modules/**', '**/.*/**']

/** Whether a real path lies where files may be read. */
type Allowed = (path: string) => boolean

/** What may be read: the repository, else the working folder, and the folders that were named. */
export const allowedFrom = (cwd: string, named: readonly string[]): Allowed => {
  let roots: readonly string[] | undefined
  return (path) => {
    roots ??= [cwd, ...named.map((one) => resolve(cwd, one))].flatMap(rootOf)
    return roots.some((root) => path === root || path.startsWith(root + sep))
  }
}

/**
 * All that may be imported in a folder and in those below, sorted. A link to a file counts where that may be read;
 * links to folders are not followed. `outside` are links of configuration to what may not be read: to leave those out
 * without a word would hide what Terraform applies.
 */
export const filesIn = (
  folder: string,
  isAllowed: Allowed,
): { readonly paths: readonly string[]; readonly outside: readonly string[] } => {
  const [paths, links, outside]: [string[], string[], string[]] = [[], [], []]
  const pending = [folder]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const entry of entriesOf(next)) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const path = join(next, entry.name)
      if (entry.isDirectory()) pending.push(path)
      else if (!IMPORTABLE.test(entry.name)) continue
      else if (entry.isFile()) paths.push(path)
      else if (entry.isSymbolicLink()) links.push(path)
    }
  }
  const known = new Set(paths)
  for (const path of links) {
    const target = targetOf(path)
    const isCode = CONFIGURATION.test(path)
    if (target === undefined || (known.has(target) && !isCode)) continue
    if (isAllowed(target)) paths.push(path)
    else if (isCode) outside.push(path)
  }
  return { paths: paths.sort(), outside: outside.sort() }
}

/** What lies in a folder; nothing in one that may not be looked into, or is gone by now. */
const entriesOf = (folder: string): Dirent[] => {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

/** The file that a link leads to. */
const targetOf = (path: string): string | undefined => {
  try {
    const target = realpathSync(path)
    return statSync(target).isFile() ? target : undefined
  } catch {
    return undefined
  }
}

/**
 * The files of a disk. What may be read is the repository, else the working folder, and the folders that were named
 * on the command line.
 */
export const diskTree = (cwd: string, named: readonly string[]): FileTree => {
  const allowed = allowedFrom(cwd, named)
  const real = (file: string): string | 'missing' | 'outside' => {
    try {
      const path = realpathSync(resolve(cwd, file))
      return allowed(path) ? path : 'outside'
    } catch {
      return 'missing'
    }
  }
  return {
    read: (file) => {
      const path = real(file)
      if (path === 'missing' || path === 'outside') return path
      const info = statSync(path)
      if (!info.isFile()) return 'missing'
      return info.size > LARGEST_IMPORT ? 'too-big' : readFileSync(path)
    },
    list: (folder) => {
      const path = real(folder)
      if (path === 'missing' || path === 'outside') return []
      return readdirSync(path, { withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map(({ name }) => posix.join(folder, name))
        .sort()
    },
    find: (pattern, from) => {
      const path = resolve(cwd, from, pattern)
      // A folder outside is not even looked through: that it may not be read is told when it is.
      const fixed = resolve(cwd, from, pattern.replace(/[^/\\]*[*?[{(!].*$/, ''))
      if (real(fixed) === 'outside') return [shownPath(fixed, cwd)]
      const found = existsSync(path)
        ? statSync(path).isDirectory()
          ? foundIn(path, allowed)
          : [path]
        : globIn(resolve(cwd, from), pattern)
      return found.map((one) => shownPath(one, cwd)).sort()
    },
  }
}

/** Links out of what may be read too: whoever reads them is told. */
const foundIn = (folder: string, isAllowed: Allowed): string[] => {
  const { paths, outside } = filesIn(folder, isAllowed)
  return [...paths, ...outside]
}

const globIn = (folder: string, pattern: string): string[] =>
  existsSync(folder)
    ? globSync(pattern, {
        cwd: folder,
        absolute: true,
        onlyFiles: true,
        followSymbolicLinks: false,
        ignore: [...NEVER_LOOKED_AT],
      })
    : []

/** The repository that a file or folder lies in; outside of any, the folder itself. */
const rootOf = (path: string): string[] => {
  let folder: string
  try {
    const real = realpathSync(path)
    folder = statSync(real).isDirectory() ? real : dirname(real)
  } catch {
    return []
  }
  for (let above = folder; above !== dirname(above); above = dirname(above)) {
    if (existsSync(join(above, '.git'))) return [above]
  }
  return [folder]
}

/** A path as the user would write it, with forward slashes. */
export const shownPath = (path: string, cwd: string): string => {
  const short = relative(cwd, path)
  return (short.startsWith('..') || isAbsolute(short) ? path : short).split(sep).join('/')
}

/** Files that are at hand as bytes alone: nothing else can be read. */
export const memoryTree = (
  files: readonly { readonly file: string; readonly bytes: Uint8Array }[],
): FileTree => {
  const known = new Map(files.map(({ file, bytes }) => [posix.normalize(file), bytes]))
  return {
    read: (file) => known.get(posix.normalize(file)) ?? 'missing',
    list: (folder) =>
      [...known.keys()].filter((file) => posix.dirname(file) === posix.normalize(folder)).sort(),
    find: (pattern, from) => {
      const path = posix.normalize(posix.join(from, pattern))
      const below = path === '.' ? '' : `${path.replace(/\/$/, '')}/`
      return [...known.keys()]
        .filter((file) => file === path || file.startsWith(below) || matchesGlob(path, file))
        .sort()
    },
  }
}

/** A file that may not be read, said in the words of a problem. */
export const refusedFile = (
  file: string,
  why: 'missing' | 'outside' | 'too-big',
  place?: Problem['place'],
): Problem => ({
  code: why === 'missing' ? 'missing-file' : why === 'outside' ? 'outside-tree' : 'file-too-big',
  message: `${file}: ${REFUSALS[why]}`,
  ...(why === 'outside'
    ? { expected: 'a file of the same repository, or one that is named on the command line' }
    : {}),
  place: place ?? startOf(file),
})

const REFUSALS = {
  missing: 'there is no such file',
  outside: 'this file lies outside of what may be read',
  'too-big': `it is bigger than ${LARGEST_IMPORT / 1024 / 1024} MB`,
} as const

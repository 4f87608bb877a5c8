import { existsSync, type FSWatcher, statSync, watch } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { globSync } from 'tinyglobby'
import { NEVER_LOOKED_AT } from './sources/file-tree.js'

/** One audit, as it is shown. */
export interface Round {
  readonly text: string
  readonly exitCode: number
  /** Files and folders it rests on; a folder counts with what lies in it. */
  readonly restsOn: readonly string[]
}

/** How to watch. */
export interface WatchOptions {
  readonly cwd?: string
  /** Files and folders that count whatever a round says: those of the command line. */
  readonly always: readonly string[]
  /** Ends the watch. */
  readonly signal: AbortSignal
  /** Editors write a file in several steps: so long nothing more must change, in milliseconds. */
  readonly quiet?: number
}

const QUIET = 150
/** Where the system has no watch left to give, one looks again so often, in milliseconds. */
const LOOK_AGAIN = 2000

/**
 * Audits, shows what came of it, and does it again when something changes, until it is told to end. What comes out as
 * before is not shown again. Gives the exit code of the last round.
 */
export const watchRounds = async (
  audit: () => Promise<Round>,
  show: (round: Round) => void,
  { cwd = process.cwd(), always, signal, quiet = QUIET }: WatchOptions,
): Promise<number> => {
  const changes = watchedFolders(signal)
  let last: Round | undefined
  try {
    while (!signal.aborted) {
      // Folders are watched before they are read: what changes meanwhile starts the next round.
      changes.watch(foldersOf([...always, ...(last?.restsOn ?? [])], cwd))
      const round = await audit()
      if (round.text !== last?.text) show(round)
      // What cannot be read rests on what was read before.
      last = round.restsOn.length > 0 ? round : { ...round, restsOn: last?.restsOn ?? [] }
      const isNew = changes.watch(foldersOf([...always, ...last.restsOn], cwd))
      if (!isNew) await changes.next(quiet)
    }
  } finally {
    changes.close()
  }
  return last?.exitCode ?? 0
}

/** The folders in which something has to change: of files, and those that are named, with all in them. */
const foldersOf = (paths: readonly string[], cwd: string): readonly string[] => [
  ...new Set(paths.flatMap((path) => foldersAt(resolve(cwd, path.replace(/[*?[{].*$/s, ''))))),
]

const foldersAt = (path: string): readonly string[] => {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    const inside = globSync('**/', {
      cwd: path,
      absolute: true,
      onlyDirectories: true,
      ignore: [...NEVER_LOOKED_AT],
    })
    return [path, ...inside.map((folder) => resolve(folder))]
  }
  return [nearestFolder(path)]
}

/** What is not there may appear: the nearest folder above it tells. */
const nearestFolder = (path: string): string => {
  const folder = dirname(path)
  return existsSync(folder) || folder === path ? folder : nearestFolder(folder)
}

/** Descriptions, code, configuration, and folders. What builds and editors leave there does not count. */
const COUNTS = /\.(?:ya?ml|json|tf|tofu|tfvars|tfstate|template)$|^[^.]+$/i

interface Changes {
  /** Watches these folders and no others; whether one was not watched before. */
  watch(folders: readonly string[]): boolean
  /** Waits until something has changed and then nothing for a while, or for the end. */
  next(quiet: number): Promise<void>
  close(): void
}

/** Folder by folder, as each was when it was found: one that was removed and made again is another. */
const watchedFolders = (signal: AbortSignal): Changes => {
  const bell = doorbell()
  const watchers = new Map<string, { readonly inode: number | undefined; readonly watcher?: FSWatcher }>()
  signal.addEventListener('abort', bell.ring)
  const stop = (folder: string): void => {
    watchers.get(folder)?.watcher?.close()
    watchers.delete(folder)
  }
  const start = (folder: string): void => {
    const inode = inodeOf(folder)
    const watcher = watcherOf(folder, bell.ring, () => stop(folder))
    watchers.set(folder, watcher === undefined ? { inode } : { inode, watcher })
  }
  return {
    watch: (folders) => {
      for (const [folder, { inode }] of watchers)
        if (!folders.includes(folder) || inode !== inodeOf(folder)) stop(folder)
      const fresh = folders.filter((folder) => !watchers.has(folder))
      for (const folder of fresh) start(folder)
      return fresh.length > 0
    },
    next: async (quiet) => {
      const isBlind = [...watchers.values()].some(({ watcher }) => watcher === undefined)
      const timer = isBlind ? setTimeout(bell.ring, LOOK_AGAIN) : undefined
      await bell.rung()
      clearTimeout(timer)
      while (!signal.aborted && bell.isRinging()) await pause(quiet)
    },
    close: () => {
      for (const folder of watchers.keys()) stop(folder)
      signal.removeEventListener('abort', bell.ring)
    },
  }
}

const watcherOf = (folder: string, changed: () => void, lost: () => void): FSWatcher | undefined => {
  try {
    const watcher = watch(folder, (_, name) => {
      if (name === null || COUNTS.test(name)) changed()
    })
    return watcher.on('error', () => {
      lost()
      changed()
    })
  } catch {
    return undefined
  }
}

/** Remembers that it was rung, until somebody asks. */
const doorbell = () => {
  let count = 0
  let heard = 0
  let wake = (): void => {}
  return {
    ring: (): void => {
      count++
      wake()
    },
    /** Waits until it is rung, unless it was already. */
    rung: (): Promise<void> =>
      new Promise((resolve) => {
        wake = resolve
        if (heard !== count) resolve()
      }),
    /** Whether it was rung since this was asked last. */
    isRinging: (): boolean => {
      const isNew = heard !== count
      heard = count
      return isNew
    },
  }
}

const inodeOf = (folder: string): number | undefined => statSync(folder, { throwIfNoEntry: false })?.ino

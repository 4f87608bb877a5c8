import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { createRequire, syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { StoreError } from '../../src/store/database.js'
import { allLinks, appendReport, findReport } from '../../src/store/history.js'
import { verifyHistory } from '../../src/store/verify.js'
import { inFolderAsync } from '../in-folder.js'
import { jsonOf, recorded, reportOnSystem, timeOf, withStore } from './history.js'

const DEEDS = [
  'openSync',
  'writeSync',
  'ftruncateSync',
  'unlinkSync',
  'renameSync',
  'mkdirSync',
  'rmdirSync',
  'rmSync',
  'symlinkSync',
] as const

/** Every function that changes files, as the module itself has it. */
const files = createRequire(import.meta.url)('node:fs') as Record<string, (...args: never[]) => unknown>
const real = Object.fromEntries(DEEDS.map((name) => [name, files[name]]))

afterEach(() => {
  Object.assign(files, real)
  syncBuiltinESMExports()
})

/**
 * Keeps a copy of a folder as it is after each change of a file, and halfway through each writing: what is left there
 * when the process is killed at that moment.
 */
const moments = async (folder: string, copies: string, work: () => Promise<void>): Promise<number> => {
  let count = 0
  let isCopying = false
  let last = ''
  const copy = (): void => {
    isCopying = true
    const now = stateOf(folder)
    if (now !== last)
      fs.cpSync(folder, join(copies, String(count++)), { recursive: true, verbatimSymlinks: true })
    last = now
    isCopying = false
  }
  for (const name of DEEDS) {
    const deed = real[name] as (...args: unknown[]) => unknown
    files[name] = (...args: unknown[]) => {
      if (isCopying) return deed(...args)
      if (name === 'writeSync') {
        const [file, buffer, offset, length, position] = args as [number, Uint8Array, number, number, number]
        deed(file, buffer, offset, Math.floor(length / 2), position)
        copy()
      }
      const result = deed(...args)
      copy()
      return result
    }
  }
  syncBuiltinESMExports()
  try {
    await work()
  } finally {
    // Node.js itself may have taken hold of ours, and keep them.
    isCopying = true
    Object.assign(files, real)
    syncBuiltinESMExports()
  }
  return count
}

const stateOf = (folder: string): string =>
  fs
    .readdirSync(folder, { withFileTypes: true })
    .map((one) => {
      const path = join(folder, one.name)
      return `${one.name} ${one.isFile() ? fs.readFileSync(path, 'latin1') : one.isSymbolicLink()}`
    })
    .join('\n')

/** How many reports a store holds, which has to be whole; 0 where there is none. */
const wholeReports = (location: string): Promise<number> =>
  withStore(location, async (database) => {
    if (!(await database.exists())) return 0
    const { count, tampering } = await verifyHistory(database)
    expect(tampering).toEqual([])
    return count
  })

describe('a process that is killed', () => {
  it.each([
    ['while it makes the store', 0],
    ['while it appends', 2],
  ])(
    'leaves a whole history at any moment, %s',
    async (_, before) => {
      await inFolderAsync(async (root) => {
        const [folder, copies] = [join(root, 'store'), join(root, 'moments')]
        fs.mkdirSync(folder)
        if (before > 0) await recorded(join(folder, 'h.db'), before)
        const count = await moments(folder, copies, async () => {
          await recorded(join(folder, 'h.db'), 1)
        })
        expect(count).toBeGreaterThan(20)
        const kept: number[] = []
        for (let moment = 0; moment < count; moment++) {
          const location = join(copies, String(moment), 'h.db')
          const reports = await wholeReports(location)
          kept.push(reports)
          // And the next one finds no lock in its way.
          await recorded(location, 1)
          expect(await wholeReports(location), `after moment ${moment}`).toBe(reports + 1)
        }
        expect(kept).toEqual([...kept].sort((one, other) => one - other))
        expect(new Set(kept)).toEqual(new Set([before, before + 1]))
      })
    },
    120_000,
  )
})

/** Records reports one after another until it is told to stop, or has recorded so many. */
const RECORDER = fileURLToPath(new URL('recorder.js', import.meta.url))

const recorder = (location: string, count: number) =>
  spawn(process.execPath, [RECORDER, location, String(count)], { stdio: ['ignore', 'pipe', 'pipe'] })

describe('several processes', () => {
  it('append to one history without losing a report', async () => {
    await inFolderAsync(async (folder) => {
      const location = join(folder, 'h.db')
      const ends = await Promise.all(
        [1, 2, 3].map(async () => {
          const child = recorder(location, 6)
          let said = ''
          child.stderr.on('data', (text) => {
            said += text
          })
          const [code] = await new Promise<[number]>((resolve) =>
            child.once('exit', (one) => resolve([one ?? -1])),
          )
          return `${code}${said}`
        }),
      )
      expect(ends).toEqual(['0', '0', '0'])
      expect(await wholeReports(location)).toBe(18)
      expect(fs.readdirSync(folder)).toEqual(['h.db'])
    })
  })

  it('get along when they are killed', async () => {
    await inFolderAsync(async (folder) => {
      const location = join(folder, 'h.db')
      let before = 0
      for (const delay of [0, 3, 10, 30, 75, 150]) {
        const children = [recorder(location, 1000), recorder(location, 1000)]
        const ended = children.map((child) => new Promise((resolve) => child.once('exit', resolve)))
        await Promise.race(
          children.map((child) => new Promise((resolve) => child.stdout.once('data', resolve))),
        )
        await pause(delay)
        for (const child of children) child.kill('SIGKILL')
        await Promise.all(ended)
        const now = await wholeReports(location)
        expect(now).toBeGreaterThan(before)
        before = now
      }
      await recorded(location, 1)
      expect(await wholeReports(location)).toBe(before + 1)
    })
  }, 60_000)
})

describe('a flipped byte', () => {
  it('is found, or lies where nothing is kept', async () => {
    await inFolderAsync(async (folder) => {
      const location = join(folder, 'h.db')
      await recorded(location, 2)
      const whole = fs.readFileSync(location)
      const kept = await contents(location)
      let found = 0
      for (let at = 0; at < whole.length; at += 211) {
        const flipped = Buffer.from(whole)
        flipped[at] = (flipped[at] ?? 0) ^ 0x20
        fs.writeFileSync(location, flipped)
        const now = await contents(location)
        if (now === kept) continue
        expect(now, `byte ${at}`).toMatch(/^altered|^damaged|^none/)
        found++
      }
      expect(found).toBeGreaterThan(25)
    })
  }, 120_000)
})

/** All that a history holds, or how it was found to be no longer what was recorded. */
const contents = (location: string): Promise<string> =>
  withStore(location, async (database) => {
    try {
      const { tampering } = await verifyHistory(database)
      if (tampering.length > 0) return 'altered'
      const parts: string[] = []
      for await (const { hash } of allLinks(database))
        parts.push(hash, (await findReport(database, hash))?.json ?? '')
      return parts.join('\n')
    } catch (error) {
      if (error instanceof StoreError) return error.fault
      throw error
    }
  })

it('the recorded report is the one that was given', async () => {
  await inFolderAsync(async (folder) => {
    await withStore(join(folder, 'h.db'), async (database) => {
      const report = reportOnSystem('Ünïcode \u0000 \ud800 \u2028')
      const { hash } = await appendReport(database, report, jsonOf(report), timeOf(1))
      expect((await findReport(database, hash))?.json).toBe(jsonOf(report))
      expect((await verifyHistory(database)).tampering).toEqual([])
    })
  })
})

import { spawnSync } from 'node:child_process'
import { lutimesSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { withFileLock } from '../../src/store/file-lock.js'
import { inFolderAsync } from '../in-folder.js'

/** A lock as its owner left it: who, and where. */
const tokenOf = async (path: string): Promise<readonly string[]> =>
  withFileLock(path, async () => readlinkSync(path).split('.'))

/** The number of a process that has ended. */
const deadProcess = (): number => spawnSync(process.execPath, ['-e', '']).pid

describe('a lock', () => {
  it('lets one after another in, and leaves nothing behind', async () => {
    await inFolderAsync(async (folder) => {
      const path = join(folder, 'lock')
      let inside = 0
      let most = 0
      const work = async (): Promise<void> => {
        most = Math.max(most, ++inside)
        await pause(5)
        inside--
      }
      await Promise.all([1, 2, 3, 4, 5].map(() => withFileLock(path, work)))
      expect(most).toBe(1)
      expect(readdirSync(folder)).toEqual([])
    })
  })

  it('is given back when the work fails', async () => {
    await inFolderAsync(async (folder) => {
      const path = join(folder, 'lock')
      await expect(withFileLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
      expect(await withFileLock(path, async () => 'yes')).toBe('yes')
    })
  })

  const hour = 3600
  it.each<[who: string, owner: (token: readonly string[]) => string, ageSeconds: number, free: boolean]>([
    ['a process that has ended', ([, name, where]) => `${deadProcess()}.${name}.${where}`, 0, true],
    ['this process, before a container was restarted', ([pid, , where]) => `${pid}.old.${where}`, 0, true],
    ['a process that lives', ([, name, where]) => `${process.ppid}.${name}.${where}`, hour, false],
    ['another machine, just now', ([, name]) => `1.${name}.elsewhere`, 0, false],
    ['another machine, nine minutes ago', ([, name]) => `1.${name}.elsewhere`, 540, false],
    ['another machine, eleven minutes ago', ([, name]) => `1.${name}.elsewhere`, 660, true],
  ])('that %s holds', async (_, owner, ageSeconds, free) => {
    await inFolderAsync(async (folder) => {
      const path = join(folder, 'lock')
      symlinkSync(owner(await tokenOf(path)), path)
      const then = Date.now() / 1000 - ageSeconds
      lutimesSync(path, then, then)
      const tried = withFileLock(path, async () => 'inside', 60)
      if (free) {
        expect(await tried).toBe('inside')
        expect(readdirSync(folder)).toEqual([])
      } else {
        await expect(tried).rejects.toThrow(/another hipaacheck, process \d+, has held it for too long/)
        expect(readdirSync(folder)).toEqual(['lock'])
      }
    })
  })

  it('of a dead owner is removed once, whoever comes', async () => {
    await inFolderAsync(async (folder) => {
      const path = join(folder, 'lock')
      const [, name, where] = await tokenOf(path)
      symlinkSync(`${deadProcess()}.${name}.${where}`, path)
      let inside = 0
      const work = async (): Promise<number> => {
        const now = ++inside
        await pause(5)
        inside--
        return now
      }
      expect(await Promise.all([1, 2, 3, 4].map(() => withFileLock(path, work)))).toEqual([1, 1, 1, 1])
      expect(readdirSync(folder)).toEqual([])
    })
  })
})

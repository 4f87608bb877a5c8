import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { watchRounds } from '../src/watch.js'
import { hipaacheck } from './e2e/run.js'
import { inFolderAsync } from './in-folder.js'

/** Waits until something holds. */
const until = async (what: () => boolean, words: string): Promise<void> => {
  for (let times = 0; !what(); times++) {
    if (times > 500) throw new Error(`never: ${words}`)
    await pause(20)
  }
}

/** Watches files of a folder: what was shown, and how often was looked. */
const watching = async (
  folder: string,
  always: readonly string[],
  file: string,
  work: (seen: { readonly shown: readonly string[]; rounds(): number }) => Promise<void>,
): Promise<number> => {
  const ended = new AbortController()
  const shown: string[] = []
  let rounds = 0
  const watched = watchRounds(
    async () => {
      rounds++
      const path = join(folder, file)
      return existsSync(path)
        ? { text: readFileSync(path, 'utf8'), exitCode: 0, restsOn: [file] }
        : { text: 'missing', exitCode: 2, restsOn: [] }
    },
    ({ text }) => shown.push(text),
    { cwd: folder, always, signal: ended.signal, quiet: 40 },
  )
  try {
    await until(() => shown.length > 0, 'a first round')
    await pause(100)
    await work({ shown, rounds: () => rounds })
  } finally {
    ended.abort()
  }
  return watched
}

describe('a watch', () => {
  const shows = (shown: readonly string[], text: string) => until(() => shown.at(-1) === text, text)

  it('looks again when a file changes, however an editor writes it', async () => {
    await inFolderAsync(async (folder) => {
      const file = join(folder, 'a.yaml')
      writeFileSync(file, 'one')
      const exitCode = await watching(folder, ['a.yaml'], 'a.yaml', async ({ shown }) => {
        writeFileSync(file, 'two')
        await shows(shown, 'two')
        writeFileSync(join(folder, 'a.yaml~.yaml'), 'three')
        renameSync(join(folder, 'a.yaml~.yaml'), file)
        await shows(shown, 'three')
        rmSync(file)
        await shows(shown, 'missing')
        writeFileSync(file, 'four')
        await shows(shown, 'four')
        expect(shown).toEqual(['one', 'two', 'three', 'missing', 'four'])
      })
      expect(exitCode).toBe(0)
    })
  })

  it('ends with the exit code of the last round', async () => {
    await inFolderAsync(async (folder) => {
      expect(await watching(folder, ['a.yaml'], 'a.yaml', async () => {})).toBe(2)
    })
  })

  it('takes many changes for one', async () => {
    await inFolderAsync(async (folder) => {
      writeFileSync(join(folder, 'a.yaml'), '0')
      await watching(folder, ['a.yaml'], 'a.yaml', async ({ shown, rounds }) => {
        const before = rounds()
        for (let index = 1; index <= 20; index++) {
          writeFileSync(join(folder, 'a.yaml'), String(index))
          await pause(3)
        }
        await shows(shown, '20')
        expect(rounds() - before).toBeLessThan(6)
      })
    })
  })

  it('does not look when what changes is no input, and does not show what is as before', async () => {
    await inFolderAsync(async (folder) => {
      writeFileSync(join(folder, 'a.yaml'), 'one')
      await watching(folder, ['a.yaml'], 'a.yaml', async ({ shown, rounds }) => {
        const before = rounds()
        writeFileSync(join(folder, 'build.log'), 'x')
        writeFileSync(join(folder, '.a.yaml.swp'), 'x')
        await pause(250)
        expect(rounds()).toBe(before)
        writeFileSync(join(folder, 'b.yaml'), 'x')
        await until(() => rounds() > before, 'a look at a new file')
        expect(shown).toEqual(['one'])
      })
    })
  })

  it('follows folders that appear, go, and come back', async () => {
    await inFolderAsync(async (folder) => {
      const inner = join(folder, 'infra', 'east')
      await watching(folder, ['infra'], 'infra/east/a.yaml', async ({ shown }) => {
        expect(shown).toEqual(['missing'])
        mkdirSync(inner, { recursive: true })
        await pause(200)
        writeFileSync(join(inner, 'a.yaml'), 'one')
        await shows(shown, 'one')
        rmSync(join(folder, 'infra'), { recursive: true })
        await shows(shown, 'missing')
        mkdirSync(inner, { recursive: true })
        writeFileSync(join(inner, 'a.yaml'), 'two')
        await shows(shown, 'two')
        writeFileSync(join(inner, 'a.yaml'), 'three')
        await shows(shown, 'three')
      })
    })
  })

  it('follows what a round rested on, wherever that is', async () => {
    await inFolderAsync(async (folder) => {
      mkdirSync(join(folder, 'other'))
      mkdirSync(join(folder, 'named'))
      writeFileSync(join(folder, 'other', 'a.yaml'), 'one')
      await watching(folder, ['named'], 'other/a.yaml', async ({ shown }) => {
        writeFileSync(join(folder, 'other', 'a.yaml'), 'two')
        await shows(shown, 'two')
      })
    })
  })
})

const COMMAND = fileURLToPath(new URL('../bin/run.js', import.meta.url))
const hasTerminal =
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') === true

describe('audit --watch', () => {
  it.skipIf(!hasTerminal)(
    'shows the audit again on a terminal, survives errors, and ends with Ctrl-C',
    async () => {
      await inFolderAsync(async (folder) => {
        const path = join(folder, 'a.yaml')
        const description = (encrypted: boolean): string =>
          `version: 1\nassets: [{ id: db, kind: file-share, ephi: [stores], encryptionAtRest: ${encrypted} }]\n`
        writeFileSync(path, description(false))
        const command = `exec ${process.execPath} ${COMMAND} audit a.yaml --watch --no-color`
        const terminal = spawn('script', ['-qefc', command, '/dev/null'], {
          cwd: folder,
          stdio: ['pipe', 'pipe', 'ignore'],
        })
        const ended = new Promise<number | null>((resolve) => terminal.once('exit', resolve))
        let screen = ''
        terminal.stdout.on('data', (text) => {
          screen += text
        })
        const seen = async (words: RegExp): Promise<void> => {
          await until(() => words.test(screen), `${words} in ${screen}`)
          await pause(300)
          screen = ''
        }
        await seen(/encryption-at-rest\/storage-encrypted[\s\S]*Ctrl-C ends it/)
        writeFileSync(path, 'version: 1\nassets: [}\n')
        await seen(/a\.yaml:2:[\s\S]*\[not-yaml\][\s\S]*Ctrl-C ends it/)
        writeFileSync(path, description(true))
        await seen(/Passes|Not proven[\s\S]*Ctrl-C ends it/)
        terminal.stdin.write('\u0003')
        expect(await ended).toBe(0)
      })
    },
    60_000,
  )

  it('is for a terminal', () => {
    const { status, stderr, stdout } = hipaacheck(['audit', 'examples/clinic.yaml', '--watch'])
    expect(stderr).toContain('`--watch` shows one report on a terminal')
    expect(stdout).toBe('')
    expect(status).toBe(2)
  })

  it.each(['--record', '--output=r.json', '--against=r.json'])('goes not with %s', (flag) => {
    expect(hipaacheck(['audit', 'examples/clinic.yaml', '--watch', flag]).status).toBe(2)
  })
})

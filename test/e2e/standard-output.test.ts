import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { closeSync, constants, createReadStream, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'

const AUDIT = ['bin/run.js', 'audit', 'examples/clinic.yaml', '--as-of', '2026-11-24']
const HTML = [...AUDIT, '--format', 'html']

const whole = spawnSync(process.execPath, HTML, { encoding: 'utf8' }).stdout

/** What comes through a pipe that takes no more than it holds, and tells so at once. */
const throughFullPipe = async (): Promise<{ readonly text: string; readonly status: number | null }> => {
  const folder = mkdtempSync(join(tmpdir(), 'hipaacheck-'))
  const pipe = join(folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  const end = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK)
  const child = spawn(process.execPath, HTML, { stdio: ['ignore', end, 'inherit'] })
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  await new Promise((resolve) => setTimeout(resolve, 1000))
  const read = text(createReadStream(pipe))
  const status = await ended
  closeSync(end)
  rmSync(folder, { recursive: true })
  return { text: await read, status }
}

describe('standard output', () => {
  it.skipIf(process.platform === 'win32')('is written whole where the reader is slow', async () => {
    expect(whole.length).toBeGreaterThan(200_000)
    expect(await throughFullPipe()).toEqual({ text: whole, status: 1 })
  })

  it.skipIf(!existsSync('/dev/full')).each<[name: string, args: readonly string[]]>([
    ['an audit', AUDIT],
    ['rules', ['bin/run.js', 'rules']],
    ['help', ['bin/run.js', '--help']],
  ])('that is full is told: %s', (_, args) => {
    const full = openSync('/dev/full', 'w')
    const { status, stderr } = spawnSync(process.execPath, args, {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    })
    closeSync(full)
    expect(stderr).toBe('standard output cannot be written: ENOSPC\n')
    expect(status).toBe(2)
  })

  it('is read by nobody: nothing is told', () => {
    const { stderr, stdout } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" bin/run.js audit examples/clinic.yaml | true`],
      { encoding: 'utf8' },
    )
    expect({ stderr, stdout }).toEqual({ stderr: '', stdout: '' })
  })
})

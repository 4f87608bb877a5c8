import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { unprivileged } from '../unprivileged.js'
import { hipaacheck, inFolder, read } from './run.js'

const FILES = {
  'a.yaml': 'version: 1\nsystem: { name: A practice }\nassets: [{ id: db, kind: server, ephi: [stores] }]\n',
}
const asOf = ['--as-of', '2026-11-24']

describe('audit --record', () => {
  it('keeps each report, and history lists, shows and verifies them', () => {
    inFolder(FILES, (cwd) => {
      const first = hipaacheck(['audit', 'a.yaml', '--record', '-o', 'r.json', ...asOf], { cwd })
      expect(first.stderr).toMatch(/^recorded as report 1, head [0-9a-f]{64}\n$/)
      expect(first.status).toBe(0)
      const second = hipaacheck(['audit', 'a.yaml', '--record', '--profile', 'fips', ...asOf], { cwd })
      const head = /head ([0-9a-f]{64})/.exec(second.stderr)?.[1] ?? ''
      expect(hipaacheck(['history'], { cwd }).stdout).toMatch(
        /A practice, profile fips, [^\n]*\n +[0-9a-f]{64}\n2 reports/,
      )
      const listed = JSON.parse(hipaacheck(['history', '--format', 'json'], { cwd }).stdout)
      expect(listed[1]).toMatchObject({ sequence: 2, system: 'A practice', profile: 'fips', hash: head })
      expect(listed[1].inputs).toEqual([{ file: 'a.yaml', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }])
      expect(hipaacheck(['history', 'show', '1', '--format', 'json'], { cwd }).stdout).toBe(
        read(cwd, 'r.json'),
      )
      expect(hipaacheck(['history', 'trend'], { cwd }).stdout).toContain('A practice, profile fips')
      hipaacheck(['history', 'trend', '--format', 'html', '-o', 't.html'], { cwd })
      expect(read(cwd, 't.html')).toMatch(/^<!doctype html>/)
      const verified = hipaacheck(['history', 'verify', '--expect', head], { cwd })
      expect(verified.stdout).toContain(`head ${head}\n`)
      expect(verified.status).toBe(0)
    })
  })

  it('shows a flipped byte, and a head that is gone', () => {
    inFolder(FILES, (cwd) => {
      hipaacheck(['audit', 'a.yaml', '--record', '--store', 'h.db', ...asOf], { cwd })
      const bytes = readFileSync(join(cwd, 'h.db'))
      const at = bytes.indexOf('"exitCode":0')
      bytes.write('"exitCode":1', at)
      writeFileSync(join(cwd, 'h.db'), bytes)
      const { status, stdout } = hipaacheck(['history', 'verify'], { cwd, env: { HIPAACHECK_STORE: 'h.db' } })
      expect(stdout).toContain('report 1: its entry was altered')
      expect(status).toBe(1)
      const gone = hipaacheck(['history', 'verify', '--store', 'h.db', '--expect', 'a'.repeat(64)], { cwd })
      expect(gone.stdout).toContain('no report has the expected hash')
      expect(gone.status).toBe(1)
      expect(hipaacheck(['history', 'verify', '--expect', 'head'], { cwd }).status).toBe(2)
    })
  })

  it.each([
    ['a store that cannot be reached', ['--store', 'postgres://127.0.0.1:1/h'], 'nobody answers there'],
    ['a store in no folder', ['--store', 'no/h.db'], 'its folder does not exist'],
    ['an output of no format', ['-o', 'r.what'], 'its format is not known'],
  ])('writes nothing at %s', (_, flags, says) => {
    inFolder(FILES, (cwd) => {
      const ran = hipaacheck(['audit', 'a.yaml', '--record', '-o', 'r.json', ...flags, ...asOf], { cwd })
      expect(ran.status).toBe(2)
      expect(ran.stdout).toBe('')
      expect(ran.stderr).toContain(says)
      expect(ran.stderr).not.toMatch(/\n {4}at |hipaacheck failed/)
      expect(readdirSync(cwd)).toEqual(['a.yaml'])
    })
  })

  it('records nothing where there is nothing to judge', () => {
    inFolder({ 'a.yaml': 'version: 1\n' }, (cwd) => {
      expect(hipaacheck(['audit', 'a.yaml', '--record', ...asOf], { cwd }).status).toBe(2)
      expect(readdirSync(cwd)).toEqual(['a.yaml'])
    })
  })

  it('has nothing to list before', () => {
    inFolder({}, (cwd) => {
      for (const args of [[], ['verify'], ['trend'], ['show', '1']]) {
        const { status, stderr } = hipaacheck(['history', ...args], { cwd })
        expect(stderr).toContain('nothing was recorded there')
        expect(status).toBe(2)
      }
    })
  })
})

const user = unprivileged()

describe('a history that may only be read', () => {
  it.skipIf(user === 'none')('is read all the same, and not written', () => {
    inFolder(FILES, (cwd) => {
      hipaacheck(['audit', 'a.yaml', '--record', '--store', 'h.db', ...asOf], { cwd })
      chmodSync(join(cwd, 'h.db'), 0o444)
      chmodSync(cwd, 0o555)
      const run = (...args: string[]) => hipaacheck([...args, '--store', 'h.db'], { cwd, as: user as never })
      try {
        expect(run('history', 'verify')).toMatchObject({
          status: 0,
          stdout: expect.stringMatching(/^Whole: 1 report/),
        })
        expect(run('history', 'show', '1').stdout).toContain('A practice')
        const recorded = run('audit', 'a.yaml', '--record', ...asOf)
        expect(recorded.stderr).toContain('h.db: it, or its folder, may only be read')
        expect(recorded.status).toBe(2)
        expect(readdirSync(cwd).sort()).toEqual(['a.yaml', 'h.db'])
      } finally {
        chmodSync(cwd, 0o755)
      }
    })
  })
})

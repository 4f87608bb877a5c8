import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkHistory, listHistory, recordReport, storedReport } from '../src/history.js'
import { inFolderAsync } from './in-folder.js'
import { jsonOf, reportOnSystem } from './store/history.js'
import { type PostgresServer, startPostgres, whyNoPostgres } from './store/postgres-server.js'

/** What is wrong, as one line each. */
const said = (outcome: object): readonly string[] =>
  'problems' in outcome
    ? (outcome.problems as { code: string; message: string }[]).map(
        ({ code, message }) => `${code}: ${message}`,
      )
    : []

describe('a history in a file', () => {
  it('is made by the first report, for its owner alone', async () => {
    await inFolderAsync(async (cwd) => {
      const options = { location: 'h.db', cwd }
      const report = reportOnSystem()
      expect(said(await recordReport(report, options))).toEqual([])
      expect(await storedReport(options, 'latest')).toEqual({ name: 'report 1', json: jsonOf(report) })
      expect(await listHistory(options, 'A small practice')).toMatchObject({
        links: [{ entry: { sequence: 1 } }],
      })
      expect(await listHistory(options, 'A small practise')).toEqual({
        problems: [
          {
            code: 'unknown-report',
            message: 'the history h.db has no report on a system of this name',
            found: 'A small practise',
            suggestion: 'A small practice',
          },
        ],
      })
      expect(readdirSync(cwd)).toEqual(['h.db'])
      expect(statSync(join(cwd, 'h.db')).mode & 0o077).toBe(0)
    })
  })

  const SQLITE = Buffer.from('SQLite format 3\0')
  it.each<[name: string, make: (folder: string) => void, recording: string, reading: string]>([
    ['nothing', () => {}, '', 'no-history: the history h.db: nothing was recorded there'],
    [
      'an empty file',
      (folder) => writeFileSync(join(folder, 'h.db'), ''),
      '',
      'no-history: the history h.db: nothing was recorded there',
    ],
    [
      'a folder',
      (folder) => mkdirSync(join(folder, 'h.db')),
      'store-unreachable: the history h.db: it is a folder',
      'store-unreachable: the history h.db: it is a folder',
    ],
    [
      'a text',
      (folder) =>
        writeFileSync(join(folder, 'h.db'), 'a text that is long enough to be a database, '.repeat(100)),
      'no-history: the history h.db: it is no database',
      'no-history: the history h.db: it is no database',
    ],
    [
      'the beginning of a database',
      (folder) => writeFileSync(join(folder, 'h.db'), Buffer.concat([SQLITE, Buffer.alloc(5000, 7)])),
      'no-history: the history h.db: it is no database',
      'no-history: the history h.db: it is no database',
    ],
  ])('where there is %s', async (_, make, recording, reading) => {
    await inFolderAsync(async (cwd) => {
      make(cwd)
      const options = { location: 'h.db', cwd }
      for (const outcome of [
        await checkHistory(options),
        await listHistory(options),
        await storedReport(options, '1'),
      ])
        expect(said(outcome)).toEqual([reading])
      const before = readdirSync(cwd)
      expect(said(await recordReport(reportOnSystem(), options))).toEqual(recording === '' ? [] : [recording])
      if (recording !== '') expect(readdirSync(cwd)).toEqual(before)
    })
  })

  it('is not made where its folder is not', async () => {
    await inFolderAsync(async (cwd) => {
      const options = { location: 'no/h.db', cwd }
      const words = 'store-unreachable: the history no/h.db: its folder does not exist'
      expect(said(await recordReport(reportOnSystem(), options))).toEqual([words])
      expect(said(await checkHistory(options))).toEqual([words])
    })
  })

  it('says which report is not there', async () => {
    await inFolderAsync(async (cwd) => {
      const options = { location: 'h.db', cwd }
      await recordReport(reportOnSystem(), options)
      expect(await storedReport(options, '2')).toMatchObject({
        problems: [
          { code: 'unknown-report', message: 'the history h.db has no one report that is meant', found: '2' },
        ],
      })
    })
  })
})

describe('a history in PostgreSQL that cannot be reached', () => {
  it('nobody answers', async () => {
    const port = await closedPort()
    expect(
      said(await recordReport(reportOnSystem(), { location: `postgres://u:secret@127.0.0.1:${port}/h` })),
    ).toEqual([`store-unreachable: the history postgres://u@127.0.0.1:${port}/h: nobody answers there`])
  })

  it('no such host', async () => {
    const outcome = await checkHistory({ location: 'postgres://u@no-such-host.invalid/h' })
    expect(said(outcome)[0]).toMatch(
      /^store-unreachable: the history postgres:\/\/u@no-such-host\.invalid\/h: no such host is known$/,
    )
  })

  it.each([
    [
      'something else answers',
      (socket: { end: (text: string) => void }) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
    ],
    ['the connection ends at once', (socket: { end: (text: string) => void }) => socket.end('')],
  ])('%s', async (_, answer) => {
    const server = createServer(answer)
    const port = await new Promise<number>((resolve) =>
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
    )
    try {
      const outcome = await checkHistory({ location: `postgres://u@127.0.0.1:${port}/h` })
      expect(said(outcome)).toHaveLength(1)
      expect(said(outcome)[0]).toMatch(/^store-unreachable: /)
    } finally {
      server.close()
    }
  })
})

const closedPort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

const noPostgres = whyNoPostgres()

describe(`a history in PostgreSQL${noPostgres === undefined ? '' : ` (skipped: ${noPostgres})`}`, () => {
  if (noPostgres !== undefined) return it.skip(noPostgres)
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(() => server.stop())

  const failing = async (location: string): Promise<string> =>
    said(await recordReport(reportOnSystem(), { location }))[0] ?? ''

  it('refuses in one sentence', async () => {
    expect(await failing(server.url('postgres', 'owner', 'wrong'))).toMatch(/: the server refuses this user$/)
    expect(await failing(server.url('missing'))).toMatch(/: there is no such database$/)
    expect(await failing(`${server.url('postgres')}?sslmode=verify-full`)).toMatch(
      /: the server does not speak TLS$/,
    )
    server.sql('postgres', `CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1'`)
    expect(await failing(server.url('latin'))).toMatch(
      /: its texts are in LATIN1, which cannot hold every name$/,
    )
    expect(said(await checkHistory({ location: server.url('latin') }))[0]).toMatch(
      /: nothing was recorded there$/,
    )
  })

  it('asks of the one who records no more than to read and to append', async () => {
    server.sql('postgres', 'CREATE DATABASE clinics')
    const location = server.url('clinics')
    expect(said(await recordReport(reportOnSystem(), { location }))).toEqual([])
    server.sql('postgres', `CREATE ROLE recorder LOGIN PASSWORD 'only for tests'`)
    const recorder = { location: server.url('clinics', 'recorder') }
    expect(said(await recordReport(reportOnSystem(), recorder))[0]).toMatch(/: this user may not do that$/)
    server.sql('clinics', 'GRANT SELECT, INSERT ON hipaacheck_history TO recorder')
    expect(said(await recordReport(reportOnSystem(), recorder))).toEqual([])
    expect(await checkHistory(recorder)).toMatchObject({ verification: { count: 2, tampering: [] } })
  })

  it('takes the reports of many at once, one after another, whatever isolation is the default', async () => {
    server.sql('postgres', 'CREATE DATABASE busy')
    server.sql('postgres', `ALTER DATABASE busy SET default_transaction_isolation = 'serializable'`)
    const location = server.url('busy')
    const outcomes = await Promise.all(
      [...Array(12).keys()].map((index) => recordReport(reportOnSystem(`System ${index}`), { location })),
    )
    expect(outcomes.flatMap(said)).toEqual([])
    expect(await checkHistory({ location })).toMatchObject({ verification: { count: 12, tampering: [] } })
  })
})

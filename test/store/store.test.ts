import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/store/database.js'
import { chainHash, NO_HASH } from '../../src/store/entry.js'
import { allLinks, findReport, rowsOf } from '../../src/store/history.js'
import { SELECT_ENTRIES } from '../../src/store/schema.js'
import { verifyHistory } from '../../src/store/verify.js'
import { jsonOf, recorded, reportOnSystem, timeOf, withStore } from './history.js'
import { type PostgresServer, startPostgres, whyNoPostgres } from './postgres-server.js'

/** A kind of store: how to have a new one, and how somebody with a grudge and the rights changes it. */
interface Kind {
  start(): Promise<void>
  stop(): Promise<void>
  fresh(): string
  /** Runs SQL behind our back; what it says. */
  sql(location: string, text: string): string
}

const sqliteKind = (): Kind => {
  const folder = mkdtempSync(join(tmpdir(), 'hipaacheck-'))
  const sqlite = createRequire(import.meta.url)('node-sqlite3-wasm') as typeof import('node-sqlite3-wasm')
  let count = 0
  return {
    start: async () => {},
    stop: async () => rmSync(folder, { recursive: true }),
    fresh: () => join(folder, `${++count}.db`),
    sql: (location, text) => {
      const database = new sqlite.Database(location)
      try {
        database.exec(`PRAGMA locking_mode = EXCLUSIVE; ${text}`)
        return ''
      } catch (error) {
        return String(error)
      } finally {
        database.close()
      }
    },
  }
}

const postgresKind = (): Kind => {
  let server: PostgresServer | undefined
  let count = 0
  return {
    start: async () => {
      server = await startPostgres()
    },
    stop: async () => server?.stop(),
    fresh: () => {
      server?.sql('postgres', `CREATE DATABASE history_${++count}`)
      return server?.url(`history_${count}`) ?? ''
    },
    sql: (location, text) => server?.sql(new URL(location).pathname.slice(1), text) ?? '',
  }
}

const noPostgres = whyNoPostgres()
const KINDS: readonly [name: string, without: string | undefined, make: () => Kind, guardsOff: string][] = [
  [
    'in a file',
    undefined,
    sqliteKind,
    'DROP TRIGGER hipaacheck_history_no_update; DROP TRIGGER hipaacheck_history_no_delete;',
  ],
  [
    `in PostgreSQL${noPostgres === undefined ? '' : ` (skipped: ${noPostgres})`}`,
    noPostgres,
    postgresKind,
    'DROP TRIGGER hipaacheck_history_append_only ON hipaacheck_history;',
  ],
]

const listed = async <T>(values: AsyncIterable<T>): Promise<readonly T[]> => {
  const list: T[] = []
  for await (const value of values) list.push(value)
  return list
}

const T = 'hipaacheck_history'

describe.each(KINDS)('a history %s', (_, without, make, guardsOff) => {
  if (without !== undefined) return it.skip(without)
  const kind = make()
  beforeAll(kind.start, 60_000)
  afterAll(kind.stop)

  const links = (database: Database) => listed(allLinks(database))

  it('keeps each report to the byte, with what is known of it', async () => {
    const location = kind.fresh()
    const [, second] = await recorded(location, 3)
    await withStore(location, async (database) => {
      expect(await database.exists()).toBe(true)
      expect(
        (await links(database)).map(({ entry }) => [entry.sequence, entry.system, entry.recordedAt]),
      ).toEqual([
        [1, 'Practice 1', timeOf(1).toISOString()],
        [2, 'Practice 2', timeOf(2).toISOString()],
        [3, 'Practice 3', timeOf(3).toISOString()],
      ])
      const report = reportOnSystem('Practice 2')
      expect(second?.entry).toMatchObject({
        entryVersion: 1,
        tool: report.tool.version,
        inputs: report.inputs,
        failures: report.summary.findingsBySeverity,
        exitCode: report.gate.exitCode,
      })
      for (const id of ['2', second?.hash ?? '', second?.hash.slice(0, 12) ?? ''])
        expect((await findReport(database, id))?.json, id).toBe(jsonOf(report))
      expect((await findReport(database, 'latest'))?.entry.sequence).toBe(3)
      for (const id of ['0', '4', '99999999999', 'ffff0000ffff', '%', '____', "1'", ''])
        expect(await findReport(database, id), id).toBeUndefined()
    })
  })

  it('holds more than is asked for at once', async () => {
    const location = kind.fresh()
    await recorded(location, 25)
    await withStore(location, async (database) => {
      expect(await verifyHistory(database)).toMatchObject({ count: 25, tampering: [] })
      for (const batch of [1, 24, 25, 26])
        expect(await listed(rowsOf(database, SELECT_ENTRIES, batch)), String(batch)).toHaveLength(25)
    })
  })

  it('has nothing before the first report', async () => {
    const location = kind.fresh()
    await withStore(location, async (database) => expect(await database.exists()).toBe(false))
  })

  it.each([
    ['change', `UPDATE ${T} SET entry = 'x'`],
    ['removal', `DELETE FROM ${T} WHERE sequence = 2`],
  ])('refuses a %s that is a mistake', async (_deed, sql) => {
    const location = kind.fresh()
    await recorded(location, 2)
    expect(kind.sql(location, sql)).toContain('the history is append-only')
    await withStore(location, async (database) =>
      expect((await verifyHistory(database)).tampering).toEqual([]),
    )
  })

  it.each<[deed: string, sql: string, found: readonly object[]]>([
    [
      'a changed entry',
      `UPDATE ${T} SET entry = replace(entry, '"exitCode":1', '"exitCode":0') WHERE sequence = 2`,
      [{ sequence: 2, what: 'its entry was altered' }],
    ],
    [
      'a changed report',
      `UPDATE ${T} SET report = (SELECT report FROM ${T} WHERE sequence = 1) WHERE sequence = 3`,
      [{ sequence: 3, what: 'its report was altered' }],
    ],
    [
      'a changed hash',
      `UPDATE ${T} SET hash = replace(hash, substr(hash, 1, 8), 'ffffffff') WHERE sequence = 2`,
      [
        { sequence: 2, what: 'its entry was altered' },
        { sequence: 3, what: 'does not follow report 2: one of them was replaced' },
      ],
    ],
    ['a missing report', `DELETE FROM ${T} WHERE sequence = 2`, [{ sequence: 2, what: 'is missing' }]],
    [
      'missing reports',
      `DELETE FROM ${T} WHERE sequence IN (2, 3)`,
      [{ what: 'reports 2 to 3 are missing' }],
    ],
    ['a missing first report', `DELETE FROM ${T} WHERE sequence = 1`, [{ sequence: 1, what: 'is missing' }]],
    [
      'a missing report, and another in its number',
      `DELETE FROM ${T} WHERE sequence = 3; UPDATE ${T} SET sequence = 3 WHERE sequence = 4`,
      [
        { sequence: 3, what: 'does not follow report 2: one of them was replaced' },
        { sequence: 3, what: 'it was given another number' },
      ],
    ],
    [
      'another beginning',
      `UPDATE ${T} SET previous_hash = 'beginning' WHERE sequence = 1`,
      [
        { sequence: 1, what: 'does not follow the beginning: one of them was replaced' },
        { sequence: 1, what: 'its entry was altered' },
      ],
    ],
    [
      'a report before the first',
      `UPDATE ${T} SET sequence = -7 WHERE sequence = 1`,
      [
        { sequence: -7, what: 'has a number that none is given' },
        { sequence: -7, what: 'it was given another number' },
        { what: 'reports -6 to 1 are missing' },
      ],
    ],
  ])('shows %s', async (_deed, sql, found) => {
    const location = kind.fresh()
    await recorded(location, 4)
    expect(kind.sql(location, `${guardsOff} ${sql}`)).toBe('')
    await withStore(location, async (database) =>
      expect((await verifyHistory(database)).tampering).toEqual(found),
    )
  })

  it('shows that the last reports were removed to whoever noted the head', async () => {
    const location = kind.fresh()
    const [, second, third] = await recorded(location, 3)
    expect(kind.sql(location, `${guardsOff} DELETE FROM ${T} WHERE sequence = 3`)).toBe('')
    await withStore(location, async (database) => {
      expect(await verifyHistory(database)).toEqual({
        count: 2,
        head: { sequence: 2, hash: second?.hash },
        tampering: [],
      })
      expect((await verifyHistory(database, second?.hash)).tampering).toEqual([])
      expect((await verifyHistory(database, third?.hash)).tampering).toEqual([
        {
          what: `no report has the expected hash ${third?.hash}: reports were removed, or all were replaced`,
        },
      ])
    })
  })

  it('accepts a head that was noted before others followed', async () => {
    const location = kind.fresh()
    const [first] = await recorded(location, 3)
    await withStore(location, async (database) =>
      expect((await verifyHistory(database, first?.hash)).tampering).toEqual([]),
    )
  })

  it('shows no report that was altered', async () => {
    const location = kind.fresh()
    await recorded(location, 2)
    kind.sql(
      location,
      `${guardsOff} UPDATE ${T} SET report = (SELECT report FROM ${T} WHERE sequence = 1)
      WHERE sequence = 2`,
    )
    await withStore(location, async (database) => {
      await expect(findReport(database, '2')).rejects.toThrow('report 2 was altered')
      expect((await findReport(database, '1'))?.entry.system).toBe('Practice 1')
    })
  })

  it('lists no entry that was altered', async () => {
    const location = kind.fresh()
    await recorded(location, 2)
    kind.sql(
      location,
      `${guardsOff} UPDATE ${T} SET entry = replace(entry, '"exitCode":1', '"exitCode":0') WHERE sequence = 2`,
    )
    await withStore(location, (database) => expect(links(database)).rejects.toThrow('report 2 was altered'))
  })

  it.each([
    ['lacks what was counted', { failures: undefined }],
    ['counts in texts', { failures: { critical: '<b>', high: 0, medium: 0, low: 0, info: 0 } }],
    ['counts in nothing', { outcomes: null }],
    ['has a number for a name', { system: 7 }],
    ['has no number', { sequence: '1' }],
    ['ends with another code', { exitCode: 2 }],
    ['has no inputs', { inputs: {} }],
  ])('takes for no entry what %s, though its hash is right', async (_, change) => {
    const location = kind.fresh()
    const [link] = await recorded(location, 1)
    const entry = JSON.stringify({ ...link?.entry, ...change })
    const hash = chainHash(NO_HASH, entry)
    kind.sql(location, `${guardsOff} UPDATE ${T} SET entry = '${entry}', hash = '${hash}'`)
    await withStore(location, async (database) => {
      await expect(links(database)).rejects.toThrow('report 1 was altered')
      expect((await verifyHistory(database)).tampering).toEqual([
        { sequence: 1, what: 'its entry is none that hipaacheck wrote' },
      ])
    })
  })

  it('does not read what a later version recorded', async () => {
    const location = kind.fresh()
    await recorded(location, 1)
    kind.sql(
      location,
      `${guardsOff} UPDATE ${T} SET entry = replace(entry, '"entryVersion":1', '"entryVersion":2')`,
    )
    await withStore(location, async (database) => {
      await expect(links(database)).rejects.toThrow('report 1 was recorded in a form of version 2')
    })
  })
})

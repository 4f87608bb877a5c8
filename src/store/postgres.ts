import { createRequire } from 'node:module'
import type pg from 'pg'
import { type Database, type Row, type Session, StoreError } from './database.js'
import { shownUrl, withTls } from './postgres-url.js'
import { CREATE_TABLE, POSTGRES_GUARDS, TABLE } from './schema.js'

/** By name at run time: it is for those alone who have a PostgreSQL, and no part of the bundle. */
const { Client } = createRequire(import.meta.url)('pg') as typeof pg

/** So long one waits for a connection, and for another who appends, in milliseconds. */
const PATIENCE = { connection: 10_000, lock: 30_000, answer: 120_000 } as const

/** Locks of PostgreSQL are numbers, the same for everybody: this one means that somebody appends to a history. */
const APPENDING = 4_716_431_643

/** A history in PostgreSQL 11 or later, in the schema that the connection's search path names first. */
export const postgresDatabase = async (url: string): Promise<Database> => {
  const client = await connected(url)
  const session = sessionOf(client)
  return {
    location: shownUrl(url),
    exists: () => inOurWords(() => hasTable(session)),
    read: (sql, values) => inOurWords(() => session.all(sql, values)),
    append: (work) =>
      inOurWords(async () => {
        // Whatever the server's default: what was locked for must be seen.
        await session.run('BEGIN ISOLATION LEVEL READ COMMITTED')
        try {
          await session.run(`SET LOCAL lock_timeout = ${PATIENCE.lock}`)
          await session.all('SELECT pg_advisory_xact_lock($1)', [APPENDING])
          if (!(await hasTable(session))) await makeTable(session)
          const result = await work(session)
          await session.run('COMMIT')
          return result
        } catch (error) {
          await session.run('ROLLBACK').catch(() => undefined)
          throw error
        }
      }),
    close: () => client.end().catch(() => undefined),
  }
}

const connected = async (url: string): Promise<pg.Client> => {
  const client = await inOurWords(async () => {
    const one = new Client({
      connectionString: withTls(url),
      connectionTimeoutMillis: PATIENCE.connection,
      query_timeout: PATIENCE.answer,
      application_name: 'hipaacheck',
    })
    // A connection that breaks between two questions is told by the next one.
    one.on('error', () => undefined)
    await one.connect()
    return one
  })
  return client
}

const sessionOf = (client: pg.Client): Session => ({
  all: async (sql, values = []) => (await client.query<Row>(sql, [...values])).rows,
  run: async (sql, values = []) => {
    await client.query(sql, [...values])
  },
})

const hasTable = async (session: Session): Promise<boolean> => {
  const [row] = await session.all('SELECT to_regclass($1) IS NOT NULL AS there', [TABLE])
  return Boolean(row?.['there'])
}

const makeTable = async (session: Session): Promise<void> => {
  const [row] = await session.all("SELECT current_setting('server_encoding') AS encoding")
  if (row?.['encoding'] !== 'UTF8')
    throw new StoreError(
      'unreachable',
      `its texts are in ${row?.['encoding']}, which cannot hold every name`,
      'a database with the encoding UTF8',
    )
  for (const statement of [CREATE_TABLE, ...POSTGRES_GUARDS]) await session.run(statement)
}

const inOurWords = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw postgresFault(error)
  }
}

interface Fault {
  readonly code?: string
  readonly message: string
  readonly errors?: readonly Fault[]
}

/** What the server and the network say, in our words; what neither says is a fault of ours and stays as it is. */
const postgresFault = (error: unknown): unknown => {
  if (error instanceof StoreError || !(error instanceof Error)) return error
  // A name with several addresses fails once for each.
  const { code, message } = (error as Fault).errors?.[0] ?? (error as Fault)
  const known = FAULTS.find(([pattern]) => pattern.test(`${code ?? ''} ${message}`))
  if (known) return new StoreError(known[1], known[2], known[3])
  return code === undefined
    ? error
    : new StoreError('unreachable', `the server says: ${message.split('\n')[0]}`)
}

const CREDENTIALS = 'the user in the URL, and its password in PGPASSWORD or the file PGPASSFILE names'

const FAULTS: readonly (readonly [
  pattern: RegExp,
  fault: StoreError['fault'],
  words: string,
  advice?: string,
])[] = [
  [/^ECONNREFUSED|^ENOENT /, 'unreachable', 'nobody answers there'],
  [/^ENOTFOUND|^EAI_AGAIN/, 'unreachable', 'no such host is known'],
  [/^ECONNRESET|^EPIPE|terminat|not queryable/i, 'unreachable', 'the connection broke'],
  [/^55P03/, 'busy', 'another hipaacheck has held it for too long'],
  [/^ETIMEDOUT|timeout/i, 'unreachable', 'it does not answer in time'],
  [/^EHOSTUNREACH|^ENETUNREACH/, 'unreachable', 'there is no way to that host'],
  [/^28/, 'unreachable', 'the server refuses this user', CREDENTIALS],
  [/password must be a string/i, 'unreachable', 'the server asks for a password', CREDENTIALS],
  [/^3D000/, 'unreachable', 'there is no such database'],
  [/^42501/, 'unreachable', 'this user may not do that', 'a user that may SELECT and INSERT'],
  [/^42P01/, 'none', 'it is a database without a history'],
  [
    /does not support SSL/i,
    'unreachable',
    'the server does not speak TLS',
    'a server that does, or sslmode=disable in the URL where the way there is safe',
  ],
  [/certificate|CERT|TLS|SSL/, 'unreachable', 'the certificate of the server is not trusted'],
]

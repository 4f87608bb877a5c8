import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unprivileged } from '../unprivileged.js'

/** A server of its own for the tests. */
export interface PostgresServer {
  /** The URL of a database, for its owner. */
  url(database: string, user?: string, password?: string): string
  /** Runs SQL as the owner of everything. */
  sql(database: string, text: string): string
  stop(): Promise<void>
}

/** Where the programs of PostgreSQL are: the newest of Debian's, or what the path has. */
const programs = (): string | undefined => {
  const debian = '/usr/lib/postgresql'
  const [newest] = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...(newest ? [`${debian}/${newest}/bin`] : []), ...(process.env['PATH'] ?? '').split(':')]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

/** Why there is no server here; nothing where there can be one. */
export const whyNoPostgres = (): string | undefined => {
  if (process.platform === 'win32') return 'tests start PostgreSQL on Unix alone'
  if (programs() === undefined) return 'PostgreSQL is not installed'
  return unprivileged() === 'none' ? 'there is no user to run PostgreSQL as' : undefined
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

const PASSWORD = 'only for tests'

/** Starts a server on a free port of this machine, in a folder of its own. */
export const startPostgres = async (): Promise<PostgresServer> => {
  // It refuses to run as root.
  const bin = programs() as string
  const user = unprivileged() as { uid: number; gid: number } | undefined
  const folder = mkdtempSync(join(tmpdir(), 'hipaacheck-postgres-'))
  writeFileSync(join(folder, 'password'), PASSWORD)
  if (user) for (const path of [folder, join(folder, 'password')]) chownSync(path, user.uid, user.gid)
  const port = await freePort()
  const options = { ...user, cwd: folder, encoding: 'utf8' } as const
  const data = join(folder, 'data')
  const made = spawnSync(
    join(bin, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'owner',
      '-A',
      'scram-sha-256',
      '--pwfile',
      join(folder, 'password'),
      '-E',
      'UTF8',
      '--locale',
      'C',
      '-N',
    ],
    options,
  )
  if (made.status !== 0) throw new Error(made.stderr)
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-c', 'fsync=off'],
    { ...user, cwd: folder, stdio: 'ignore' },
  )
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const url: PostgresServer['url'] = (database, name = 'owner', password = PASSWORD) =>
    `postgres://${name}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
  const sql: PostgresServer['sql'] = (database, text) => {
    const ran = spawnSync(
      join(bin, 'psql'),
      [url(database), '-qAtX', '-v', 'ON_ERROR_STOP=1', '-c', text],
      options,
    )
    return `${ran.stdout}${ran.stderr}`
  }
  for (let times = 0; !/^1$/m.test(sql('postgres', 'SELECT 1')); times++) {
    if (times > 200) throw new Error('PostgreSQL does not start')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    url,
    sql,
    stop: async () => {
      server.kill('SIGQUIT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

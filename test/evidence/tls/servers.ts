import { type ChildProcess, spawn } from 'node:child_process'
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, type TLSSocket, type TlsOptions } from 'node:tls'
import { paceOf } from '../../../src/evidence/tls/pace.js'
import { probeEndpoint, type ScanResult, type TlsScan } from '../../../src/evidence/tls/probe-endpoint.js'
import type { Target } from '../../../src/evidence/tls/target.js'
import { suiteName } from '../../../src/knowledge/cipher-suites.js'

/** A server on loopback, and how to end it. */
export interface Running {
  readonly port: number
  readonly stop: () => Promise<void> | void
}

const HOST = '127.0.0.1'

const listening = (server: Server): Promise<Running> => {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  })
  return new Promise((resolve) => {
    server.listen(0, HOST, () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      const stop = (): void => {
        for (const socket of sockets) socket.destroy()
        server.close()
      }
      resolve({ port, stop })
    })
  })
}

/** A TLS server of Node.js. */
export const nodeServer = (
  options: TlsOptions,
  serve: (socket: TLSSocket) => void = () => {},
): Promise<Running> => {
  const server = createTlsServer(options, (socket) => {
    socket.on('error', () => {})
    serve(socket)
  })
  server.on('tlsClientError', () => {})
  return listening(server)
}

/** A server that speaks for itself. */
export const rawServer = (serve: (socket: Socket) => void): Promise<Running> => listening(createServer(serve))

const ended = (child: ChildProcess): (() => Promise<void>) => {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return () => {
    child.kill('SIGKILL')
    return gone
  }
}

/** `openssl s_server`, on a port that it chooses. */
export const opensslServer = async (...args: readonly string[]): Promise<Running> => {
  const child = spawn('openssl', ['s_server', '-accept', `${HOST}:0`, ...args])
  let said = ''
  const port = await new Promise<number>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
      const match = /ACCEPT \S+:(\d+)/.exec(said)
      if (match) resolve(Number(match[1]))
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', () => reject(new Error(`openssl s_server ended: ${said}`)))
  })
  return { port, stop: ended(child) }
}

/** A port at which nothing answers yet. */
export const freePort = async (): Promise<number> => {
  const { port, stop } = await rawServer(() => {})
  await stop()
  return port
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ host: HOST, port })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

/** A program that serves at a port that is given to it. */
export const program = async (
  command: string,
  args: (port: number) => readonly string[],
  options: { readonly uid?: number; readonly gid?: number } = {},
): Promise<Running> => {
  const port = await freePort()
  const child = spawn(command, args(port), { stdio: ['pipe', 'ignore', 'ignore'], ...options })
  const stop = ended(child)
  for (let tries = 0; tries < 100; tries++) {
    if (await answers(port)) return { port, stop }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await stop()
  throw new Error(`${command} does not answer at its port`)
}

/** Probes a server that runs on loopback. */
export const probe = async (
  port: number,
  {
    timeout = 2000,
    limit,
    ...target
  }: Partial<Target> & { readonly timeout?: number; readonly limit?: number } = {},
): Promise<ScanResult & { readonly connections: number }> => {
  const { result, connections } = await probeEndpoint(
    { host: HOST, port, protocol: 'other', ...target },
    {
      timeout,
      pace: paceOf({ atOnce: 4 }),
      ...(limit === undefined ? {} : { deadline: performance.now() + limit }),
    },
  )
  return { ...result, connections }
}

/** Probes a server that must speak TLS. */
export const scanned = async (
  port: number,
  target: Parameters<typeof probe>[1] = {},
): Promise<TlsScan & { readonly connections: number }> => {
  const result = await probe(port, target)
  if (result.kind !== 'tls') throw new Error(result.words)
  return result
}

/** Names of the suites of a version, sorted. */
export const suiteNames = (scan: TlsScan, version: string): string[] =>
  (scan.versions.find((one) => one.version === version)?.suites ?? []).map(suiteName).sort()

/** Runs a test with a server, and ends the server. */
export const withServer = async <T>(
  server: Promise<Running>,
  work: (port: number) => Promise<T>,
): Promise<T> => {
  const { port, stop } = await server
  try {
    return await work(port)
  } finally {
    await stop()
  }
}

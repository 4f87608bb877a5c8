import { isIP } from 'node:net'
import { connect, type TLSSocket } from 'node:tls'
import type { Hsts } from '../../model/description.generated.js'
import type { DurationText } from '../../model/scalars/text.js'
import { visible } from '../../model/visible.js'
import { type Channel, isEnded, openChannel } from './channel.js'
import { quoted } from './flight.js'
import type { Route } from './peer.js'

/** What a web server answered to a request for its first page. */
export interface HttpAnswer {
  readonly status: number
  /** The first line, for people. */
  readonly words: string
  readonly strictTransportSecurity?: string
  readonly location?: string
  /** Whether browsers would show what it sent. */
  readonly isPage: boolean
}

const LONGEST_HEAD = 64 * 1024
const HTTP_PORT = 80
const HTTPS_PORT = 443

/** A port that is not the usual one belongs to the name of the host (RFC 9110, 7.2). */
const requestOf = ({ host, port }: Pick<Route, 'host' | 'port'>, usualPort: number): string =>
  `GET / HTTP/1.1\r\nHost: ${isIP(host) === 6 ? `[${host}]` : host}${port === usualPort ? '' : `:${port}`}\r\nUser-Agent: hipaacheck\r\nAccept: text/html, */*\r\nConnection: close\r\n\r\n`

/** Asks a web server for its first page over TLS, with whatever our runtime can speak; or says why nothing came. */
export const askHttps = (route: Route): Promise<HttpAnswer | { readonly words: string }> =>
  route.pace(
    () =>
      new Promise((resolve) => {
        const { address, port, host, timeout } = route
        let head = ''
        const socket: TLSSocket = connect({
          host: address,
          port,
          ...(isIP(host) === 0 ? { servername: host } : {}),
          // Nothing secret is sent: any server that answers may be asked.
          rejectUnauthorized: false,
          minVersion: 'TLSv1',
          ciphers: 'ALL:@SECLEVEL=0',
          ALPNProtocols: ['http/1.1'],
        })
        const finish = (words: string): void => {
          clearTimeout(timer)
          socket.destroy()
          resolve(answerIn(head) ?? { words })
        }
        const timer = setTimeout(() => finish(`no answer to HTTP within ${timeout} ms`), timeout)
        socket.on('secureConnect', () => socket.write(requestOf(route, HTTPS_PORT)))
        socket.on('data', (chunk: Buffer) => {
          head += chunk.toString('latin1')
          if (head.includes('\r\n\r\n') || head.length > LONGEST_HEAD) finish('its headers have no end')
        })
        socket.on('error', (error) => finish(reasonOf(error)))
        socket.on('close', () => finish('it closed the connection without an answer to HTTP'))
      }),
  )

/** Why our runtime found no way to speak with a server. */
const reasonOf = (error: NodeJS.ErrnoException & { reason?: string }): string =>
  `HTTP could not be asked: ${visible(error.reason ?? error.message)}`

/** Asks a web server for its first page in clear. */
export const askHttp = (route: Route): Promise<HttpAnswer | { readonly words: string }> =>
  route.pace(async () => {
    const channel = openChannel({ host: route.address, port: route.port, timeout: route.timeout })
    try {
      channel.send(requestOf(route, HTTP_PORT))
      return await headOf(channel)
    } finally {
      channel.close()
    }
  })

const headOf = async (channel: Channel): Promise<HttpAnswer | { readonly words: string }> => {
  let head = ''
  while (head.length < LONGEST_HEAD) {
    const line = await channel.line()
    if (isEnded(line)) {
      const rest = channel.rest()
      return { words: rest.length > 0 ? `it answered ${quoted(rest)}` : line.words }
    }
    head += `${line}\r\n`
    if (line === '') return answerIn(head) ?? { words: `it answered ${quoted(Buffer.from(head, 'latin1'))}` }
  }
  return { words: 'its headers have no end' }
}

const answerIn = (head: string): HttpAnswer | undefined => {
  const [first = '', ...lines] = (head.split('\r\n\r\n')[0] ?? '').split('\r\n')
  const status = /^HTTP\/1\.[01] (\d{3})\b/.exec(first)
  if (!status || !head.includes('\r\n\r\n')) return undefined
  const header = (name: string): string | undefined => {
    const line = lines.find((one) => one.toLowerCase().startsWith(`${name}:`))
    return line === undefined
      ? undefined
      : visible(line.slice(name.length + 1).trim()).slice(0, LONGEST_VALUE)
  }
  const [sts, location] = [header('strict-transport-security'), header('location')]
  return {
    status: Number(status[1]),
    words: `“${visible(first.slice(0, LONGEST_VALUE))}”`,
    isPage: /html/i.test(header('content-type') ?? ''),
    ...(sts === undefined ? {} : { strictTransportSecurity: sts }),
    ...(location === undefined ? {} : { location }),
  }
}

const LONGEST_VALUE = 300

/**
 * Whether HSTS is on (RFC 6797, 6.1). An answer that is an error, or meant for another server (421), may lack a header
 * that pages have: it proves nothing.
 */
export const hstsOf = ({ status, strictTransportSecurity: value }: HttpAnswer): Hsts | undefined => {
  if (status >= 400 || status < 200) return undefined
  if (value === undefined) return { enabled: false }
  const directives = value.split(';').map((part) => part.trim().toLowerCase())
  const age = directives
    .map((part) => /^max-age="?(\d{1,12})"?$/.exec(part)?.[1])
    .find((one) => one !== undefined)
  if (age === undefined || Number(age) === 0) return { enabled: false }
  return {
    enabled: true,
    maxAge: durationOf(Number(age)),
    includeSubDomains: directives.includes('includesubdomains'),
  }
}

const SECONDS_OF_DAY = 86_400
/** Durations have seven digits at most. */
const MOST = 9_999_999

const durationOf = (seconds: number): DurationText =>
  (seconds % SECONDS_OF_DAY === 0 || seconds > MOST
    ? `P${Math.min(MOST, Math.floor(seconds / SECONDS_OF_DAY))}D`
    : `PT${seconds}S`) as DurationText

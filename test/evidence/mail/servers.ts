import { createServer } from 'node:https'
import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import { type Credentials, certificate } from '../tls/credentials.js'
import { type Running, rawServer } from '../tls/servers.js'

/** A root that the tests believe, and a certificate for the names of the zone. */
export const credentials = (): { readonly root: Credentials; readonly leaf: Credentials } => {
  const root = certificate({ name: 'mail-root', extensions: ['basicConstraints=critical,CA:TRUE'] })
  const leaf = certificate({
    name: 'mail-leaf',
    issuer: root,
    names: 'DNS:mx.clinic.example,DNS:mx2.clinic.example,DNS:mta-sts.clinic.example',
  })
  return { root, leaf }
}

/** How a mail server behaves. */
export interface SmtpManner {
  readonly credentials?: Credentials
  /** What it says instead of a greeting. */
  readonly greeting?: string
  readonly silent?: boolean
}

/** A mail server on loopback that speaks SMTP, with STARTTLS if it has a certificate. */
export const smtpServer = ({
  credentials: own,
  greeting = '220 mx.clinic.example ESMTP',
  silent = false,
}: SmtpManner): Promise<Running> =>
  rawServer((socket) => {
    if (silent) return
    socket.write(`${greeting}\r\n`)
    const hear = (bytes: Buffer): void => {
      const command = bytes.toString('latin1').toUpperCase()
      if (command.startsWith('EHLO'))
        socket.write(
          own ? '250-mx.clinic.example\r\n250 STARTTLS\r\n' : '250-mx.clinic.example\r\n250 SIZE 1000\r\n',
        )
      else if (command.startsWith('STARTTLS') && own) {
        socket.off('data', hear)
        socket.write('220 go\r\n')
        upgrade(socket, own)
      } else if (command.startsWith('QUIT')) socket.end('221 bye\r\n')
      else socket.write('502 no\r\n')
    }
    socket.on('data', hear)
  })

const upgrade = (socket: Socket, { key, cert }: Credentials): void => {
  const tls = new TLSSocket(socket, { isServer: true, key, cert })
  tls.on('error', () => {})
}

/** A web server on loopback that gives a policy. */
export const policyServer = (
  { key, cert }: Credentials,
  answer: { readonly status?: number; readonly body?: string; readonly silent?: boolean },
): Promise<Running> => {
  const server = createServer({ key, cert }, (request, response) => {
    if (answer.silent === true) return
    const known =
      request.url === '/.well-known/mta-sts.txt' && request.headers.host === 'mta-sts.clinic.example'
    response.writeHead(known ? (answer.status ?? 200) : 404, { location: 'https://elsewhere.example/' })
    response.end(answer.body ?? '')
  })
  server.on('tlsClientError', () => {})
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      resolve({
        port,
        stop: () => {
          server.closeAllConnections()
          server.close()
        },
      })
    })
  })
}

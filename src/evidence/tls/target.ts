import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import { usualPort } from '../../knowledge/usual-ports.js'
import type { Problem } from '../../model/problem.js'
import { DIALOGUES } from './dialogues/index.js'

/** Where to look, and what is spoken there. */
export interface Target {
  readonly host: string
  readonly port: number
  /** As endpoints of the description language call it. */
  readonly protocol: string
  /** `assetId/endpointId`, where a description says so. */
  readonly place?: string
  /** Where it is, if that has been looked up already; else the system is asked. */
  readonly addresses?: readonly string[]
}

const HTTPS_PORT = 443

/** Ports whose protocol is no dialogue. */
const PORTS: Readonly<Record<number, string>> = {
  80: 'http',
  8080: 'http',
  443: 'https',
  8443: 'https',
  2575: 'mllp',
  2762: 'dicom',
  6514: 'syslog',
}

/** Names by which people call a protocol over TLS from the first byte. */
const DIRECT: ReadonlyMap<string, readonly [protocol: string, port: number]> = new Map(
  Object.entries({
    smtps: ['smtp', 465],
    submissions: ['smtp', 465],
    imaps: ['imap', 993],
    pop3s: ['pop3', 995],
    ldaps: ['ldap', 636],
    ftps: ['ftp', 990],
    postgres: ['postgresql', 5432],
  }),
)

/** The protocol that a port stands for; `other` where none does. */
export const protocolOfPort = (port: number): string =>
  PORTS[port] ??
  DIALOGUES.find(({ directPorts, plainPorts }) => directPorts.includes(port) || plainPorts.includes(port))
    ?.protocol ??
  'other'

/** Reads `[PROTOCOL://]HOST[:PORT]`; an IPv6 address with a port stands in brackets. */
export const parseTarget = (text: string): Target | Problem => {
  const match =
    /^(?:([a-z][a-z0-9-]*):\/\/)?(?:\[([^\]]+)\]|([^:/[\]]+)|([0-9a-f:.]+))(?::(\d{1,5}))?\/?$/i.exec(text)
  if (!match) return badTarget(text, 'it is no host')
  const [, scheme = '', bracketed, plain, bare, digits] = match
  const host = hostOf(bracketed ?? plain ?? bare ?? '')
  if (host === undefined) return badTarget(text, 'it is no DNS name and no address')
  const [protocol, usual] = DIRECT.get(scheme.toLowerCase()) ?? [scheme.toLowerCase(), undefined]
  if (protocol !== '' && usualPort(protocol) === undefined && digits === undefined)
    return badTarget(text, `no port is known for ${protocol}`)
  const port = digits === undefined ? (usual ?? usualPort(protocol) ?? HTTPS_PORT) : Number(digits)
  if (port < 1 || port > 65_535) return badTarget(text, 'ports are 1 to 65535')
  return { host, port, protocol: protocol === '' ? protocolOfPort(port) : protocol }
}

/** A name as DNS has it, or an address; `undefined` for anything else. */
export const hostOf = (text: string): string | undefined => {
  if (isIP(text) !== 0) return text
  // What ends a host in a link would be cut off silently.
  if (/[\s/?#@\\%:]/.test(text)) return undefined
  const ascii = domainToASCII(text.replace(/\.$/, ''))
  return /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,62})(\.[a-z0-9_][a-z0-9_-]{0,62})*$/i.test(ascii) &&
    !/^[\d.]+$/.test(ascii)
    ? ascii.toLowerCase()
    : undefined
}

const badTarget = (text: string, why: string): Problem => ({
  code: 'bad-usage',
  message: `cannot probe ${text}: ${why}`,
  expected: 'HOST, HOST:PORT or PROTOCOL://HOST:PORT, as clinic.example:8443 or smtp://mail.clinic.example',
})

/** A target as one writes it. */
export const targetText = ({ host, port }: Pick<Target, 'host' | 'port'>): string =>
  `${isIP(host) === 6 ? `[${host}]` : host}:${port}`

import { WATCHED_PORTS } from '../resources/openings.js'
import type { DeclaredPort } from './workload.js'

/** What is spoken at ports by their number, beside those that are watched: the registry of IANA. */
const NUMBERS: ReadonlyMap<number, string> = new Map([
  ...WATCHED_PORTS,
  [25, 'smtp'],
  [80, 'http'],
  [110, 'pop3'],
  [143, 'imap'],
  [443, 'https'],
  [587, 'smtp'],
  [2762, 'dicom'],
  [5672, 'amqp'],
  [8080, 'http'],
  [8443, 'https'],
])

/** What is spoken at ports by the beginning of what they are called. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^https|^tls-http/i, 'https'],
  [/^(?:http|web|rest|api|metrics|prom|health|admin-http|ui)/i, 'http'],
  [/^grpc/i, 'grpc'],
  [/^(?:postgres|pg|psql)/i, 'postgresql'],
  [/^(?:mysql|mariadb)/i, 'mysql'],
  [/^(?:mssql|sqlserver)/i, 'mssql'],
  [/^mongo/i, 'mongodb'],
  [/^(?:redis|tcp-redis|valkey)/i, 'redis'],
  [/^amqp/i, 'amqp'],
  [/^(?:kafka|tcp-kafka)/i, 'kafka'],
  [/^ldap/i, 'ldap'],
  [/^smtp/i, 'smtp'],
  [/^imap/i, 'imap'],
  [/^dicom/i, 'dicom'],
  [/^(?:hl7|mllp)/i, 'mllp'],
  [/^(?:ssh|sftp)$/i, 'ssh'],
  [/^ftp$/i, 'ftp'],
  [/^nfs/i, 'nfs'],
]

const UDP: ReadonlyMap<number, string> = new Map([
  [161, 'snmp'],
  [514, 'syslog'],
])

/** What is spoken at a port, by its name, else by its number; `undefined` for what nobody would judge. */
export const protocolOf = ({ port, transport, name }: DeclaredPort): string | undefined => {
  if (transport === 'udp') return UDP.get(port)
  const named = name === undefined ? undefined : NAMES.find(([pattern]) => pattern.test(name))?.[1]
  return named ?? NUMBERS.get(port) ?? 'other'
}

import type { Source } from '../../model/layer.js'
import type { Linked } from './linked.js'
import type { Span } from './port-spans.js'
import type { CloudRecord } from './record.js'

/** Traffic that a firewall of a provider lets in: ports are a range and are never spelt out. */
export interface Opening {
  readonly from: number
  readonly to: number
  readonly transport: 'tcp' | 'udp' | 'any' | 'none'
  /** Whether it is open to every address of the internet; `undefined` where that cannot be told. */
  readonly world: boolean | undefined
  /** Other groups that are let in. */
  readonly groups: readonly CloudRecord[]
  readonly source: Source
}

/** Transports that have ports. */
export const WITH_PORTS = ['tcp', 'udp'] as const

/** The same traffic, in as many openings as what is left of its ports has ranges. */
export const openingsLeft = (
  opening: Opening,
  leftOf: (transport: (typeof WITH_PORTS)[number], ports: Span) => readonly Span[],
): readonly Opening[] => {
  if (opening.transport === 'none') return [opening]
  const transports = opening.transport === 'any' ? WITH_PORTS : [opening.transport]
  return transports.flatMap((transport) =>
    leftOf(transport, [opening.from, opening.to]).map(([from, to]) => ({ ...opening, transport, from, to })),
  )
}

/** Ports of administration, of databases and of clinical protocols, by what is spoken there. */
export const WATCHED_PORTS: readonly (readonly [port: number, protocol: string])[] = [
  [21, 'ftp'],
  [22, 'ssh'],
  [23, 'telnet'],
  [104, 'dicom'],
  [161, 'snmp'],
  [389, 'ldap'],
  [445, 'smb'],
  [1433, 'mssql'],
  [1521, 'oracle'],
  [2049, 'nfs'],
  [2575, 'mllp'],
  [3306, 'mysql'],
  [3389, 'rdp'],
  [4242, 'dicom'],
  [5432, 'postgresql'],
  [5439, 'postgresql'],
  [6379, 'redis'],
  [9092, 'kafka'],
  [9200, 'other'],
  [11112, 'dicom'],
  [27017, 'mongodb'],
]

/** Whether a protocol is let in by a rule for one transport. */
export const isSpokenOver = (protocol: string, transport: Opening['transport']): boolean =>
  transport === 'any' || transport === (protocol === 'snmp' ? 'udp' : 'tcp')

/** Claims a firewall that lets the internet in on ports where nobody wants it; other groups are parts of what they guard. */
export const claimOpenings = (record: CloudRecord, openings: readonly Opening[], linked: Linked): void => {
  const open = openings.filter(({ world }) => world === true)
  for (const [port, protocol] of WATCHED_PORTS) {
    const opening = open.find(
      ({ from, to, transport }) => from <= port && port <= to && isSpokenOver(protocol, transport),
    )
    if (!opening) continue
    const asset = linked.draft.asset(linked.context.idOf(record.address), record.source)
    asset.set('kind', 'firewall', record.source)
    asset.set('address', linked.context.address(record.address), record.source)
    asset.endpoint(port, protocol, opening.source).set('exposure', 'public', opening.source)
    linked.isAsset(record, asset)
  }
}

import type { Connection } from '../connections.js'
import { connectionsByEnd } from '../ends.js'
import { type Fact, factOf } from '../fact.js'
import type { Infrastructure } from '../infrastructure.js'
import { pathOf } from '../path.js'
import { ephiFlows, type FlowSubject } from './hop.js'
import { ephiStreams, type StreamSubject } from './mail.js'
import { type Subject, subjectOf } from './subject.js'

/** What is sent out message by message or file by file, and is gone from here unless somebody keeps it. */
export interface SentSubject extends Subject {
  readonly kind: 'stream' | 'flow'
  /** Where what was sent is kept. */
  readonly archive: Fact<string>
  /** Whether it is drawn from a system of record, which has it still. */
  readonly fromRecord: boolean
}

const BY_PROTOCOL: ReadonlySet<string> = new Set(['sftp', 'ftp', 'mllp'])
const BY_MEDIUM: ReadonlySet<string> = new Set(['sms', 'fax'])

/** Mail, files, HL7 messages, texts and faxes with ePHI that leave for somebody else. */
export const sentSubjects = (infrastructure: Infrastructure): SentSubject[] => [
  ...ephiStreams(infrastructure)
    .filter(({ stays }) => stays === undefined)
    .map((stream) => ofStream(stream)),
  ...ephiFlows(infrastructure).flatMap((flow) => ofFlow(flow)),
]

const ofStream = (stream: StreamSubject): SentSubject => ({
  ...stream,
  archive: stream.at('archive'),
  fromRecord: stream.value.sender !== undefined && isRecord(stream.value.sender, stream.infrastructure),
})

const ofFlow = (flow: FlowSubject): SentSubject[] => {
  const { infrastructure, connection } = flow
  const sender = senderOf(connection)
  if (sender === undefined || !isSending(flow)) return []
  const fed = (connectionsByEnd(infrastructure).get(sender) ?? []).some(
    (other) => other !== connection && sourcesFor(other, sender).some((id) => isRecord(id, infrastructure)),
  )
  const archive = factOf(pathOf(flow.path, 'archive'), flow.flow?.archive)
  return [{ ...subjectOf(flow), kind: 'flow', archive, fromRecord: fed || isRecord(sender, infrastructure) }]
}

/** The asset of ours whose data a flow takes to somebody else. */
const senderOf = ({ from, to, data }: Connection): string | undefined => {
  if (from.kind === 'asset' && to.kind !== 'asset') return data === 'from' ? undefined : from.id
  return to.kind === 'asset' && from.kind !== 'asset' && data === 'from' ? to.id : undefined
}

const isSending = ({ flow, infrastructure, to }: FlowSubject): boolean => {
  if (flow === undefined) return false
  if (flow.medium !== undefined && flow.medium !== 'network') return BY_MEDIUM.has(flow.medium)
  const endpoints = infrastructure.asset(to.id)?.value.endpoints ?? []
  const named = endpoints.find(({ id, port }) => [id, String(port)].includes(to.endpoint))
  return BY_PROTOCOL.has(flow.protocol ?? named?.protocol ?? '')
}

/** The other end of a connection, if data comes from there to an asset. */
const sourcesFor = ({ from, to, data }: Connection, asset: string): readonly string[] => [
  ...(to.id === asset && data !== 'from' ? [from.id] : []),
  ...(from.id === asset && data !== 'to' ? [to.id] : []),
]

/** A system of record, or what is made of one. */
const isRecord = (id: string, { asset, description }: Infrastructure): boolean => {
  const records = description.records?.systemsOfRecord ?? []
  const { replicaOf, derivedFrom } = asset(id)?.value ?? {}
  return [id, replicaOf, derivedFrom].some((one) => one !== undefined && records.includes(one))
}
